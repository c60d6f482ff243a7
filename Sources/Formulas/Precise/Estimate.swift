import Activations

/// A number as a pair of doubles, with a bound on its error.
///
/// What overflows, or is divided by what may be 0, has a bound of ∞ or NaN.
struct Estimate {
  var value: Pair
  var error: Double

  init(_ value: Pair, error: Double) { (self.value, self.error) = (value, error) }

  /// A double without error.
  init(_ value: Double) { (self.value, error) = (Pair(value), 0) }

  /// A pair good to a share of itself.
  init(_ value: Pair, share: Double) {
    self.init(value, error: share * value.high.magnitude + Self.underflow(value.high))
  }

  /// What pairs lose in one operation, relative to its result.
  static let roundoff = 0x1p-101

  /// The low parts of small numbers underflow.
  private static func underflow(_ value: Double) -> Double {
    value.magnitude < 0x1p-900 ? 0x1p-1060 : 0
  }

  /// The size, rounded.
  var size: Double { value.high.magnitude }

  /// Its sign, −1 or 1; nil where it may be either, or 0.
  var sign: Double? { size > error ? (value.high < 0 ? -1 : 1) : nil }

  var isNegative: Bool { value.high < 0 }

  var magnitude: Estimate { isNegative ? -self : self }

  /// The nearest double where the bound leaves no more than half an ulp of doubt; nil else, and for what is subnormal, or 0.
  var settled: Double? {
    let double = value.rounded
    guard double.magnitude > 0x1p-900, double.isFinite else { return nil }
    return error <= 0x1p-54 * double.magnitude ? double : nil
  }

  static prefix func - (a: Estimate) -> Estimate { Estimate(-a.value, error: a.error) }

  static func + (a: Estimate, b: Estimate) -> Estimate {
    let sum = a.value + b.value
    return Estimate(sum, error: a.error + b.error + roundoff * sum.high.magnitude)
  }

  static func - (a: Estimate, b: Estimate) -> Estimate { a + -b }

  static func * (a: Estimate, b: Estimate) -> Estimate {
    let product = a.value * b.value
    let carried = a.size * b.error + b.size * a.error + a.error * b.error
    let isZero = (a.size == 0 && a.error == 0) || (b.size == 0 && b.error == 0)
    let own = roundoff * product.high.magnitude + (isZero ? 0 : underflow(product.high))
    return Estimate(product, error: carried + own)
  }

  static func / (a: Estimate, b: Estimate) -> Estimate {
    let quotient = a.value / b.value
    let least = b.size - b.error
    guard least > 0, b.size < .infinity else { return Estimate(quotient, error: .infinity) }
    let carried = (a.error + quotient.high.magnitude * b.error) / least
    let isZero = a.size == 0 && a.error == 0
    let own = roundoff * quotient.high.magnitude + (isZero ? 0 : underflow(quotient.high))
    return Estimate(quotient, error: carried + own)
  }

  static func * (c: Double, a: Estimate) -> Estimate { Estimate(c) * a }

  /// √a.
  var squareRoot: Estimate {
    guard value.high > 2 * error else { return Estimate(.sqrt(value), error: .infinity) }
    let root = Estimate(.sqrt(value), share: Self.roundoff)
    return Estimate(root.value, error: root.error + error / root.size)
  }

  /// aⁿ for n > 0.
  func power(_ n: Int) -> Estimate {
    var (base, rest) = (self, n)
    var product: Estimate?
    while rest > 0 {
      if rest & 1 == 1 { product = product.map { $0 * base } ?? base }
      rest >>= 1
      if rest > 0 { base = base * base }
    }
    return product ?? Estimate(1)
  }
}
