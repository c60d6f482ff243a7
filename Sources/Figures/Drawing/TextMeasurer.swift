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
  /// Where the ink of a text ends.
  public struct Ink: Equatable, Sendable {
    /// From the baseline up to the top of the highest letter.
    public var top: Double
    /// From the baseline down to the bottom of the lowest letter; negative where that is above.
    public var bottom: Double
    /// From the start of the text to the right end of its ink, which may lie beyond its width.
    public var right: Double

    /// Makes the bounds of the ink.
    public init(top: Double, bottom: Double, right: Double) {
      self.top = top
      self.bottom = bottom
      self.right = right
    }
  }

  /// How far the text moves the pen.
  public var width: Double
  /// From the baseline up to the font's top.
  public var ascent: Double
  /// From the baseline down to the font's bottom, positive.
  public var descent: Double
  /// Where these letters end, which is what formulas are set by.
  public var ink: Ink

  /// Makes an extent; the ink fills it unless its bounds are known.
  public init(width: Double, ascent: Double, descent: Double, ink: Ink? = nil) {
    self.width = width
    self.ascent = ascent
    self.descent = descent
    self.ink = ink ?? Ink(top: ascent, bottom: descent, right: width)
  }
}

/// Knows how wide a text will be, so that a layout needs no renderer.
public protocol TextMeasurer {
  /// The room of one line of text.
  func measure(_ text: String, style: TextStyle) -> TextExtent
}
