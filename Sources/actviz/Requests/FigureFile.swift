import CairoBackend
import Figures

/// A figure on its way to a file: drawing, bytes, output.
enum FigureFile {
  /// Draws a figure and writes it; returns the path of the file that was made, if one was.
  static func write(_ figure: Figure, to output: Output, as format: ImageFormat) throws -> String? {
    let measurer = CairoTextMeasurer()
    let drawing = Drawing(figure, measurer: measurer)
    try output.write(try render(drawing, as: format, measurer: measurer))
    guard case .file(let path) = output.destination, output.isRegularFile else { return nil }
    return path
  }
}
