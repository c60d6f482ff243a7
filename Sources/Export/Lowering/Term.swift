/// A number of code, and what its rounding left of it where that is known.
struct Double2: Hashable {
  var high: Int
  /// What is to be added to `high`; nil for 0.
  var low: Int?

  init(_ high: Int, _ low: Int? = nil) { (self.high, self.low) = (high, low) }
}

/// A number as a product m·e^p whose power is not taken yet.
///
/// So x·Φ(x) is x·Q·e^(−x²/2) and σ(x)·σ(−x) one power, which is taken once, at the end: neither overflows nor underflows before
/// the result does, and p carries what its rounding left.
struct Term {
  /// m.
  var factor: Double2
  /// p, nil for 0.
  var exponent: Double2?
  /// Between which numbers p lies.
  var span: ClosedRange<Double> = 0...0

  init(_ factor: Double2, exponent: Double2? = nil, span: ClosedRange<Double> = 0...0) {
    (self.factor, self.exponent, self.span) = (factor, exponent, span)
  }

  init(_ high: Int, _ low: Int? = nil) { self.init(Double2(high, low)) }
}

/// How a stretch of a program becomes code: the cheapest that holds the bar is taken, by measurement.
struct Style: Hashable {
  /// Where x is held back from numbers that overflow on the way.
  enum Clamp { case none, everywhere, inExponents }

  /// Whether powers of e are taken in two steps, so that a product of one is right where the power alone underflows.
  var isCareful = false
  var clamp = Clamp.none
  /// The size at which x is held.
  var bound = 0.0
  /// The power of |x| by which the result goes on growing where x is held back; nil where it stands still.
  var growth: Int?
  /// Whether sums, products and quotients carry what their rounding left.
  var carries = false
}
