import Figures

/// What a key says of curves: of all in their order, or of one by its name.
package enum CurveChoice<Value: Sendable>: Sendable {
  /// Of all curves that are not grey.
  case all(Value)
  /// In the order of the curves; nil leaves a curve what it has.
  case list([Value?])
  /// Of the curve that is called so.
  case named(String, Value)
}

/// The dashes that have a name.
package enum DashName: String, CaseIterable, Sendable {
  case solid, dash, dot
  case dashDot = "dash-dot"
  case longDash = "long-dash"
  case dashDotDot = "dash-dot-dot"

  /// Lengths of strokes and gaps in turn, in widths of the curve.
  package var pattern: [Double] {
    switch self {
    case .solid: []
    case .dash: [4.5, 2.2]
    case .dot: [1.2, 1.6]
    case .dashDot: [7, 2, 1.2, 2]
    case .longDash: [11, 3]
    case .dashDotDot: [7, 2, 1.2, 2, 1.2, 2]
    }
  }
}

/// The colours that curves take.
package enum Palette: Equatable, Sendable {
  /// The theme's for things without order, or for values of a parameter.
  case categorical, ordered
  /// One for values of a parameter that has a name elsewhere.
  case named(OrderedPalette)
  /// These.
  case colors([Color])

  /// The words that stand for palettes.
  package static let words = ["categorical", "ordered"] + OrderedPalette.allCases.map(\.rawValue)
}

// How the look of curves is read.
extension ValueReaders {
  static func colors(_ text: String, _ key: KeyName) throws(Problem) -> CurveChoice<Color> {
    // A colour tells a curve from the others, so that one colour is the first curve's.
    switch try perCurve(text, key, color) {
    case .all(let color): .list([color])
    case let choice: choice
    }
  }

  static func widths(_ text: String, _ key: KeyName) throws(Problem) -> CurveChoice<Double> {
    try perCurve(text, key) { (text, key) throws(Problem) in
      guard let width = number(text), (0.1...50).contains(width) else {
        throw Problem(
          key,
          """
          \(key) of a curve is a number of points from 0.1 to 50, not '\(text)'; \(Keys.size.name) is that of the figure.
          """)
      }
      return width
    }
  }

  static func dashes(_ text: String, _ key: KeyName) throws(Problem) -> CurveChoice<DashName> {
    try perCurve(text, key) { (text, key) throws(Problem) in try choice(text, key) }
  }

  /// A colour, or the word that is none with one that is spelt nearly so.
  static func color(_ text: String, _ key: KeyName) throws(Problem) -> Color {
    if let color = Color(parsing: text) { return color }
    let end = Suggestion.end(for: text, among: Color.names)
    throw Problem(
      key, "\(key) is #rgb, #rrggbb or a name of CSS such as teal, not '\(text)'\(end)")
  }

  /// `categorical`, `ordered`, the name of a palette, or a list of colours.
  static func palette(_ text: String, _ key: KeyName) throws(Problem) -> Palette {
    switch text.lowercased() {
    case "categorical": return .categorical
    case "ordered": return .ordered
    default: break
    }
    let spelt = text.lowercased() == "grey" ? "gray" : text.lowercased()
    if let name = OrderedPalette(rawValue: spelt) { return .named(name) }
    var colors: [Color] = []
    for part in text.split(separator: ",", omittingEmptySubsequences: false) {
      let part = part.filter { $0 != " " }
      guard let color = Color(parsing: part) else {
        let end = Suggestion.end(for: part, among: Color.names + Palette.words)
        throw Problem(
          key,
          """
          \(key) is \(Palette.words.joined(separator: ", ")) or a list of colours, but '\(part)' is none\(end)
          """)
      }
      colors.append(color)
    }
    return .colors(colors)
  }

  /// Points of text.
  static func textSize(_ text: String, _ key: KeyName) throws(Problem) -> Double {
    guard let points = number(text), (4...200).contains(points) else {
      throw Problem(key, "\(key) is a number of points from 4 to 200, not '\(text)'.")
    }
    return points
  }

  /// `A` for all, `A,B,…`, where an empty place is left as it is, or `NAME=A`.
  private static func perCurve<Value>(
    _ text: String, _ key: KeyName, _ read: (String, KeyName) throws(Problem) -> Value
  ) throws(Problem) -> CurveChoice<Value> {
    // Names hold equals signs themselves: form1:alpha=0.5=red.
    if let sign = text.lastIndex(of: "="), sign != text.startIndex {
      let value = text[text.index(after: sign)...].filter { $0 != " " }
      return .named(String(text[..<sign]), try read(value, key))
    }
    var values: [Value?] = []
    for part in text.split(separator: ",", omittingEmptySubsequences: false) {
      let part = part.filter { $0 != " " }
      values.append(part.isEmpty ? nil : try read(part, key))
    }
    if values.count == 1, let value = values[0] { return .all(value) }
    return .list(values)
  }
}
