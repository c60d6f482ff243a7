import CMPFR

/// A small rational multiple of 1 or of π, kept exact: by it sin πx is 0 at whole numbers, and ⅓ − ⅓ is.
struct Multiple: Equatable, Sendable {
  let numerator: Int
  /// Positive, and without common factors with the numerator.
  let denominator: Int
  let isOfPi: Bool

  /// The largest numerator and denominator: products of two of them cannot overflow.
  private static let largest = 1 << 30

  /// A multiple, reduced; nil for one that is not small.
  init?(_ numerator: Int, over denominator: Int, isOfPi: Bool) {
    guard denominator != 0 else { return nil }
    var (a, b) = (numerator.magnitude, denominator.magnitude)
    while b != 0 { (a, b) = (b, a % b) }
    let divisor = Int(a) * denominator.signum()
    self.numerator = numerator / divisor
    self.denominator = denominator / divisor
    self.isOfPi = isOfPi && numerator != 0
    guard self.numerator.magnitude <= Self.largest, self.denominator <= Self.largest else {
      return nil
    }
  }

  /// A number that is a small multiple of a power of ½.
  init?(_ number: Number) {
    guard !number.isInfinite, (-30...31).contains(number.size) || number.isZero else { return nil }
    let value = number.double
    guard number.read({ mpfr_cmp_d($0, value) == 0 }) else { return nil }
    let scaled = value * 0x1p30
    guard let numerator = Int(exactly: scaled) else { return nil }
    self.init(numerator, over: 1 << 30, isOfPi: false)
  }

  /// Whether it is a number with a finite binary expansion, which needs no more than its digits.
  var isBinary: Bool { !isOfPi && denominator & (denominator - 1) == 0 }

  static func + (a: Multiple, b: Multiple) -> Multiple? {
    guard a.isOfPi == b.isOfPi || a.numerator == 0 || b.numerator == 0 else { return nil }
    return Multiple(
      a.numerator * b.denominator + b.numerator * a.denominator,
      over: a.denominator * b.denominator, isOfPi: a.isOfPi || b.isOfPi)
  }

  static prefix func - (a: Multiple) -> Multiple {
    Multiple(-a.numerator, over: a.denominator, isOfPi: a.isOfPi) ?? a
  }

  static func * (a: Multiple, b: Multiple) -> Multiple? {
    guard !(a.isOfPi && b.isOfPi) else { return nil }
    return Multiple(
      a.numerator * b.numerator, over: a.denominator * b.denominator, isOfPi: a.isOfPi || b.isOfPi)
  }

  static func / (a: Multiple, b: Multiple) -> Multiple? {
    guard b.numerator != 0, a.isOfPi || !b.isOfPi else { return nil }
    return Multiple(
      a.numerator * b.denominator, over: a.denominator * b.numerator,
      isOfPi: a.isOfPi && !b.isOfPi)
  }
}
