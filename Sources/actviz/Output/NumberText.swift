import CShortestDecimal

/// Reads a number that stands alone: a decimal, a C hex float, `inf` or `nan`.
///
/// Strict: no blanks, no units, no digits with commas or underscores. Decimals that lie between
/// two doubles round to the nearest; tiny ones round to zero.
enum NumberText {
  enum Reading: Equatable {
    case number(Double)
    /// A finite number is written, but it is larger than the largest double.
    case outOfRange
    case malformed
  }

  static func read(_ text: some StringProtocol) -> Reading {
    text.withCString { start in
      // A text with a NUL in it is longer than its C string, and so not read to its end.
      read(UnsafeBufferPointer(start: start, count: text.utf8.count))
    }
  }

  /// The number that a text is, or `nil` where it is none or is out of range.
  static func number(_ text: some StringProtocol) -> Double? {
    if case .number(let value) = read(text) { value } else { nil }
  }

  /// The number that bytes are, or `nil`; behind them there is one more that belongs to no number.
  @inline(__always)
  static func number(_ bytes: Slice<UnsafeRawBufferPointer>) -> Double? {
    let text = UnsafeRawBufferPointer(rebasing: bytes).assumingMemoryBound(to: CChar.self)
    if case .number(let value) = read(text) { return value }
    return nil
  }

  /// The two finite ends that `LO:HI` gives, in whatever order, or `nil` where it is anything else.
  static func ends(_ text: some StringProtocol) -> (low: Double, high: Double)? {
    let ends = text.split(separator: ":", omittingEmptySubsequences: false)
    guard ends.count == 2, let low = number(ends[0]), let high = number(ends[1]), low.isFinite,
      high.isFinite
    else { return nil }
    return (low, high)
  }

  /// Reads bytes behind which there is one more that belongs to no number, such as a line's end.
  static func read(_ bytes: UnsafeBufferPointer<CChar>) -> Reading {
    guard let start = bytes.baseAddress, let first = bytes.first else { return .malformed }
    let isSigned = first == minus || first == plus
    guard let lead = isSigned ? bytes.dropFirst().first : first else { return .malformed }
    // `strtod` would skip blanks, and it reads `nan(…)`, which means nothing here.
    guard lead == point || (zero...nine).contains(lead) else {
      return word(bytes.dropFirst(isSigned ? 1 : 0), isNegative: first == minus)
    }
    var value = 0.0
    guard actviz_read_number(start, bytes.count, &value) == bytes.count else { return .malformed }
    return value.isInfinite ? .outOfRange : .number(value)
  }

  private static func word(_ bytes: Slice<UnsafeBufferPointer<CChar>>, isNegative: Bool) -> Reading
  {
    guard bytes.count <= 8 else { return .malformed }
    switch String(decoding: bytes.map(UInt8.init(bitPattern:)), as: UTF8.self).lowercased() {
    case "inf", "infinity": return .number(isNegative ? -.infinity : .infinity)
    case "nan": return .number(.nan)
    default: return .malformed
    }
  }

  private static let minus = CChar(bitPattern: UInt8(ascii: "-"))
  private static let plus = CChar(bitPattern: UInt8(ascii: "+"))
  private static let point = CChar(bitPattern: UInt8(ascii: "."))
  private static let zero = CChar(bitPattern: UInt8(ascii: "0"))
  private static let nine = CChar(bitPattern: UInt8(ascii: "9"))
}
