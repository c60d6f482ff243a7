/// How a text looks.
public struct TextStyle: Equatable, Sendable {
  /// The em of the font, in pixels.
  public var size: Double
  /// The colour of the letters.
  public var color: Color
  /// Whether the letters lean, as a variable in a formula does.
  public var isItalic: Bool

  /// Makes a style.
  public init(size: Double, color: Color, isItalic: Bool = false) {
    self.size = size
    self.color = color
    self.isItalic = isItalic
  }
}

/// The room that a line of text takes, in pixels.
public struct TextExtent: Equatable, Sendable {
  /// How far the text moves the pen.
  public var width: Double
  /// From the baseline up to the font's top.
  public var ascent: Double
  /// From the baseline down to the font's bottom, positive.
  public var descent: Double

  /// Makes an extent.
  public init(width: Double, ascent: Double, descent: Double) {
    self.width = width
    self.ascent = ascent
    self.descent = descent
  }
}

/// Knows how wide a text will be, so that a layout needs no renderer.
public protocol TextMeasurer {
  /// The room of one line of text.
  func measure(_ text: String, style: TextStyle) -> TextExtent
}
