/// How a line is stroked.
package struct Stroke: Hashable, Sendable {
  /// How a line ends; joins are always round.
  package enum Cap: String, Sendable {
    /// At the last point.
    case butt
    /// With half a disc around the last point.
    case round
  }

  /// The colour.
  package var color: Color
  /// The width in pixels.
  package var width: Double
  /// Lengths of strokes and gaps in turn, in pixels; empty for a solid line.
  package var dash: [Double]
  /// How it ends.
  package var cap: Cap

  /// Makes a stroke.
  package init(color: Color, width: Double, dash: [Double] = [], cap: Cap = .butt) {
    self.color = color
    self.width = width
    self.dash = dash
    self.cap = cap
  }
}
