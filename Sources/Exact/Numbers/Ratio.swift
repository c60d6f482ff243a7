import CMPFR

/// A number of any size and sign over a small odd one, kept exact: by it (x + 3)/6 + x/6 is known to lie in the middle between two
/// doubles where it does, which no number of digits of either quotient tells.
struct Ratio: Sendable {
  /// An exact number of MPFR's.
  let numerator: Number
  /// Odd, above 0, at most 2³⁰, and without common factors with the numerator.
  let denominator: Int

  /// A quotient by a whole number that is not 0; nil where its odd part is not small.
  init?(_ numerator: Number, over divisor: Int) {
    guard !numerator.isInfinite, divisor != 0 else { return nil }
    let shift = divisor.trailingZeroBitCount
    let odd = abs(divisor >> shift)
    guard odd <= Self.largest else { return nil }
    let scaled = Number(numerator.precision) { number in
      numerator.read { mpfr_mul_2si(number, $0, -shift, MPFR_RNDN) }
    }
    let common = Self.commonFactor(odd, scaled)
    let reduced = Number(numerator.precision) { number in
      scaled.read { mpfr_div_si(number, $0, divisor < 0 ? -common : common, MPFR_RNDN) }
    }
    guard scaled.isReached, reduced.isReached else { return nil }
    (self.numerator, denominator) = (reduced, odd / common)
  }

  /// Denominators of two have a product that does not overflow.
  private static let largest = 1 << 30

  /// The greatest odd number that divides both; powers of two in the number do not matter, and of 0 it is all.
  private static func commonFactor(_ odd: Int, _ number: Number) -> Int {
    guard odd > 1, !number.isZero else { return odd }
    // A whole number with the same odd part, taken modulo the other; both are exact.
    let whole = Number(number.precision) { result in
      number.read { mpfr_mul_2si(result, $0, number.precision - number.exponent, MPFR_RNDN) }
    }
    let rest = Number(64) { result in
      whole.read { a in Number(odd).read { b in mpfr_fmod(result, a, b, MPFR_RNDN) } }
    }
    var (a, b) = (odd, abs(rest.read { mpfr_get_si($0, MPFR_RNDN) }))
    while b != 0 { (a, b) = (b, a % b) }
    return a
  }

  /// The numerator as a whole number and a power of two; nil where its odd part is not small.
  fileprivate var oddNumerator: (odd: Int, power: Int)? {
    guard !numerator.isZero else { return nil }
    let shift = numerator.exponent - 31
    let whole = Number(31) { result in
      numerator.read { mpfr_mul_2si(result, $0, -shift, MPFR_RNDN) }
    }
    guard whole.isReached, whole.isInteger else { return nil }
    let value = whole.read { mpfr_get_si($0, MPFR_RNDN) }
    let zeros = value.trailingZeroBitCount
    return (value >> zeros, shift + zeros)
  }
}

extension Bounds {
  /// What the number is exactly, where it is known as a ratio; of a point the point.
  fileprivate var asRatio: Ratio? {
    if let ratio { return ratio }
    guard let multiple else { return isPoint ? Ratio(low, over: 1) : nil }
    return multiple.isOfPi ? nil : Ratio(Number(multiple.numerator), over: multiple.denominator)
  }

  /// Whether more than its digits is known of it.
  fileprivate var isQuotient: Bool { ratio != nil || multiple?.isOfPi == false }
}

extension Arithmetic {
  /// The bounds of a ratio, which are a point where it has a finite binary expansion that these bits hold.
  private func bounds(_ ratio: Ratio) -> Bounds {
    let value = ratio.numerator.read { x in
      point { mpfr_div_si($0, x, ratio.denominator, $1) }
    }
    return value.isPoint ? value : Bounds(value.low, value.high, ratio: ratio)
  }

  /// The exact numbers of two, where one is a quotient and both are known; nil for all else.
  private func ratios(_ a: Bounds, _ b: Bounds) -> (Ratio, Ratio)? {
    guard a.isQuotient || b.isQuotient, a.isQuotient || a.isPoint, b.isQuotient || b.isPoint,
      let first = a.asRatio, let second = b.asRatio
    else { return nil }
    return (first, second)
  }

  /// A sum of which one part is a quotient; nil where that is not known exactly.
  func sumOfRatios(_ a: Bounds, _ b: Bounds) -> Bounds? {
    guard let (first, second) = ratios(a, b) else { return nil }
    let left = times(Bounds(first.numerator), second.denominator)
    let right = times(Bounds(second.numerator), first.denominator)
    let sum = add(left, right)
    guard left.isPoint, right.isPoint, sum.isPoint else { return nil }
    return Ratio(sum.low, over: first.denominator * second.denominator).map { bounds($0) }
  }

  /// A product likewise.
  func productOfRatios(_ a: Bounds, _ b: Bounds) -> Bounds? {
    guard let (first, second) = ratios(a, b) else { return nil }
    let product = multiply(Bounds(first.numerator), Bounds(second.numerator))
    guard product.isPoint else { return nil }
    return Ratio(product.low, over: first.denominator * second.denominator).map { bounds($0) }
  }

  /// A quotient of numbers that are known exactly, by one whose odd part is small.
  func quotientOfRatios(_ a: Bounds, _ b: Bounds) -> Bounds? {
    guard a.isPoint || a.isQuotient, b.isPoint || b.isQuotient, let first = a.asRatio,
      let second = b.asRatio, let (odd, power) = second.oddNumerator
    else { return nil }
    let numerator = times(Bounds(first.numerator), second.denominator)
    guard numerator.isPoint else { return nil }
    let scaled = Number(numerator.low.precision) { number in
      numerator.low.read { mpfr_mul_2si(number, $0, -power, MPFR_RNDN) }
    }
    return Ratio(scaled, over: first.denominator * odd).map { bounds($0) }
  }
}
