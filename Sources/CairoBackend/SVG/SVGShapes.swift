import Figures

/// Shapes as SVG elements, a line each.
extension SVGText {
  /// Appends a filled rectangle.
  mutating func write(_ rect: Rect, filled color: Color) {
    write("<rect")
    write(rect)
    write(paint: "fill", color)
    write("/>\n")
  }

  /// Appends a filled polygon.
  mutating func write(polygon corners: [Point], _ color: Color) {
    write("<path")
    write(paint: "fill", color)
    write(" d=\"")
    write(corners)
    write("Z\"/>\n")
  }

  /// Appends polylines as one path.
  mutating func write(_ lines: [[Point]], stroked stroke: Stroke) {
    write("<path")
    write(stroke)
    write(" d=\"")
    for line in lines { write(line) }
    write("\"/>\n")
  }
}
