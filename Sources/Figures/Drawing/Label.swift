/// A line of text at its place.
package struct Label: Equatable, Sendable {
  /// Which part of the text's baseline stands at the position.
  package enum Anchor: String, Sendable {
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
  package var text: String
  /// Where the anchor stands, in pixels.
  package var position: Point
  /// What stands there.
  package var anchor: Anchor
  /// Size and colour.
  package var style: TextStyle
  /// Degrees by which the text is turned clockwise around its position.
  package var rotation: Double

  /// Makes a label.
  package init(
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
