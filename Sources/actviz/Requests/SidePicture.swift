import CairoBackend
import Figures

/// A picture that a command draws beside its result on standard output.
struct SidePicture {
  private let output: Output
  private let format: ImageFormat
  private let look: Look

  /// The picture at a path, known to be possible before anything slow is done; nil where none is asked for.
  ///
  /// `result` names what standard output holds.
  init?(at path: String?, beside result: String, look: Look) throws {
    guard let path else { return nil }
    output = Output(path)
    self.look = look
    guard output.destination != .standardOutput else {
      throw Failure(.usage, "Standard output holds the \(result); give the picture a file.")
    }
    format = try ImageFormat(of: output, default: .png)
    try format.check(output)
    try look.check(output, as: format)
  }

  /// Draws and writes it; unless `quiet`, its path goes to standard error.
  func write(_ figure: Figure, quiet: Bool) throws {
    let path = try FigureFile.write(
      figure, look: look, to: output, as: format, provenance: Provenance.ofThisRun(), quiet: quiet)
    if let path, !quiet { StandardError.print(path) }
  }
}
