import Activations

/// Reads a number as programs other than C spell it.
///
/// Fortran's `1.0D+00` and `1.0-100`; the `1.#INF`, `1.#QNAN` and `-nan(ind)` of Microsoft's printf; decimal commas, groups of
/// thousands, and the minus sign U+2212 of spreadsheets. What could be two numbers is refused.
struct NumberSpelling: Sendable {
  enum Reading: Equatable {
    case number(Double)
    /// What is wrong with it, as the end of a sentence.
    case problem(String)
  }

  /// Whether a comma with three digits behind it is that of decimals, as it is between semicolons; unknown elsewhere.
  var commaIsDecimal = false

  func read(_ text: String) -> Reading {
    let trimmed = text.replacing("\u{2212}", with: "-")
    switch NumberText.read(trimmed) {
    case .number(let value): return .number(value)
    case .outOfRange: return .problem("is beyond the largest double, 1.7976931348623157e+308")
    case .malformed: break
    }
    if let value = Self.word(trimmed) { return .number(value) }
    if let value = Self.fortran(trimmed) { return .number(value) }
    return grouped(trimmed) ?? .problem(Self.problem(of: trimmed))
  }

  /// NaN and infinities in other words.
  private static func word(_ text: String) -> Double? {
    let lowercased = text.lowercased()
    let isNegative = lowercased.hasPrefix("-")
    let word = lowercased.drop { $0 == "-" || $0 == "+" }
    guard lowercased.count - word.count < 2 else { return nil }
    let infinity = isNegative ? -Double.infinity : .infinity
    if word == "∞" || word.hasPrefix("1.#inf") && word.dropFirst(6).allSatisfy({ $0 == "0" }) {
      return infinity
    }
    for name in ["1.#qnan", "1.#snan", "1.#ind", "1.#nan"] where word.hasPrefix(name) {
      return word.dropFirst(name.count).allSatisfy { $0 == "0" } ? .nan : nil
    }
    switch word {
    case "nan(ind)", "nan(snan)", "nanq", "nans", "qnan", "snan": return .nan
    case "inf32", "inf16": return infinity
    case "nan32", "nan16": return .nan
    default: return nil
    }
  }

  /// A number whose exponent stands behind D, or behind its sign alone where it has three digits.
  private static func fortran(_ text: String) -> Double? {
    guard text.utf8.allSatisfy({ "0123456789.+-dDqQ".utf8.contains($0) }) else { return nil }
    if let letter = text.firstIndex(where: { "dDqQ".contains($0) }) {
      let mantissa = text[..<letter]
      return mantissa.contains { $0.isNumber }
        ? NumberText.number(mantissa + "e" + text[text.index(after: letter)...]) : nil
    }
    guard text.contains("."),
      let sign = text.dropFirst().lastIndex(where: { "+-".contains($0) }),
      text[sign...].count == 4
    else { return nil }
    return NumberText.number(text[..<sign] + "e" + text[sign...])
  }

  /// A number with commas, or with groups of three digits; nil for what has none.
  private func grouped(_ text: String) -> Reading? {
    // Between groups: a comma, a point, an apostrophe, a blank that does not break.
    var plain = text
    for blank in ["'", "\u{2019}", "\u{A0}", "\u{202F}", "\u{2009}", " "] {
      plain = plain.replacing(blank, with: "\u{1}")
    }
    let marks = Set(plain.unicodeScalars.filter { ",.\u{1}".unicodeScalars.contains($0) })
    guard marks.contains(",") || marks.contains("\u{1}") else { return nil }
    let parts = plain.split(
      omittingEmptySubsequences: false, whereSeparator: { ",.\u{1}".contains($0) })
    let last = plain.last { ",.\u{1}".contains($0) }
    let isOneKind = marks.count == 1
    let groupsOfThree = parts.dropFirst().allSatisfy { $0.count == 3 && $0.allSatisfy(\.isNumber) }
    let lead = parts[0].drop { "+-".contains($0) }
    let canLead = (1...3).contains(lead.count) && lead.allSatisfy(\.isNumber)
    if isOneKind, last == ",", parts.count == 2 {
      // 0,125 has no thousands; 1,234 may.
      guard commaIsDecimal || !groupsOfThree || !canLead || lead == "0" else {
        return .problem(
          "may be \(plain.replacing(",", with: "")) or \(plain.replacing(",", with: ".")); write numbers without thousands separators"
        )
      }
      return number(plain.replacing(",", with: "."))
    }
    if isOneKind { return groupsOfThree && canLead ? number(parts.joined()) : nil }
    // The last mark is that of decimals, and stands once; the others make groups of three.
    let groups = parts[1..<(parts.count - 1)]
    guard marks.count == 2, let last, last != "\u{1}", canLead,
      plain.count(where: { $0 == last }) == 1,
      groups.allSatisfy({ $0.count == 3 && $0.allSatisfy(\.isNumber) })
    else { return nil }
    return number(parts.dropLast().joined() + "." + parts[parts.count - 1])
  }

