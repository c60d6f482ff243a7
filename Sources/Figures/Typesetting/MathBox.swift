/// A part of a formula in its place: how much room it takes, and what is drawn.
///
/// All in pixels; the origin is the left end of the baseline, y grows downwards.
struct MathBox {
  /// One thing to draw.
  indirect enum Piece {
    /// Characters with their left end on the baseline there.
    case text(String, Point, TextStyle)
    /// A straight rule.
    case rule(Rect)
    /// A line of even width.
    case stroke([Point], width: Double)
    /// A closed shape.
    case polygon([Point])
    /// Something in a colour of its own.
    case colored(Color, Piece)
  }

  /// How far it moves the pen.
  var width = 0.0
  /// From the baseline up to the top of its ink.
  var height = 0.0
  /// From the baseline down to the bottom of its ink; for a run of characters that stand above it negative.
  var depth = 0.0
  /// How far its upper right corner leans out of its width.
  var italic = 0.0
  /// Whether it is a single run of characters, whose scripts stand at the font's places.
  var isText = false
  /// What is drawn.
  var pieces: [Piece] = []

  /// Draws another box at a place; the width is left to whoever puts it there.
  mutating func draw(_ box: MathBox, x: Double = 0, y: Double = 0) {
    height = max(height, box.height - y)
    depth = max(depth, box.depth + y)
    pieces += box.pieces.map { $0.moved(x, y) }
  }

  /// The box in a colour, but for what has one of its own.
  func colored(_ color: Color) -> MathBox {
    var box = self
    box.pieces = pieces.map { piece in
      if case .colored = piece { piece } else { .colored(color, piece) }
    }
    return box
  }

  /// The box with its baseline moved down.
  func lowered(by y: Double) -> MathBox {
    var box = self
    box.height -= y
    box.depth += y
    box.pieces = pieces.map { $0.moved(0, y) }
    return box
  }

  /// The box in the middle of a width that is no smaller.
  func centered(in wide: Double) -> MathBox {
    guard wide > width else { return self }
    var box = self
    box.pieces = pieces.map { $0.moved((wide - width) / 2, 0) }
    box.width = wide
    return box
  }
}

extension MathBox.Piece {
  /// The piece farther to the right and down, in pixels.
  func moved(_ x: Double, _ y: Double) -> MathBox.Piece {
    if x == 0, y == 0 { return self }
    func moved(_ point: Point) -> Point { Point(x: point.x + x, y: point.y + y) }
    switch self {
    case .text(let text, let place, let style): return .text(text, moved(place), style)
    case .rule(let rect):
      return .rule(
        Rect(
          minX: rect.minX + x, minY: rect.minY + y, maxX: rect.maxX + x, maxY: rect.maxY + y))
    case .stroke(let points, let width): return .stroke(points.map(moved), width: width)
    case .polygon(let points): return .polygon(points.map(moved))
    case .colored(let color, let piece): return .colored(color, piece.moved(x, y))
    }
  }

  /// The drawing command, in a colour.
  func command(_ color: Color) -> DrawCommand {
    switch self {
    case .text(let text, let place, var style):
      style.color = color
      return .text(Label(text, at: place, style: style))
    case .rule(let rect):
      // Whole pixels keep a thin rule from going grey.
      let thickness = max(1, rect.height.rounded())
      let top = ((rect.minY + rect.maxY - thickness) / 2).rounded()
      return .fill(
        Rect(minX: rect.minX, minY: top, maxX: rect.maxX, maxY: top + thickness), color)
    case .stroke(let points, let width):
      return .stroke([points], Stroke(color: color, width: width))
    case .polygon(let points): return .polygon(points, color)
    case .colored(let own, let piece): return piece.command(own)
    }
  }
}
