/// A power of t: an unevaluated sum of two doubles, exact for sums of few doubles, and good to 2⁻¹⁰⁰ for rational ones.
///
/// Two powers are one where they differ by less than 2⁻⁹² of 1 or of themselves: doubles that are exponents, and multiples of
/// them, cannot come so close without being equal.
struct Power: Comparable, Sendable {
  let high: Double
  let low: Double

  init(_ value: Double) { (high, low) = (value, 0) }

  private init(_ high: Double, _ low: Double) {
    let sum = high + low
    let whole = sum.rounded()
    // What is meant to be a whole number is one.
    if sum == whole, (low - (sum - high)).magnitude < Self.tolerance {
      (self.high, self.low) = (sum, 0)
    } else {
      (self.high, self.low) = (sum, low - (sum - high))
    }
  }

  /// p/q.
  init(_ p: Double, over q: Double) {
    let high = p / q
    self.init(high, p.addingProduct(-high, q) / q)
  }

  static let zero = Power(0)
  static let one = Power(1)
  static let infinity = Power(.infinity)
  /// The order of what is known up to something smaller than any power.
  static let beyond = Power(.greatestFiniteMagnitude)
  private static let tolerance = 0x1p-92

  /// Whether it is no power of t's, but says that something is known to all powers.
  var isBeyond: Bool { high.magnitude >= Double.greatestFiniteMagnitude }

  var isWhole: Bool { low == 0 && high == high.rounded() }

  static func + (a: Power, b: Power) -> Power {
    if a.isBeyond { return a }
    if b.isBeyond { return b }
    if a.low == 0, b.low == 0 {
      let sum = a.high + b.high
      if sum - a.high == b.high, sum - b.high == a.high { return Power(sum) }
    }
    let sum = a.high + b.high
    let part = sum - a.high
    let error = (a.high - (sum - part)) + (b.high - part)
    return Power(sum, error + a.low + b.low)
  }

  static prefix func - (a: Power) -> Power { Power(-a.high, -a.low) }
  static func - (a: Power, b: Power) -> Power { a + -b }

  static func * (a: Power, factor: Double) -> Power {
    if a.isBeyond
      || a.low == 0 && a.high * factor / factor == a.high && (a.high * factor).magnitude < 0x1p50
        && a.high == a.high.rounded() && factor == factor.rounded()
    {
      return a.isBeyond ? a : Power(a.high * factor)
    }
    let product = a.high * factor
    return Power(product, (-product).addingProduct(a.high, factor) + a.low * factor)
  }

  static func < (a: Power, b: Power) -> Bool {
    if a.isBeyond || b.isBeyond { return a.high < b.high }
    let difference = (a.high - b.high) + (a.low - b.low)
    return difference < -tolerance * max(1, a.high.magnitude)
  }

  static func == (a: Power, b: Power) -> Bool { !(a < b) && !(b < a) }
}

extension Bounds {
  /// A power of t's as a number.
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
