import CairoBackend
import FigureSpecification
import Figures

/// A picture that a command draws beside its result on standard output.
struct SidePicture {
  private let output: Output
  private let format: ImageFormat
  private let look: Look

  /// How the picture comes about: by this command.
  private let provenance: Provenance

  /// The picture that settings ask for, known to be possible before anything slow is done; nil where there is none.
  ///
  /// `result` names what standard output holds. Throws a `Problem`.
  init?(_ command: Command, _ settings: Settings, beside result: String, look: Look) throws {
    guard let path = try settings.value(Keys.output) else { return nil }
    output = Output(path)
    self.look = look
    guard output.destination != .standardOutput else {
      throw settings.problem(
        Keys.output, "Standard output holds the \(result); give the picture a file.")
    }
    guard let format = ImageFormat(ofSidePicture: output) else {
      throw settings.problem(Keys.output, Self.misnamed(path, command, result))
    }
    self.format = format
    try format.check(output)
    try look.check(output, as: format)
    provenance = try Provenance(command: ShellText.of(command, settings))
  }

  /// Says that a file's extension is none of a picture, and how the result itself gets there.
  private static func misnamed(_ path: String, _ command: Command, _ result: String) -> Sentence {
    let formats = Keys.of(command).first { $0.name.text == "format" }?.completion
    let names = ImageFormat.allCases.map(\.rawValue).joined(separator: ", ")
    guard case .words(let words) = formats else {
      return "-o draws a picture: the extension of '\(path)' is none of \(names)."
    }
    return """
      -o draws a picture, and the extension of '\(path)' is none of \(names); the \(result) itself goes to standard \
      output, with --format \(words.joined(separator: ", ")).
      """
  }

  /// Draws it and adds it to what the run writes; returns its path.
  func add(_ figure: Figure, quiet: Bool, _ outputs: inout OutputTransaction) throws -> String? {
    try FigureFile.add(
      figure, look: look, to: output, as: format, provenance: provenance, quiet: quiet, &outputs)
  }
}
