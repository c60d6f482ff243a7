/// How a line is stroked.
public struct Stroke: Equatable, Sendable {
  /// How a line ends; joins are always round.
  public enum Cap: String, Sendable {
    /// At the last point.
    case butt
    /// With half a disc around the last point.
    case round
  }

  /// The colour.
  public var color: Color
  /// The width in pixels.
  public var width: Double
  /// Lengths of strokes and gaps in turn, in pixels; empty for a solid line.
  public var dash: [Double]
  /// How it ends.
  public var cap: Cap

  /// Makes a stroke.
  public init(color: Color, width: Double, dash: [Double] = [], cap: Cap = .butt) {
    self.color = color
    self.width = width
    self.dash = dash
    self.cap = cap
  }
}
