/// How a figure looks: colours, and sizes in pixels at the standard image size until ``scaled(to:)``.
package struct Theme: Equatable, Sendable {
  /// What lies beneath everything; without opacity nothing is drawn there.
  package var background = Color(0xffffff)
  /// Title, axis names and legend.
  package var text = Color(0x1a1a1a)
  /// Numbers at the ticks.
  package var mutedText = Color(0x4d4d4d)
  /// Lines at the ticks.
  package var grid = Color(0xe8e8e8)
  /// The lines x = 0 and y = 0.
  package var zeroLine = Color(0x7d7d7d)
  /// The edge of a panel and its ticks.
  package var frame = Color(0x8c8c8c)
  /// Beneath the legend.
  package var legendBackground = Color(0xffffff, alpha: 0.88)
  /// The edge of the legend.
  package var legendFrame = Color(0xcccccc)
  /// The colours of the curves: those of Okabe and Ito, moved until each has a contrast of 3 on white and any
  /// two stay apart for readers with normal, protanopic, deuteranopic and tritanopic vision.
  package var palette = [
    0x37599a, 0xb74e00, 0x1d8d77, 0xf054b5, 0x009af2, 0x1a1a1a, 0x763100, 0xc08a00,
  ].map { Color($0) }
  /// A curve that the others are measured against.
  package var reference = Color(0xa8a8a8)
  /// How much of a curve's colour an area has that is shaded in it.
  package var bandAlpha = 0.18
  /// The dash patterns that follow each other when the palette runs out, in widths of the curve.
  package var dashes: [[Double]] = [
    [], [4.5, 2.2], [1.2, 1.6], [7, 2, 1.2, 2], [11, 3], [7, 2, 1.2, 2, 1.2, 2], [2.4, 2.4],
    [4.5, 2, 4.5, 2, 1.2, 2],
  ]
  /// The widths that follow each other when colours and dashes run out, in widths of the curve.
  package var widths = [1.0]
  /// Whether each curve has another dash pattern than the one before, as without colour it must.
  package var changesDashes = false
  /// The em of all text but the title, in pixels.
  package var textSize = 21.0
  /// The em of the title, relative to that of the text.
  package var titleScale = 1.25
  /// The width of a curve, in pixels.
  package var curveWidth = 2.5
  /// The width of a reference, relative to that of a curve.
  package var referenceScale = 1.8
  /// The width of frame, grid and ticks, in pixels.
  package var ruleWidth = 1.0

  /// The height of a capital letter or a digit, in ems: that of DejaVu Sans, and near that of any sans-serif.
  static let capHeight = 0.73

  /// The theme with its sizes in pixels of an image of this size.
  ///
  /// A physical size has text of so many points, and lines that go with it.
  /// Above the standard size everything grows with the image; below it text and lines shrink with the square
  /// root only, down to a text of 10 pixels, so that a small figure is still read.
  package func scaled(to size: Size) -> Theme {
    if let points = size.textPoints { return scaled(toText: points * 96 / 72) }
    let standard = Size.standard
    let ratio = min(
      size.width / standard.width, size.height / standard.height)
    let factor = ratio < 1 ? ratio.squareRoot() : ratio
    return scaled(toText: max(10, textSize * factor), lines: factor)
  }

  private func scaled(toText size: Double, lines: Double? = nil) -> Theme {
    let factor = lines ?? size / textSize
    var theme = self
    theme.textSize = size
    theme.curveWidth = max(1.2, curveWidth * factor)
    // Whole pixels keep straight lines crisp.
    theme.ruleWidth = max(1, (ruleWidth * factor).rounded())
    // Half a point on paper: as whole pixels at 288 dpi and its multiples.
    if lines == nil, ruleWidth * factor < 0.75 { theme.ruleWidth = 2.0 / 3 }
    return theme
  }

  /// The style of text in one of the theme's colours.
  func style(_ color: Color, scale: Double = 1) -> TextStyle {
    TextStyle(size: textSize * scale, color: color)
  }

  /// The stroke of what the curves are measured against.
  var referenceStroke: Stroke {
    Stroke(color: reference, width: curveWidth * referenceScale, cap: .round)
  }

  /// What a marked point stands on: a transparent background hides no curve.
  var halo: Color {
    var color = legendBackground
    color.alpha = 1
    return color
  }

  /// The colour of an area in the colour of the curve with this index.
  func bandColor(_ index: Int) -> Color {
    var color = curveStroke(index).color
    color.alpha *= bandAlpha
    return color
  }

  /// The stroke of frame, grid, ticks and zero lines.
  func rule(_ color: Color) -> Stroke {
    Stroke(color: color, width: ruleWidth)
  }

  /// The place nearest to `position` at which a straight rule fills whole pixels.
  func crisp(_ position: Double) -> Double {
    Int(ruleWidth).isMultiple(of: 2) ? position.rounded() : position.rounded(.down) + 0.5
  }
}
