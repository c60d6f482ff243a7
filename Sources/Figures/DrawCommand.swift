/// One thing to draw, in pixels of the canvas.
public enum DrawCommand: Equatable, Sendable {
  /// Fills a rectangle.
  case fill(Rect, Color)
  /// Fills a polygon of three or more points; every coordinate is finite and on or near the canvas.
  case polygon([Point], Color)
  /// Strokes polylines of two or more points each; every coordinate is finite and on or near the canvas.
  case stroke([[Point]], Stroke)
  /// Strokes the outline of a rectangle.
  case outline(Rect, Stroke)
  /// Restricts what follows to a rectangle, until the matching ``popClip``.
  case pushClip(Rect)
  /// Ends the restriction of the last ``pushClip(_:)``.
  case popClip
  /// Writes one line of text.
  case text(Label)
  /// Makes one thing of what follows, until the matching ``popGroup``: a formula, which a screen reader reads
  /// by this text and not letter by letter.
  case pushGroup(String)
  /// Ends the group of the last ``pushGroup(_:)``.
  case popGroup
}

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

/// A line of text at its place.
public struct Label: Equatable, Sendable {
  /// Which part of the text's baseline stands at the position.
  public enum Anchor: String, Sendable {
    /// Its left end.
    case start
    /// Its middle.
    case middle
    /// Its right end.
    case end
  }

  /// The characters: one line, no control characters.
  public var text: String
  /// Where the anchor stands, in pixels.
  public var position: Point
  /// What stands there.
  public var anchor: Anchor
  /// Size and colour.
  public var style: TextStyle
  /// Degrees by which the text is turned clockwise around its position.
  public var rotation: Double

  /// Makes a label.
  public init(
    _ text: String, at position: Point, anchor: Anchor = .start, style: TextStyle,
    rotation: Double = 0
  ) {
    self.text = text
    self.position = position
    self.anchor = anchor
    self.style = style
    self.rotation = rotation
  }
}
