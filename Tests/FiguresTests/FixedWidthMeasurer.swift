import Figures

/// Measures as if every character were 0.6 em wide, so that layouts do not depend on the fonts of a machine.
struct FixedWidthMeasurer: TextMeasurer {
  func measure(_ text: String, style: TextStyle) -> TextExtent {
    TextExtent(
      width: 0.6 * style.size * Double(text.count), ascent: 0.9 * style.size,
      descent: 0.2 * style.size)
  }
}
