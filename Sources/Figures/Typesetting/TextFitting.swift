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

  /// Which part of a text gives way to an ellipsis.
  enum Cut {
    /// The end, as in a title.
    case end
    /// The middle: names of a family differ at their ends.
    case middle
  }

  /// The text, or as much of it as fits into `width` with an ellipsis; empty if nothing fits.
  static func ellipsis(
    _ text: String, width: Double, style: TextStyle, cut: Cut = .end, measurer: any TextMeasurer
  ) -> String {
    if measurer.measure(text, style: style).width <= width { return text }
    let characters = Array(text)
    func shortened(_ count: Int) -> String {
      let tail = cut == .end ? 0 : count / 2
      return String(characters.prefix(count - tail)) + "…" + String(characters.suffix(tail))
    }
    var fitting = 0
    var tooLong = characters.count
    while tooLong - fitting > 1 {
      let middle = (fitting + tooLong) / 2
      if measurer.measure(shortened(middle), style: style).width <= width {
        fitting = middle
      } else {
        tooLong = middle
      }
    }
    return fitting == 0 ? "" : shortened(fitting)
  }
}
