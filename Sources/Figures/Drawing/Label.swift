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

    /// How far to the right of the position a text of this width starts, in pixels.
    package func shift(of width: Double) -> Double {
      switch self {
      case .start: 0
      case .middle: -width / 2
      case .end: -width
      }
    }
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
