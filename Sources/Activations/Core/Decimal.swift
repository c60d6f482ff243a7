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
}
