/// A number of code, and what its rounding left of it where that is known.
struct Double2: Hashable {
  var high: Int
  /// What is to be added to `high`; nil for 0.
  var low: Int?

  init(_ high: Int, _ low: Int? = nil) { (self.high, self.low) = (high, low) }
}

/// A number as a product m·s^k·e^p whose powers are not taken yet.
///
/// So x·Φ(x) is x·Q·e^(−x²/2) and σ(x)·σ(−x) one power, which is taken once, at the end: neither overflows nor underflows before
/// the result does, and p carries what its rounding left. Likewise far out with s = max(|x|, 1): there x is ±s and 1 + x² is
/// (1 + 1/s²)·s², of which nothing overflows.
struct Term {
  /// m.
  var factor: Double2
  /// p, nil for 0.
  var exponent: Double2?
  /// Between which numbers p lies.
  var span: ClosedRange<Double> = 0...0
  /// k.
  var rise = 0.0

  init(
    _ factor: Double2, exponent: Double2? = nil, span: ClosedRange<Double> = 0...0,
    rise: Double = 0
  ) {
    (self.factor, self.exponent, self.span, self.rise) = (factor, exponent, span, rise)
  }

  init(_ high: Int, _ low: Int? = nil) { self.init(Double2(high, low)) }
}

/// How a stretch of a program becomes code: the cheapest that holds the bar is taken, by measurement.
struct Style: Hashable {
  /// Where x is held back from numbers that overflow on the way.
  enum Clamp { case none, everywhere, inExponents }
  /// What numbers are divided by until the end.
  enum Scale {
    case none
    /// max(|x|, 1).
    case x
    /// A power of two by which a great other variable becomes smaller.
    case argument
    /// The greater of |x|, that of the other variable and 1, or without the 1.
    case both, bothAlone
  }

  /// Whether powers of e are taken in two steps, so that a product of one is right where the power alone underflows.
  var isCareful = false
  var clamp = Clamp.none
  /// The size at which x is held.
  var bound = 0.0
  /// Of what powers stand outside, so that squares and products do not overflow on the way.
  var scale = Scale.none
  /// Whether a sum of two small powers of e stays a product with one of them, so that what it is multiplied by later finds all its digits.
  var joins = false
  /// Whether sums, products and quotients carry what their rounding left.
  var carries = false

  /// Whether powers of a size that x has far out stand outside.
  var isScaled: Bool { [.x, .both, .bothAlone].contains(scale) }
}
