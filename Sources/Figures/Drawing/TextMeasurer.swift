/// How a text looks.
package struct TextStyle: Equatable, Sendable {
  /// The em of the font, in pixels.
  package var size: Double
  /// The colour of the letters.
  package var color: Color
  /// Whether the letters lean, as a variable in a formula does.
  package var isItalic: Bool
  /// Whether the letters are heavy, as a vector in a formula is.
  package var isBold: Bool

  /// Makes a style.
  package init(size: Double, color: Color, isItalic: Bool = false, isBold: Bool = false) {
    self.size = size
    self.color = color
    self.isItalic = isItalic
    self.isBold = isBold
  }
}

/// The room that a line of text takes, in pixels.
package struct TextExtent: Equatable, Sendable {
  /// Where the ink of a text ends.
  package struct Ink: Equatable, Sendable {
    /// From the baseline up to the top of the highest letter.
    package var top: Double
    /// From the baseline down to the bottom of the lowest letter; negative where that is above.
    package var bottom: Double
    /// From the start of the text to the right end of its ink, which may lie beyond its width.
    package var right: Double

    /// Makes the bounds of the ink.
    package init(top: Double, bottom: Double, right: Double) {
      self.top = top
      self.bottom = bottom
      self.right = right
    }
  }

  /// How far the text moves the pen.
  package var width: Double
  /// From the baseline up to the font's top.
  package var ascent: Double
  /// From the baseline down to the font's bottom, positive.
  package var descent: Double
  /// Where these letters end, which is what formulas are set by.
  package var ink: Ink

  /// Makes an extent; the ink fills it unless its bounds are known.
  package init(width: Double, ascent: Double, descent: Double, ink: Ink? = nil) {
    self.width = width
    self.ascent = ascent
    self.descent = descent
    self.ink = ink ?? Ink(top: ascent, bottom: descent, right: width)
  }
}

/// Knows how wide a text will be, so that a layout needs no renderer.
package protocol TextMeasurer {
  /// Whether letters stand at any place and in any size, so that formulas can be set; else they are written on one line.
  var setsFormulas: Bool { get }
  /// The room of one line of text.
  func measure(_ text: String, style: TextStyle) -> TextExtent
}

extension TextMeasurer {
  package var setsFormulas: Bool { true }
}
