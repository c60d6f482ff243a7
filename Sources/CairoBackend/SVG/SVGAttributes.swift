import Figures

/// Figures' values as attributes of SVG elements.
extension SVGText {
  /// Appends a length as CSS has it; the digits tell a thousandth of a pixel.
  mutating func write(_ length: Length) {
    write(length.value, decimals: 4)
    write(length.unit.rawValue)
  }

  /// Appends place and size of a rectangle.
  mutating func write(_ rect: Rect) {
    let attributes = [
      (" x=\"", rect.minX), ("\" y=\"", rect.minY), ("\" width=\"", rect.width),
      ("\" height=\"", rect.height),
    ]
    for (name, value) in attributes {
      write(name)
      write(value)
    }
    write("\"")
  }

  /// Appends a polyline as path data.
  mutating func write(_ line: [Point]) {
    var separator: Unicode.Scalar = "M"
    for point in line {
      write(ascii: separator)
      write(point.x)
      write(ascii: ",")
      write(point.y)
      separator = " "
    }
  }

  /// Appends a colour as `fill` or `stroke`, its opacity where it has some.
  mutating func write(paint name: String, _ color: Color) {
    write(" \(name)=\"\(color.hexadecimal)\"")
    if color.alpha < 1 {
      write(" \(name)-opacity=\"")
      write(color.alpha, decimals: 3)
      write("\"")
    }
  }

  /// Appends how a line is stroked, without being filled.
  mutating func write(_ stroke: Stroke) {
    write(" fill=\"none\"")
    write(paint: "stroke", stroke.color)
    write(" stroke-width=\"")
    write(stroke.width)
    write("\"")
    if stroke.cap == .round { write(" stroke-linecap=\"round\"") }
    if !stroke.dash.isEmpty {
      write(" stroke-dasharray=\"")
      for (index, length) in stroke.dash.enumerated() {
        // A blank at the end is one more length, of 0, to Inkscape.
        if index > 0 { write(" ") }
        write(length)
      }
      write("\"")
    }
  }
}
