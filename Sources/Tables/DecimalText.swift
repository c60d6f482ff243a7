import CShortestDecimal

/// Doubles as decimal text.
package enum DecimalText {
  /// The longest text of a double: `-2.2250738585072014e-308` has 24 bytes, and the writer asks
  /// for 32.
  static let maximumLength = 32

  /// The shortest decimal that reads back to the same double.
  ///
  /// Whole numbers up to 2^53 are plain (`100000`); others take a power of ten where that is
  /// shorter. Negative zero is `-0`; what is not finite is `nan`, `inf` or `-inf`.
  package static func shortest(_ value: Double) -> String {
    guard value.isFinite else { return nonFinite(value) }
    return text { actviz_shortest_decimal(value, $0) }
  }

  /// The decimal rounded to some significant digits, without trailing zeros.
  ///
  /// `digits` is clamped to 1...17. What is not finite is `nan`, `inf` or `-inf`.
  package static func rounded(_ value: Double, digits: Int) -> String {
    guard value.isFinite else { return nonFinite(value) }
    let digits = Int32(min(max(digits, 1), 17))
    return text { actviz_rounded_decimal(value, digits, $0) }
  }

  static func nonFinite(_ value: Double) -> String {
    value.isNaN ? "nan" : value < 0 ? "-inf" : "inf"
  }

  private static func text(_ write: (UnsafeMutablePointer<CChar>) -> Int) -> String {
    withUnsafeTemporaryAllocation(of: CChar.self, capacity: maximumLength) { buffer in
      guard let start = buffer.baseAddress else { return "" }
      let written = UnsafeRawBufferPointer(start: start, count: write(start))
      return String(decoding: written, as: UTF8.self)
    }
  }
}
