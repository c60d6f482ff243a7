import Activations
import Figures
import Formulas

/// How the text of a value is read; what is wrong with it is a ``Problem`` without a place.
enum ValueReaders {
  /// Any text.
  static func text(_ text: String, _ key: KeyName) throws(Problem) -> String { text }

  /// A text whose formulas can be typeset.
  static func richText(_ text: String, _ key: KeyName) throws(Problem) -> String {
    do {
      try RichText.check(text)
    } catch {
      throw Problem(key, error)
    }
    return text
  }

  /// One of the values that have a name.
  static func choice<Value: RawRepresentable<String> & CaseIterable>(
    _ text: String, _ key: KeyName
  ) throws(Problem) -> Value {
    try choice(text, key, among: Array(Value.allCases))
  }

  /// One of some values that have a name.
  static func choice<Value: RawRepresentable<String>>(
    _ text: String, _ key: KeyName, among values: [Value]
  ) throws(Problem) -> Value {
    if let value = values.first(where: { $0.rawValue == text.lowercased() }) { return value }
    throw notOne(of: values.map(\.rawValue), text, key)
  }

  /// Says which words there are.
  static func notOne(of words: [String], _ text: String, _ key: KeyName) -> Problem {
    let list = words.joined(separator: ", ")
    return Problem(
      key, "\(key) is one of \(list), not '\(text)'\(Suggestion.end(for: text, among: words))")
  }

  /// Values that have a name, behind commas, each once.
  static func choices<Value: RawRepresentable<String> & CaseIterable & Equatable>(
    _ text: String, _ key: KeyName
  ) throws(Problem) -> [Value] {
    var values: [Value] = []
    for part in text.split(separator: ",", omittingEmptySubsequences: false) {
      guard let value = Value(rawValue: part.lowercased()) else {
        let names = Value.allCases.map(\.rawValue)
        let list = names.joined(separator: ", ")
        let end = Suggestion.end(for: String(part), among: names)
        throw Problem(key, "\(key) knows \(list), not '\(part)'\(end)")
      }
      if !values.contains(value) { values.append(value) }
    }
    return values
  }

  /// A number or a list of them.
  static func numbers(_ text: String, _ key: KeyName) throws(Problem) -> [Double] {
    try numbers(text, key, of: "")
  }

  private static func numbers(_ text: String, _ key: KeyName, of name: String) throws(Problem)
    -> [Double]
  {
    var numbers: [Double] = []
    for part in text.split(separator: ",", omittingEmptySubsequences: false) {
      guard let number = number(part) else {
        if text.contains(":") {
          throw Problem(
            key,
            "A range such as 0.5:4 makes a slider in a page (-o FILE.html); \(key)\(name) is a number or a list of them, not '\(text)'."
          )
        }
        throw Problem(key, "\(key)\(name) must be a number or a list of them, not '\(part)'.")
      }
      numbers.append(number)
    }
    return numbers
  }

  /// `NAME=LIST`.
  static func assignment(_ text: String, _ key: KeyName) throws(Problem) -> Assignment {
    let sides = text.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
    guard sides.count == 2, !sides[0].isEmpty else {
      throw Problem(key, "\(key) must be of the form NAME=LIST, not '\(text)'.")
    }
    return Assignment(
      name: Symbols.spelled(sides[0]), written: String(sides[0]),
      values: try numbers(String(sides[1]), key, of: " \(sides[0])"))
  }

  /// `NAME=LO:HI`, the ends finite and ascending.
  static func variation(_ text: String, _ key: KeyName) throws(Problem) -> Variation {
    let sides = text.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
    guard sides.count == 2, let (low, high) = ends(sides[1]), low < high else {
      throw Problem(key, "\(key) must be NAME=LO:HI with LO below HI, not '\(text)'.")
    }
    return Variation(name: Symbols.spelled(sides[0]), range: low...high)
  }

  /// The domain: two finite ends in ascending order.
  static func domain(_ text: String, _ key: KeyName) throws(Problem) -> ClosedRange<Double> {
    guard let (low, high) = ends(text) else {
      throw Problem(key, "\(key) must be two finite numbers LO:HI such as -5:5, not '\(text)'.")
    }
    guard low < high else { throw Problem(key, "\(key) must rise, but '\(text)' does not.") }
    return low...high
  }

  /// A domain of values.
  static func range(_ text: String, _ key: KeyName) throws(Problem) -> ClosedRange<Double> {
    guard let (low, high) = ends(text), low < high else {
      throw Problem(
        key, "\(key) must be two finite numbers LO:HI that rise, such as -1:2, not '\(text)'.")
    }
    return low...high
  }

  /// The two finite ends that `LO:HI` gives, in whatever order, or nil where it is anything else.
  private static func ends(_ text: some StringProtocol) -> (low: Double, high: Double)? {
    let ends = text.split(separator: ":", omittingEmptySubsequences: false)
    guard ends.count == 2, let low = number(ends[0]), let high = number(ends[1]), low.isFinite,
      high.isFinite
    else { return nil }
    return (low, high)
  }

  /// A decimal or C hex float, `inf` or `nan`; nil for anything else, and for what no double holds.
  ///
  /// Strict: no blanks, no units, no digits with commas or underscores.
  static func number(_ text: some StringProtocol) -> Double? {
    let isSigned = text.first == "-" || text.first == "+"
    let body = isSigned ? text.dropFirst() : text[...]
    guard let lead = body.utf8.first else { return nil }
    if lead == UInt8(ascii: ".") || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(lead) {
      return Double(text).flatMap { $0.isFinite ? $0 : nil }
    }
    switch body.lowercased() {
    case "inf", "infinity": return text.first == "-" ? -.infinity : .infinity
    case "nan": return .nan
    default: return nil
    }
  }
}
