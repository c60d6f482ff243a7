import CairoBackend
import Figures

/// A figure on its way to a file: drawing, bytes, output.
enum FigureFile {
  /// Where a picture goes beside a result on standard output, known to be possible before anything
  /// slow is done; `result` names what standard output holds.
  static func destination(of path: String, beside result: String) throws -> (
    output: Output, format: ImageFormat
  ) {
    let output = Output(path)
    guard output.destination != .standardOutput else {
      throw Failure(.usage, "Standard output holds the \(result); give the picture a file.")
    }
    let format = try ImageFormat(of: output, default: .png)
    try format.check(output)
    return (output, format)
  }

  /// Draws a figure and writes it; returns the path of the file that was made, if one was.
  ///
  /// Unless `quiet`, says on standard error which characters no font has.
  static func write(
    _ figure: Figure, to output: Output, as format: ImageFormat, lettering: Lettering,
    quiet: Bool
  ) throws -> String? {
    let measurer = try lettering.measurer()
    let drawing = Drawing(figure, measurer: measurer)
    let bytes = try render(
      drawing, as: format, measurer: measurer, metadata: Metadata(of: figure),
      text: lettering.svgText)
    try output.write(bytes)
    if !quiet, let missing = measurer.missingCharacters(in: drawing) {
      StandardError.print("Warning: \(missing)")
    }
    guard case .file(let path) = output.destination, output.isRegularFile else { return nil }
    return path
  }
}
