/// Texts on their way into HTML and out of it.
enum HTMLText {
  /// A text inside an element or an attribute in double quotes; control characters become spaces.
  static func escaped(_ text: String) -> String {
    var escaped = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": escaped += "&amp;"
      case "<": escaped += "&lt;"
      case ">": escaped += "&gt;"
      case "\"": escaped += "&quot;"
      case "\u{0}"..<" ", "\u{7f}"..<"\u{a0}": escaped += " "
      default: escaped.unicodeScalars.append(scalar)
      }
    }
    return escaped
  }

  /// The texts of style sheets in markup whose texts are escaped, so that a tag is nothing but a tag.
  static func styles(in markup: [UInt8]) -> [[UInt8]] {
    let (open, close) = (Array("<style>".utf8), Array("</style>".utf8))
    var styles: [[UInt8]] = []
    var rest = markup[...]
    while let start = rest.firstRange(of: open),
      let end = rest[start.upperBound...].firstRange(of: close)
    {
      styles.append(Array(rest[start.upperBound..<end.lowerBound]))
      rest = rest[end.upperBound...]
    }
    return styles
  }
}
