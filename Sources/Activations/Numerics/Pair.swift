/// A number carried as the unevaluated sum of two doubles, `low` at most half an ulp of `high`.
///
/// It has about 106 bits. An argument rounded to one double costs |argument| / 2 ulp of its
/// exponential, and a sum that cancels loses what its terms had been rounded to: a pair keeps both.
///
/// Sources: T. J. Dekker, "A floating-point technique for extending the available precision",
/// Numer. Math. 18 (1971); D. E. Knuth, TAOCP 2, 4.2.2; for the rest M. Joldes et al., "Tight and
/// rigorous error bounds for basic building blocks of double-word arithmetic", ACM TOMS 44 (2017).
package struct Pair: Sendable {
  package var high: Double
  package var low: Double

  @inline(__always)
  package init(_ high: Double, _ low: Double) {
    self.high = high
    self.low = low
  }

  /// a + b without error, for any order of magnitude (Knuth).
  @inline(__always)
  package static func sum(_ a: Double, _ b: Double) -> Pair {
    let high = a + b
    let part = high - a
    return Pair(high, (a - (high - part)) + (b - part))
  }

  /// a + b without error where |a| ≥ |b| or a is 0 (Dekker).
  @inline(__always)
  static func quickSum(_ a: Double, _ b: Double) -> Pair {
    let high = a + b
    return Pair(high, b - (high - a))
  }

  /// The leading 26 bits of a double, whose square is exact unless it over- or underflows; the rest has 27.
  @inline(__always)
  static func leadingHalf(_ x: Double) -> Double {
    Double(bitPattern: x.bitPattern & 0xffff_ffff_f800_0000)
  }

  /// 1/x to a nineteenth of it for x > 0, which is enough for what is a rounding error itself: the exponent changes its sign, and the
  /// bits behind it fall where they rose.
  @inline(__always)
  static func roughReciprocal(_ x: Double) -> Double {
    Double(bitPattern: 0x7fde_6238_22fc_16e6 &- x.bitPattern)
  }

  /// a·b without error, unless the product overflows or its error underflows.
  ///
  /// An infinite product has no low part, so that no ∞ − ∞ arises.
  @inline(__always)
  package static func product(_ a: Double, _ b: Double) -> Pair {
    let high = a * b
    return Pair(high, high.isFinite ? (-high).addingProduct(a, b) : 0)
  }

  /// a / b; the error is about 2⁻¹⁰⁵ of the quotient.
  @inline(__always)
  package static func quotient(_ a: Double, _ b: Double) -> Pair {
    let high = a / b
    guard high.isFinite else { return Pair(high, 0) }
    return Pair(high, a.addingProduct(-high, b) / b)
  }

  /// |x| as a pair.
  @inline(__always)
  var magnitude: Pair { high < 0 ? -self : self }

  /// The square; the error is about 2⁻¹⁰⁴ of it.
  @inline(__always)
  var squared: Pair {
    let product = Pair.product(high, high)
    guard product.high.isFinite else { return product }
    return Pair(product.high, product.low + 2 * high * low)
  }
}

extension Pair: Scalar {
  @inline(__always)
  package init(_ value: Double) { self.init(value, 0) }

  @inline(__always)
  package init(_ pair: Pair) { self = pair }

  @inline(__always)
  package init(floatLiteral value: Double) { self.init(value, 0) }

  @inline(__always)
  package init(integerLiteral value: Int) { self.init(Double(value), 0) }

  @inline(__always)
  package var rounded: Double { high + low }

  @inline(__always)
  package var pair: Pair { self }

  @inline(__always)
  package func scaled(by power: Double) -> Pair { Pair(high * power, low * power) }

  @inline(__always)
  package static prefix func - (x: Pair) -> Pair { Pair(-x.high, -x.low) }

  @inline(__always)
  package static func + (a: Pair, b: Pair) -> Pair {
    let high = Pair.sum(a.high, b.high)
    guard high.high.isFinite else { return Pair(high.high, 0) }
    let low = Pair.sum(a.low, b.low)
    let partial = Pair.quickSum(high.high, high.low + low.high)
    return Pair.quickSum(partial.high, partial.low + low.low)
  }

  @inline(__always)
  package static func - (a: Pair, b: Pair) -> Pair { a + -b }

  @inline(__always)
  package static func * (a: Pair, b: Pair) -> Pair {
    let product = Pair.product(a.high, b.high)
    guard product.high.isFinite else { return product }
    return Pair.quickSum(product.high, product.low + (a.high * b.low + a.low * b.high))
  }

  @inline(__always)
  package static func / (a: Pair, b: Pair) -> Pair {
    let first = a.high / b.high
    guard first.isFinite, b.high.isFinite else { return Pair(first, 0) }
    // a − first·b: its leading part is exact, for first·b agrees with a in all of it.
    let product = Pair.product(first, b.high)
    let rest = (a.high - product.high) + (a.low - product.low - first * b.low)
    return Pair.quickSum(first, rest / b.high)
  }

  package static func sqrt(_ x: Pair) -> Pair {
    guard x.high > 0, x.high.isFinite else { return Pair(x.high.squareRoot(), 0) }
    let root = x.high.squareRoot()
    let rest = x - Pair.product(root, root)
    return Pair.quickSum(root, rest.high / (2 * root))
  }
}
