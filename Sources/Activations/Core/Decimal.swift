/// Numbers as sentences and labels have them.
package enum Decimal {
  /// The shortest decimal of a value, without the `.0` of whole numbers.
  package static func text(
    _ value: Double, minus: String = "-", infinity: String = "inf"
  ) -> String {
    let sign = value < 0 ? minus : ""
    guard value.isFinite else { return value.isNaN ? "nan" : sign + infinity }
    let digits = "\(value.magnitude)"
    return sign + (digits.hasSuffix(".0") ? String(digits.dropLast(2)) : digits)
  }

  /// A value to four significant digits, as captions have it: 1.772 for 1.7724538509.
  package static func short(
    _ value: Double, minus: String = "-", infinity: String = "inf"
  ) -> String {
    text(rounded(value), minus: minus, infinity: infinity)
  }

  private static func rounded(_ value: Double) -> Double {
    let size = value.magnitude
    guard value.isFinite, size >= 1e-290, size < 1e290 else { return value }
    // log10(2) = 0.30103 of the binary exponent is the decimal one or one off.
    var exponent = Int((Double(size.exponent) * 0.30103).rounded(.down))
    while let next = Double("1e\(exponent + 1)"), next <= size { exponent += 1 }
    while let own = Double("1e\(exponent)"), own > size { exponent -= 1 }
    guard let unit = Double("1e\(3 - exponent)") else { return value }
    let digits = Int((size * unit).rounded())
    return Double("\(value < 0 ? "-" : "")\(digits)e\(exponent - 3)") ?? value
  }
}
