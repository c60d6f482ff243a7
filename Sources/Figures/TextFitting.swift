/// Makes any text that a user can give fit for one line of a figure.
enum TextFitting {
  /// Longer texts are cut before they are measured; nothing this long fits an image.
  private static let longest = 4000

  /// The text on one line: control characters, line ends among them, become spaces.
  ///
  /// NUL would end a C string; XML, which SVG is, holds no control characters and no noncharacters.
  static func oneLine(_ text: String) -> String {
    let isPlain = text.utf8.allSatisfy { $0 >= 0x20 && $0 < 0x7f }
    if isPlain && text.utf8.count <= longest { return text }
    var line = String.UnicodeScalarView()
    for scalar in text.unicodeScalars.prefix(longest) {
      switch scalar.properties.generalCategory {
      case .control, .lineSeparator, .paragraphSeparator, .unassigned, .surrogate:
        line.append(" ")
      default:
        line.append(scalar)
      }
    }
    return String(line)
  }

  /// The text, or as much of its beginning as fits into `width` with an ellipsis; empty if nothing fits.
  static func ellipsis(
    _ text: String, width: Double, style: TextStyle, measurer: any TextMeasurer
  ) -> String {
    if measurer.measure(text, style: style).width <= width { return text }
    let characters = Array(text)
    var fitting = 0
    var tooLong = characters.count
    while tooLong - fitting > 1 {
      let middle = (fitting + tooLong) / 2
      if measurer.measure(String(characters[..<middle]) + "…", style: style).width <= width {
        fitting = middle
      } else {
        tooLong = middle
      }
    }
    return fitting == 0 ? "" : String(characters[..<fitting]) + "…"
  }
}
