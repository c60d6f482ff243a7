import CMPFR

// Powers and roots of bounds.

extension Arithmetic {
  /// The square root of what is not negative.
  func squareRoot(_ a: Bounds) -> Bounds { rising(a) { mpfr_sqrt($0, $1, $2) } }

  /// aⁿ, of anything where n ≥ 0, else of what is not 0.
  func power(_ a: Bounds, _ n: Int) -> Bounds {
    if n == 0 { return .one }
    if n == 1 { return a }
    if n < 0 { return reciprocal(power(a, -n)) }
    if a.isPoint { return a.low.read { x in point { mpfr_pow_si($0, x, n, $1) } } }
    if n == 2 { return square(a) }
    return n % 2 == 0
      ? rising(magnitude(a)) { mpfr_pow_si($0, $1, n, $2) }
      : rising(a) { mpfr_pow_si($0, $1, n, $2) }
  }

  /// aᵖ of what is positive: monotone in both, so that the corners bound it.
  func power(_ a: Bounds, _ p: Bounds) -> Bounds {
    if let n = p.integer, n.magnitude < 1 << 40 { return power(a, n) }
    if let multiple = p.asMultiple, multiple.denominator < 64, multiple.denominator > 1,
      !multiple.isOfPi
    {
      let root = rising(a) { mpfr_rootn_ui($0, $1, UInt(multiple.denominator), $2) }
      return power(root, multiple.numerator)
    }
    if a.isPoint, p.isPoint {
      return a.low.read { x in p.low.read { y in point { mpfr_pow($0, x, y, $1) } } }
    }
    let corners = [(a.low, p.low), (a.low, p.high), (a.high, p.low), (a.high, p.high)]
    // 1ᵖ is 1 whether or not p is reached.
    func corner(_ a: Number, _ p: Number, _ rounding: mpfr_rnd_t) -> Number {
      Number(bits) { number in a.read { a in p.read { mpfr_pow(number, a, $0, rounding) } } }
    }
    let lows = corners.map { corner($0.0, $0.1, MPFR_RNDD) }
    let highs = corners.map { corner($0.0, $0.1, MPFR_RNDU) }
    return Self.around(lows, highs)
  }
}
