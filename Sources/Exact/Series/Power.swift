/// A power of t, t^p·(ln t)^k: p an unevaluated sum of two doubles, exact for sums of few doubles, and good to 2⁻¹⁰⁰ for
/// rational ones.
///
/// Two p are one where they differ by less than 2⁻⁹² of 1 or of themselves: doubles that are exponents, and multiples of
/// them, cannot come so close without being equal. As t → 0 the lesser of two powers outweighs the other: that with the
/// lesser p, or of equal ones that with the greater k.
struct Power: Comparable, Sendable {
  let high: Double
  let low: Double
  /// k.
  let logarithms: Int

  init(_ value: Double, logarithms: Int = 0) {
    (high, low, self.logarithms) = (value, 0, logarithms)
  }

  private init(_ high: Double, _ low: Double, _ logarithms: Int) {
    let sum = high + low
    let rest = low - (sum - high)
    // What is meant to be a whole number is one.
    let isWhole = sum == sum.rounded() && rest.magnitude < Self.tolerance
    (self.high, self.low, self.logarithms) = (sum, isWhole ? 0 : rest, logarithms)
  }

  /// p/q.
  init(_ p: Double, over q: Double) {
    let high = p / q
    self.init(high, p.addingProduct(-high, q) / q, 0)
  }

  static let zero = Power(0)
  static let one = Power(1)
  static let infinity = Power(.infinity)
  /// The order of what is known up to something smaller than any power.
  static let beyond = Power(.greatestFiniteMagnitude)
  /// ln t.
  static let logarithm = Power(0, logarithms: 1)
  /// Added to a power it makes an order, from which on nothing is known, whatever the logarithms.
  static let order = Power(0, logarithms: 1000)
  private static let tolerance = 0x1p-92

  /// Whether it is no power of t's, but says that something is known to all powers.
  var isBeyond: Bool { high.magnitude >= Double.greatestFiniteMagnitude }

  var isWhole: Bool { low == 0 && logarithms == 0 && high == high.rounded() }

  /// t^p alone.
  var base: Power { Power(high, low, 0) }

  static func + (a: Power, b: Power) -> Power {
    if a.isBeyond { return a }
    if b.isBeyond { return b }
    let (sum, logarithms) = (a.high + b.high, a.logarithms + b.logarithms)
    if a.low == 0, b.low == 0, sum - a.high == b.high, sum - b.high == a.high {
      return Power(sum, logarithms: logarithms)
    }
    let part = sum - a.high
    let error = (a.high - (sum - part)) + (b.high - part)
    return Power(sum, error + a.low + b.low, logarithms)
  }

  static prefix func - (a: Power) -> Power { Power(-a.high, -a.low, -a.logarithms) }
  static func - (a: Power, b: Power) -> Power { a + -b }

  /// (t^p)^factor.
  static func * (a: Power, factor: Double) -> Power {
    if a.isBeyond { return a }
    let product = a.high * factor
    return Power(product, (-product).addingProduct(a.high, factor) + a.low * factor, 0)
  }

  static func < (a: Power, b: Power) -> Bool {
    if a.isBeyond || b.isBeyond { return a.high < b.high }
    let difference = (a.high - b.high) + (a.low - b.low)
    if difference.magnitude < tolerance * max(1, a.high.magnitude) {
      return a.logarithms > b.logarithms
    }
    return difference < 0
  }

  static func == (a: Power, b: Power) -> Bool { !(a < b) && !(b < a) }
}

extension Bounds {
  /// The p of a power of t's as a number.
  init(_ power: Power, _ arithmetic: Arithmetic) {
    guard power.low != 0 else {
      self.init(power.high)
      return
    }
    let slack = Double(sign: .plus, exponent: power.high.exponent - 99, significand: 1)
    let sum = arithmetic.add(Bounds(power.high), Bounds(power.low))
    self = arithmetic.add(sum, Bounds(Number(-slack), Number(slack)))
  }
}
