import CairoBackend
import FigureSpecification
import Figures
import HTMLBackend

/// A picture that a command draws beside its result on standard output.
struct SidePicture {
  private let output: Output
  private let format: PictureFormat
  private let look: Look
  /// Where it is shown, once it is written.
  let viewing: Viewing

  /// How the picture comes about: by this command.
  private let provenance: Provenance

  /// The picture that settings ask for, known to be possible before anything slow is done; nil where there is none.
  ///
  /// `result` names what standard output holds. Throws a `Problem`.
  init?(_ command: Command, _ settings: Settings, beside result: String, look: Look) throws {
    guard let path = try settings.value(Keys.output) else {
      _ = try Viewing(settings, of: nil, as: nil)
      guard let format = settings.last(Keys.pictureFormat) else { return nil }
      throw format.problem(
        """
        \(Keys.pictureFormat.name) is of the picture that -o draws, and there is no -o; \(Keys.report.name) is the \
        form of the \(result).
        """)
    }
    output = Output(path)
    self.look = look
    guard output.destination != .standardOutput else {
      throw settings.problem(
        Keys.output, "Standard output holds the \(result); give the picture a file.")
    }
    guard settings.has(Keys.pictureFormat) || PictureFormat(ofSidePicture: output) != nil else {
      throw settings.problem(Keys.output, Self.misnamed(path, result))
    }
    format = try ResultPlace(settings, Keys.pictureFormat, default: PictureFormat.png).format
    try look.check(output, as: format)
    viewing = try Viewing(settings, of: output, as: format)
    provenance = try Provenance(command: ShellText.of(command, settings))
  }

  /// Says that a file's extension is none of a picture, and how the result itself gets there.
  private static func misnamed(_ path: String, _ result: String) -> Sentence {
    """
    -o draws a picture, and the extension of '\(path)' is none of \(PictureFormat.names); the \(result) itself goes to \
    standard output, with \(Keys.report.name) \(Keys.reportFormats.joined(separator: ", ")).
    """
  }

  /// Draws functions and adds the picture to what the run writes, in a page with what computes their curves; returns its path.
  ///
  /// It carries the figure file that it is drawn by, if there is one.
  func add(
    _ request: FigureRequest, _ specification: Specification?, quiet: Bool,
    _ outputs: inout OutputTransaction
  ) throws -> String? {
    try add(
      request.figure(telling: ProgressLine.progress), live: request.live(as: format), specification,
      quiet: quiet, &outputs)
  }

  /// Draws a figure and adds the picture to what the run writes; returns its path.
  func add(
    _ figure: Figure, live: LiveCurves = LiveCurves(), _ specification: Specification? = nil,
    quiet: Bool, _ outputs: inout OutputTransaction
  ) throws -> String? {
    let provenance = specification.map(provenance.carrying) ?? provenance
    return try FigureFile.add(
      figure, look: look, to: output, as: format, live: live, provenance: provenance, quiet: quiet,
      &outputs)
  }
}
