/// What a formula is evaluated in: `Double` for speed, `Pair` where a double is not enough.
///
/// Every gate is written once, for both. Arguments of exponentials are pairs either way.
package protocol Scalar: Sendable, ExpressibleByFloatLiteral, ExpressibleByIntegerLiteral {
  init(_ value: Double)
  init(_ pair: Pair)

  /// The nearest double.
  var rounded: Double { get }
  /// The number as a pair.
  var pair: Pair { get }
  /// The product with a power of two.
  func scaled(by power: Double) -> Self

  static prefix func - (x: Self) -> Self
  static func + (a: Self, b: Self) -> Self
  static func - (a: Self, b: Self) -> Self
  static func * (a: Self, b: Self) -> Self
  static func / (a: Self, b: Self) -> Self
  static func sqrt(_ x: Self) -> Self

  /// e^u for u from −700 to 709.
  static func exp(_ u: Pair) -> Self
  /// e^u for |u| < 708 in two parts, of which the second is small, and 0 where the first has digits enough.
  static func splitExp(_ u: Pair) -> (value: Self, rest: Self)
  /// The same for |u| ≤ 745 with the C library's exponential, to half an ulp of the first.
  static func quickExp(_ u: Pair) -> (value: Self, rest: Self)
  /// ln(1 + x) for x ≥ 0.
  static func log1p(_ x: Self) -> Self
  /// arctan x for x ≥ 0.
  static func atan(_ x: Self) -> Self
  /// erf(y) for 0 ≤ y < ½.
  static func smallErf(_ y: Pair) -> Self
  /// e^−y²·erfcx(y), that is erfc(y), for y ≥ ½ and e^−y² as `splitExp` gives it.
  static func erfc(_ y: Pair, bell: Self, rest: Self) -> Self
}

extension Double: Scalar {
  @inline(__always)
  package init(_ pair: Pair) { self = pair.high + pair.low }

  @inline(__always)
  package var rounded: Double { self }

  @inline(__always)
  package var pair: Pair { Pair(self, 0) }

  @inline(__always)
  package func scaled(by power: Double) -> Double { self * power }

  @inline(__always)
  package static func sqrt(_ x: Double) -> Double { x.squareRoot() }

  /// 1 ulp: e^high · (1 + low).
  @inline(__always)
  package static func exp(_ u: Pair) -> Double {
    let value = Libm.exp(u.high)
    return value + value * u.low
  }

  @inline(__always)
  package static func log1p(_ x: Double) -> Double { Libm.log1p(x) }

  @inline(__always)
  package static func atan(_ x: Double) -> Double { Libm.atan(x) }

  @inline(__always)
  package static func smallErf(_ y: Pair) -> Double { Libm.erf(Double(y)) }
}