  private func number(_ text: String) -> Reading? {
    NumberText.number(text).map { .number($0) }
  }

  /// What is wrong with a text that is no number.
  private static func problem(of text: String) -> String {
    let lowercased = text.lowercased()
    if text.isEmpty || ["na", "n/a", "null", "none", "-", "?", "missing"].contains(lowercased) {
      return "is no number; write a missing value as nan, or leave its row out"
    }
    if text.hasPrefix("#") { return "is no number but a spreadsheet's error" }
    if lowercased.hasSuffix("j") || lowercased.hasSuffix("j)") || lowercased.hasSuffix("i")
      || lowercased.hasSuffix("i)") || lowercased.hasSuffix("im"),
      lowercased.contains(where: \.isNumber)
    {
      return "is complex; write its real part"
    }
    return "is no number"
  }
}

/// Which marks of decimals the numbers of a file have.
struct DecimalMarks {
  static let comma = UInt8(ascii: ",")
  static let point = UInt8(ascii: ".")

  private var haveCommas = false
  private var havePoints = false

  /// Whether some have a comma, and others a point without one.
  var areMixed: Bool { haveCommas && havePoints }

  mutating func note(_ text: Slice<UnsafeRawBufferPointer>) {
    let comma = text.lastIndex(of: Self.comma)
    let point = text.lastIndex(of: Self.point)
    switch (comma, point) {
    case (nil, nil): break
    case (nil, _?): havePoints = true
    case (_?, nil): haveCommas = true
    case (let comma?, let point?):
      if comma > point { haveCommas = true } else { havePoints = true }
    }
  }
}

/// Reads the bit pattern of a number: `0x3f80`, or the whole number that it is.
enum BitText {
  static func read(_ text: String, as type: FloatType?) -> NumberSpelling.Reading {
    guard let type else {
      return .problem("is a bit pattern; say of which type with --dtype")
    }
    let (width, lowercased) = (type.bitWidth, text.lowercased())
    // What a program prints as a C hex float stands for itself.
    if lowercased.contains("p"), let value = NumberText.number(text) { return .number(value) }
    let pattern: UInt64?
    if lowercased.hasPrefix("0x") {
      pattern = UInt64(lowercased.dropFirst(2), radix: 16)
    } else if let negative = Int64(text), negative < 0 {
      // As a signed integer of the same width prints it.
      let isWithin = width == 64 || negative >= -(Int64(1) << (width - 1))
      pattern =
        isWithin ? UInt64(bitPattern: negative) & (UInt64.max >> UInt64(64 - width)) : nil
    } else {
      pattern = UInt64(text)
      if pattern == nil, UInt64(text, radix: 16) != nil {
        return .problem("is no bit pattern; write 0x\(lowercased)")
      }
    }
    guard let pattern else { return .problem("is no bit pattern such as 0x3f80") }
    guard width == 64 || pattern >> UInt64(width) == 0 else {
      return .problem("is wider than the \(width) bits of \(type)")
    }
    return .number(type.value(bitPattern: pattern))
  }
}
