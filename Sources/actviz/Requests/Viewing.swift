import FigureSpecification

/// Shows pictures that were written, where `--open` asks for it, by the program that the system has for them.
///
/// That is `xdg-open`, on macOS `open`: it knows the browser for pages and the viewer for the rest.
struct Viewing {
  private let isAsked: Bool

  #if canImport(Darwin)
    private static let program = "open"
  #else
    private static let program = "xdg-open"
  #endif

  /// Throws a `Problem` where what is written has no place to be opened at.
  init(_ settings: Settings, of output: Output?) throws {
    isAsked = settings[Keys.opens]
    guard isAsked else { return }
    guard let output, case .file = output.destination else {
      throw settings.problem(
        Keys.opens, "There is no file for \(Keys.opens.name) to show; give -o a path.")
    }
  }

  /// Shows the files of some paths, a line each; throws a `Failure` where there is no program for that, or it says that it cannot.
  func show(_ paths: String?) throws(Failure) {
    guard isAsked, let paths else { return }
    for path in paths.split(separator: "\n") {
      // A name that begins with a hyphen would be an option.
      let argument = path.hasPrefix("-") ? "./" + path : String(path)
      let status = Child.startDetached([Self.program, argument], lookingFor: 2000)
      guard status != 0 else { continue }
      let why = status < 0 ? "there is no \(Self.program)" : "\(Self.program) ends with \(status)"
      throw Failure(.beyondLimit, "\(path) is written but cannot be shown: \(why).")
    }
  }
}
