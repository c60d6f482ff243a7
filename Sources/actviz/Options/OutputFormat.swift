import FigureSpecification
import Tables

/// Where a result goes, and in which format.
struct ResultPlace<Format: OutputFormat> {
  let output: Output
  let format: Format

  /// The output, and its format by `--format` or by the extension.
  ///
  /// A device or a pipe has no extension and takes the format by default. Throws a `Problem`, or a `Failure` (64) for
  /// what is no text on a terminal.
  init(
    _ settings: Settings, _ key: OptionalKey<String>, named name: String? = nil,
    default standard: Format
  ) throws {
    let named = try settings.value(key).map { text in
      guard let format = Format(rawValue: text.lowercased()) else {
        throw settings.problem(
          key, "\(key.name) of a \(Format.kind) is one of \(Format.names), not '\(text)'.")
      }
      return format
    }
    if let path = try settings.value(Keys.output) {
      output = Output(path)
      format = try named ?? Self.format(of: output, path, standard, key, settings)
    } else {
      let format = named ?? standard
      self.format = format
      let path = format.isPrinted ? nil : name.map { "\($0).\(format.rawValue)" }
      output = path.map { Output(destination: .file($0)) } ?? .standardOutput
    }
    try format.check(output)
  }

  /// The format that an output's extension means.
  private static func format(
    of output: Output, _ path: String, _ standard: Format, _ key: OptionalKey<String>,
    _ settings: Settings
  ) throws(Problem) -> Format {
    switch Format.extent(of: output) {
    case .known(let format): return format
    case .none: return standard
    case .standardOutput:
      if standard.isText { return standard }
      throw settings.problem(
        Keys.output,
        "On standard output a \(Format.kind) needs \(key.name), one of \(Format.names).")
    case .unknown:
      throw settings.problem(
        Keys.output,
        "The extension of '\(path)' is none of \(Format.names); use one of them or give \(key.name)."
      )
    }
  }
}

/// A format that a file's extension can mean.
protocol OutputFormat: RawRepresentable<String>, CaseIterable {
  /// What the format is of: `picture` or `table`.
  static var kind: String { get }
  /// Whether it is text, which a terminal can show and standard output gets without being asked.
  var isText: Bool { get }
  /// Whether it is made to be read at once: without -o it goes to standard output.
  var isPrinted: Bool { get }
  /// The format of an extension without its dot.
  init?(fileExtension: String)
}

extension TableFormat: OutputFormat {
  static var kind: String { "table" }
}

extension ReportFormat: OutputFormat {
  static var kind: String { "list" }
  var isText: Bool { true }

  init?(fileExtension: String) {
    let wanted = fileExtension.lowercased()
    guard let format = Self.allCases.first(where: { $0.fileExtensions.contains(wanted) }) else {
      return nil
    }
    self = format
  }
}

extension OutputFormat {
  var isPrinted: Bool { false }

  /// Refuses to write what is no text to a terminal.
  func check(_ output: Output) throws {
    guard !isText, output.isTerminal else { return }
    throw Failure(
      .usage,
      "A \(Self.kind) in \(rawValue) is no text for a terminal; give a file with -o or a pipe.")
  }

  /// The names of all formats.
  static var names: String { allCases.map(\.rawValue).joined(separator: ", ") }

  /// What an output's extension tells of its format.
  static func extent(of output: Output) -> FormatByExtension<Self> {
    guard case .file(let path) = output.destination else { return .standardOutput }
    let name = path.split(separator: "/").last ?? ""
    let parts = name.split(separator: ".", omittingEmptySubsequences: false)
    if parts.count > 1, let last = parts.last, let known = Self(fileExtension: String(last)) {
      return .known(known)
    }
    return output.isRegularFile ? .unknown : .none
  }
}

/// What an output's extension tells of its format.
enum FormatByExtension<Format> {
  case known(Format)
  /// A file with another extension.
  case unknown
  /// A device or a pipe.
  case none
  case standardOutput
}
