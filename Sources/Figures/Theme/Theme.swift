/// How a figure looks: colours, and sizes in pixels at the standard image size until ``scaled(to:)``.
package struct Theme: Equatable, Sendable {
  /// What lies beneath everything; without opacity nothing is drawn there.
  package var background = Color(0xffffff)
  /// Title, axis names and legend.
  package var text = Color(0x1a1a1a)
  /// Numbers at the ticks.
  package var mutedText = Color(0x4d4d4d)
  /// Lines at the ticks.
  package var grid = Color(0xececec)
  /// The lines x = 0 and y = 0.
  package var zeroLine = Color(0x949494)
  /// The lower edge of a panel and its ticks.
  package var frame = Color(0x5c5c5c)
  /// Beneath the legend.
  package var legendBackground = Color(0xffffff, alpha: 0.88)
  /// The colours of curves that have no order: deep blue, vermilion, emerald, orchid, violet, sky, gold, slate.
  ///
  /// Chosen by eye, then moved as little as a search needed for a contrast of 3 on white and a distance of 12
  /// in CAM02-UCS between any two, for readers with normal, protanopic, deuteranopic and tritanopic vision;
  /// the first four are 16 apart, the first two 50.
  package var palette = [
    0x324aa4, 0xc23b01, 0x118a5c, 0xcf56a8, 0x834fec, 0x1498d2, 0xbd8b09, 0x343a45,
  ].map { Color($0) }
  /// The ordered palette, for values of a parameter: from the colour of the first to that of the last.
  ///
  /// Lightness rises all along, to where the contrast on white is 3, and the hue turns from violet by blue and
  /// green to lime, so that neighbours differ for every kind of colour vision.
  package var ramp = [
    0x3d0a5c, 0x372d8f, 0x1d559b, 0x0b6f8b, 0x0e8570, 0x4a9440, 0x879c13,
  ].map { Color($0) }
  /// The colours of a field whose values have one sign, from the least to the largest.
  package var field = OrderedPalette.viridis.whole
  /// The colours of a field whose values have both signs: 0 in the middle.
  package var signedField = ColorMap.blueToOrange
  /// The colours of lines of equal values on the page, where these have both signs: grey at 0, and seen everywhere.
  var signedLines = ColorMap([0x2f52b8, 0x4c69ad, 0x6c6c6c, 0xa5532c, 0xb93c05])
  /// Lines and letters on a field whose values have both signs.
  package var fieldInk = Color(0x111111)
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
  package var textSize = 26.0
  /// The em of all text in points, whatever the size of the image; nil to choose.
  package var textPoints: Double?
  /// The em of the numbers at the ticks, relative to that of the text.
  package var tickScale = 22.0 / 26
  /// The em of the title, relative to that of the text.
  package var titleScale = 1.2
  /// The width of a curve, in pixels.
  package var curveWidth = 3.0
  /// The width of a reference, relative to that of a curve.
  package var referenceScale = 1.8
  /// The width of frame, grid and ticks, in pixels.
  package var ruleWidth = 1.0

  /// The least em of numbers, in pixels: 7 points, below which journals ask to stay with nothing.
  static let leastText = 7.0 * 96 / 72
  /// The height of a capital letter or a digit, in ems: that of DejaVu Sans, and near that of any sans-serif.
  static let capHeight = 0.73

  /// The theme with its sizes in pixels of an image of this size.
  ///
  /// A physical size has text of so many points, and lines that go with it.
  /// Above the standard size everything grows with the image; below it text and lines shrink with the square
  /// root only, down to a text of 10 pixels, so that a small figure is still read.
  package func scaled(to size: Size) -> Theme {
    var theme = fitted(to: size)
    if let textPoints { theme.textSize = textPoints * 96 / 72 }
    return theme
  }

  private func fitted(to size: Size) -> Theme {
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

  /// The style of the numbers at the ticks.
  package var tickStyle: TextStyle {
    // Numbers of a small figure are no smaller than what can be read, and no larger than names.
    TextStyle(
      size: max(tickScale * textSize, min(textSize, Theme.leastText)), color: mutedText)
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
  package var halo: Color {
    var color = legendBackground
    color.alpha = 1
    return color
  }

  /// The colour of an area in the colour of a curve.
  func bandColor(_ style: CurveStyle) -> Color {
    var color = stroke(style).color
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
