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
  static func write(_ figure: Figure, to output: Output, as format: ImageFormat) throws -> String? {
    let measurer = CairoTextMeasurer()
    let drawing = Drawing(figure, measurer: measurer)
    try output.write(try render(drawing, as: format, measurer: measurer))
    guard case .file(let path) = output.destination, output.isRegularFile else { return nil }
    return path
  }
}
