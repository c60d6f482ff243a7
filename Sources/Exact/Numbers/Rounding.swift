import Activations
import CMPFR

// From numbers of MPFR's to those of narrower types, rounded once.

extension Number {
  /// The value of a type that is nearest to it; of two, the one with the even significand.
  func rounded(to type: FloatType) -> Double {
    guard type != .f64 else { return double }
    guard !isZero, !isInfinite else { return double }
    let least = type.ulp(of: 0)
    // The unit of its binade, but not less than that of subnormals; rounded in units, it is a whole number.
    let unit = max(exponent - type.precision, Int(least.exponent))
    guard unit < 2000 else { return sign < 0 ? -.infinity : .infinity }
    let scaled = Number(precision) { number in
      read { mpfr_mul_2si(number, $0, -unit, MPFR_RNDN) }
    }
    let whole = Number(64) { number in scaled.read { mpfr_rint(number, $0, MPFR_RNDN) } }
    let value = whole.double * Double(sign: .plus, exponent: unit, significand: 1)
    guard value.magnitude <= type.greatestFiniteMagnitude else {
      return sign < 0 ? -.infinity : .infinity
    }
    return value == 0 && sign < 0 ? -0.0 : value
  }
}

extension Bounds {
  /// The value of a type to which all numbers within round; nil where they differ.
  ///
  /// Of zeros the sign does not count.
  func rounded(to type: FloatType) -> Double? {
    if isZero { return 0 }
    let (a, b) = (low.rounded(to: type), high.rounded(to: type))
    guard a == b else { return roundedInside(to: type) }
    guard a == 0 else { return a }
    // The number is not 0, or nobody knows it to be; what is as likely of either sign is rounded to 0.
    return high.sign <= 0 ? -0.0 : 0
  }

  /// The same where an end that is not reached lies in the middle between two values: the value is beyond.
  private func roundedInside(to type: FloatType) -> Double? {
    guard !(low.isReached && high.isReached), !isUnbounded else { return nil }
    let (inner, outer) = (
      low.isReached ? low : low.next(low.precision + 8),
      high.isReached ? high : high.previous(high.precision + 8)
    )
    let (a, b) = (inner.rounded(to: type), outer.rounded(to: type))
    return a == b ? a : nil
  }
}
