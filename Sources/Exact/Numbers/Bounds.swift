import CMPFR

/// Two numbers between which a real number is proved to lie; one and the same where it is known exactly.
///
/// An end that is not reached lies strictly outside: so e^−x is known to be positive, however small, and what is just below the
/// middle between two doubles to be below it.
///
/// An infinite end says that nothing is known on that side, or that a result was too large for MPFR.
struct Bounds: Sendable {
  let low: Number
  let high: Number
  /// What the number is exactly, where that is a multiple of 1 without a finite binary expansion, or of π.
  let multiple: Multiple?
  /// What it is exactly, where that is a number over a small odd one that is no small multiple.
  let ratio: Ratio?

  init(_ low: Number, _ high: Number, multiple: Multiple? = nil, ratio: Ratio? = nil) {
    self.low = low.read { mpfr_nan_p($0) != 0 } ? .negativeInfinity : low
    self.high = high.read { mpfr_nan_p($0) != 0 } ? .infinity : high
    self.multiple = multiple
    self.ratio = ratio
  }

  /// A number.
  init(_ point: Number) { (low, high, multiple, ratio) = (point, point, nil, nil) }
  init(_ value: Double) { self.init(Number(value)) }
  init(_ value: Int) { self.init(Number(value)) }

  static let zero = Bounds(.zero)
  static let one = Bounds(.one)
  /// Nothing is known.
  static let whole = Bounds(.negativeInfinity, .infinity)

  /// Whether the number is known exactly by its digits.
  var isPoint: Bool { low.isSame(high) }
  /// Whether it is known to be 0.
  var isZero: Bool { isPoint && low.isZero }
  /// Whether it is known to be 1.
  var isOne: Bool { isPoint && low.read { mpfr_cmp_si_2exp($0, 1, 0) == 0 } }

  /// −1, 0 or 1; nil where the bounds leave it open.
  var sign: Int? {
    if isPoint { return low.sign }
    if let multiple { return multiple.numerator.signum() }
    if low.sign > 0 || (low.isZero && !low.isReached) { return 1 }
    return high.sign < 0 || (high.isZero && !high.isReached) ? -1 : nil
  }

  /// Whether a bound is infinite.
  var isUnbounded: Bool { low.isInfinite || high.isInfinite }

  /// The exponent that no number within exceeds.
  var size: Int { max(low.size, high.size) }

  /// The whole number that it is known to be, a small one.
  var integer: Int? {
    guard isPoint, low.isInteger, low.size < 62 else { return nil }
    return low.read { mpfr_get_si($0, MPFR_RNDN) }
  }

  /// Compares the bounds: true where every number is less than every number of the other.
  static func < (a: Bounds, b: Bounds) -> Bool { a.high < b.low }

  /// Whether there is one number alone that it can be.
  private var isExact: Bool { isPoint || multiple != nil || ratio != nil }

  /// What its multiple is, or what it is as a point where that is a small one.
  var asMultiple: Multiple? { multiple ?? (isPoint ? Multiple(low) : nil) }

  var negated: Bounds {
    if isPoint { return Bounds(low.negated) }
    return Bounds(
      high.negated, low.negated, multiple: multiple.map { -$0 },
      ratio: ratio.flatMap { Ratio($0.numerator, over: -$0.denominator) })
  }

  /// The numbers that both hold, of one number that lies in both.
  func intersection(_ other: Bounds) -> Bounds {
    if isExact { return self }
    if other.isExact { return other }
    return Bounds(low < other.low ? other.low : low, other.high < high ? other.high : high)
  }

  /// Whether the bounds are those of another, to the last bit.
  func isSame(_ other: Bounds) -> Bool { low == other.low && high == other.high }
}
