/// A number carried as the unevaluated sum of two doubles, `low` below half an ulp of `high`.
///
/// An argument rounded to one double costs |argument| / 2 ulp of its exponential. A pair keeps
/// what was rounded away, and `exp` puts it back.
///
/// Source: T. J. Dekker, "A floating-point technique for extending the available precision",
/// Numerische Mathematik 18 (1971).
struct Pair: Sendable {
  var high: Double
  var low: Double

  @inline(__always)
  init(_ high: Double, _ low: Double = 0) {
    self.high = high
    self.low = low
  }

  /// a + b without error, for any order of magnitude (Knuth's two-sum).
  @inline(__always)
  static func sum(_ a: Double, _ b: Double) -> Pair {
    let high = a + b
    let part = high - a
    return Pair(high, (a - (high - part)) + (b - part))
  }

  /// a·b without error, unless the product overflows or its error underflows.
  ///
  /// An infinite product has no low part, so that no ∞ − ∞ arises.
  @inline(__always)
  static func product(_ a: Double, _ b: Double) -> Pair {
    let high = a * b
    return Pair(high, high.isFinite ? (-high).addingProduct(a, b) : 0)
  }

  @inline(__always)
  static prefix func - (pair: Pair) -> Pair { Pair(-pair.high, -pair.low) }

  /// The pair plus a double; the error is about 2⁻¹⁰⁵ of the sum.
  @inline(__always)
  static func + (pair: Pair, x: Double) -> Pair {
    let sum = Pair.sum(pair.high, x)
    return Pair(sum.high, sum.low + pair.low)
  }

  /// The pair times a double; the error is about 2⁻¹⁰⁵ of the product.
  @inline(__always)
  static func * (pair: Pair, x: Double) -> Pair {
    let product = Pair.product(pair.high, x)
    return Pair(product.high, product.high.isFinite ? product.low + pair.low * x : 0)
  }

  /// The product of two pairs; the error is about 2⁻¹⁰³ of it.
  @inline(__always)
  static func * (a: Pair, b: Pair) -> Pair {
    let product = Pair.product(a.high, b.high)
    guard product.high.isFinite else { return product }
    return Pair(product.high, product.low + (a.high * b.low + a.low * b.high))
  }

  /// The pair times a power of two, without error.
  @inline(__always)
  func scaled(by power: Double) -> Pair { Pair(high * power, low * power) }

  /// The square of the pair; the error is about 2⁻¹⁰⁴ of it.
  @inline(__always)
  var squared: Pair {
    let product = Pair.product(high, high)
    return Pair(product.high, product.high.isFinite ? product.low + 2 * high * low : 0)
  }

  /// x / divisor as a pair; the error is about 2⁻¹⁰⁵ of the quotient.
  @inline(__always)
  static func quotient(_ x: Double, _ divisor: Double) -> Pair {
    let high = x / divisor
    guard high.isFinite else { return Pair(high) }
    return Pair(high, x.addingProduct(-high, divisor) / divisor)
  }

  /// The double nearest to the pair.
  @inline(__always)
  var rounded: Double { high + low }
}
