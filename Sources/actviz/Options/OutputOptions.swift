import ArgumentParser
import CairoBackend
import Tables

/// Where the result goes, in which format, and how much is said about it.
struct OutputOptions: ParsableArguments {
  @Option(
    name: .shortAndLong,
    help: ArgumentHelp(
      "The file to write; - is standard output.",
      valueName: "file"))
  var output: String?

  @Option(
    help: ArgumentHelp(
      "The format, instead of the one that the extension means.",
      valueName: "name"))
  var format: String?

  @Flag(name: .shortAndLong, help: "Print nothing but errors.")
  var quiet = false

  /// The output, and its format by `--format` or by the extension.
  ///
  /// A device or a pipe has no extension and takes the format by default.
  func resolved<Format: OutputFormat>(
    defaultName: String?, defaultFormat: Format
  ) throws -> (output: Output, format: Format) {
    let named = try format.map { try Format(named: $0) }
    guard let output else {
      let format = named ?? defaultFormat
      guard let defaultName else { return (.standardOutput, format) }
      return (Output(destination: .file("\(defaultName).\(format.rawValue)")), format)
    }
    let destination = Output(output)
    return (destination, try named ?? Format(of: destination, default: defaultFormat))
  }
}

/// A format that a file's extension can mean.
protocol OutputFormat: RawRepresentable<String>, CaseIterable {
  /// What the format is of: `picture` or `table`.
  static var kind: String { get }
  /// Whether it is text, which a terminal can show and standard output gets without being asked.
  var isText: Bool { get }
  /// The format of an extension without its dot.
  init?(fileExtension: String)
}

extension ImageFormat: OutputFormat {
  static var kind: String { "picture" }
  var isText: Bool { self == .svg }

  init?(fileExtension: String) { self.init(rawValue: fileExtension.lowercased()) }
}

extension TableFormat: OutputFormat {
  static var kind: String { "table" }
}

extension OutputFormat {
  /// Refuses to write what is no text to a terminal.
  func check(_ output: Output) throws {
    guard !isText, output.isTerminal else { return }
    throw Failure(
      .usage,
      "A \(Self.kind) in \(rawValue) is no text for a terminal; give a file with -o or a pipe.")
  }

  /// The names of all formats.
  private static var names: String { allCases.map(\.rawValue).joined(separator: ", ") }

  /// The format of that name.
  init(named name: String) throws {
    guard let format = Self(rawValue: name.lowercased()) else {
      throw Failure(.usage, "--format of a \(Self.kind) is one of \(Self.names), not '\(name)'.")
    }
    self = format
  }

  /// The format that an output's extension means.
  init(of output: Output, default format: Self) throws {
    guard case .file(let path) = output.destination else {
      guard format.isText else {
        throw Failure(
          .usage, "On standard output a \(Self.kind) needs --format, one of \(Self.names).")
      }
      self = format
      return
    }
    let name = path.split(separator: "/").last ?? ""
    let parts = name.split(separator: ".", omittingEmptySubsequences: false)
    if parts.count > 1, let last = parts.last, let known = Self(fileExtension: String(last)) {
      self = known
    } else if !output.isRegularFile {
      self = format
    } else {
      throw Failure(
        .usage,
        "The extension of '\(path)' is none of \(Self.names); use one of them or give --format.")
    }
  }
}
