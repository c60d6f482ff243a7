import Figures

/// Measures as if every character were 0.6 em wide, so that layouts do not depend on the fonts of a machine.
struct FixedWidthMeasurer: TextMeasurer {
  func measure(_ text: String, style: TextStyle) -> TextExtent {
    let width = 0.6 * style.size * Double(text.count)
    return TextExtent(
      width: width, ascent: 0.9 * style.size, descent: 0.2 * style.size,
      ink: TextExtent.Ink(top: 0.73 * style.size, bottom: 0.13 * style.size, right: width))
  }
}
