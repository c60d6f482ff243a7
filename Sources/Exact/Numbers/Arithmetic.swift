import CMPFR

/// Operations on bounds with results of so many bits, rounded outward: each holds every result of numbers within.
///
/// Ends are made by MPFR's directed roundings, which are correct; of a point one end is computed, and its neighbour is
/// the other, unless MPFR says that the result is exact.
struct Arithmetic: Sendable {
  /// The bits of results.
  let bits: Int

  // MARK: From functions of MPFR's

  /// What a function gives at a point, given a rounding.
  @inline(__always)
  func point(_ function: (Number.Pointer, mpfr_rnd_t) -> Int32) -> Bounds {
    let low = Number(bits) { function($0, MPFR_RNDD) }
    return low.isReached ? Bounds(low) : Bounds(low, low.next(bits))
  }

  /// A rising function.
  @inline(__always)
  func rising(
    _ a: Bounds, _ function: (Number.Pointer, UnsafePointer<__mpfr_struct>, mpfr_rnd_t) -> Int32
  ) -> Bounds {
    if a.isPoint { return a.low.read { x in point { function($0, x, $1) } } }
    return Bounds(
      Number(bits) { number in a.low.read { function(number, $0, MPFR_RNDD) } }.reached(
        like: a.low),
      Number(bits) { number in a.high.read { function(number, $0, MPFR_RNDU) } }
        .reached(like: a.high))
  }

  /// A falling function.
  @inline(__always)
  func falling(
    _ a: Bounds, _ function: (Number.Pointer, UnsafePointer<__mpfr_struct>, mpfr_rnd_t) -> Int32
  ) -> Bounds {
    if a.isPoint { return a.low.read { x in point { function($0, x, $1) } } }
    return Bounds(
      Number(bits) { number in a.high.read { function(number, $0, MPFR_RNDD) } }
        .reached(like: a.high),
      Number(bits) { number in a.low.read { function(number, $0, MPFR_RNDU) } }.reached(like: a.low)
    )
  }

  // MARK: Constants

  /// A rational multiple of 1 or π.
  func bounds(_ multiple: Multiple) -> Bounds {
    let (p, q) = (multiple.numerator, multiple.denominator)
    guard multiple.isOfPi else {
      let value = Number(p).read { x in point { mpfr_div_si($0, x, q, $1) } }
      return value.isPoint ? value : Bounds(value.low, value.high, multiple: multiple)
    }
    let pi = point { mpfr_const_pi($0, $1) }
    let scaled = divided(times(pi, p), by: q)
    return Bounds(scaled.low, scaled.high, multiple: multiple)
  }

  var pi: Bounds {
    let pi = point { mpfr_const_pi($0, $1) }
    return Bounds(pi.low, pi.high, multiple: Multiple(1, over: 1, isOfPi: true))
  }

  /// ln 2.
  var log2: Bounds { point { mpfr_const_log2($0, $1) } }

  // MARK: Sums

  func add(_ a: Bounds, _ b: Bounds) -> Bounds {
    if a.isPoint, b.isPoint {
      return a.low.read { x in b.low.read { y in point { mpfr_add($0, x, y, $1) } } }
    }
    if let sum = exact(a, b, +) ?? sumOfRatios(a, b) { return sum }
    return Bounds(
      combined(a.low, b.low, MPFR_RNDD, mpfr_add), combined(a.high, b.high, MPFR_RNDU, mpfr_add))
  }

  func subtract(_ a: Bounds, _ b: Bounds) -> Bounds {
    if a.isPoint, b.isPoint {
      return a.low.read { x in b.low.read { y in point { mpfr_sub($0, x, y, $1) } } }
    }
    if let difference = exact(a, b, { $0 + -$1 }) ?? sumOfRatios(a, b.negated) { return difference }
    return Bounds(
      combined(a.low, b.high, MPFR_RNDD, mpfr_sub), combined(a.high, b.low, MPFR_RNDU, mpfr_sub))
  }

  /// A result of multiples, where one of both is no mere point.
  private func exact(_ a: Bounds, _ b: Bounds, _ operation: (Multiple, Multiple) -> Multiple?)
    -> Bounds?
  {
    guard a.multiple != nil || b.multiple != nil, let first = a.asMultiple,
      let second = b.asMultiple
    else { return nil }
    return operation(first, second).map { bounds($0) }
  }

  typealias Operation = (
    Number.Pointer, UnsafePointer<__mpfr_struct>?, UnsafePointer<__mpfr_struct>?, mpfr_rnd_t
  ) -> Int32

  @inline(__always)
  func combined(_ a: Number, _ b: Number, _ rounding: mpfr_rnd_t, _ operation: Operation)
    -> Number
  {
    Number(bits) { number in a.read { x in b.read { y in operation(number, x, y, rounding) } } }
      .reached(like: a).reached(like: b)
  }

  // MARK: Products

  func multiply(_ a: Bounds, _ b: Bounds) -> Bounds {
    if a.isPoint, b.isPoint {
      return a.low.read { x in b.low.read { y in point { mpfr_mul($0, x, y, $1) } } }
    }
    if a.isZero || b.isZero { return .zero }
    if let product = exact(a, b, *) ?? productOfRatios(a, b) { return product }
    switch (a.sign, b.sign) {
    case (1, 1): return Bounds(down(a.low, b.low), up(a.high, b.high))
    case (-1, 1): return Bounds(down(a.low, b.high), up(a.high, b.low))
    case (1, -1): return Bounds(down(a.high, b.low), up(a.low, b.high))
    case (-1, -1): return Bounds(down(a.high, b.high), up(a.low, b.low))
    default:
      let pairs = [(a.low, b.low), (a.low, b.high), (a.high, b.low), (a.high, b.high)]
      return Self.around(
        pairs.map { down($0.0, $0.1) }, pairs.map { up($0.0, $0.1) })
    }
  }

  /// The least and the greatest of some ends; reached where one that is as far is.
  static func around(_ lows: [Number], _ highs: [Number]) -> Bounds {
    let low = lows.dropFirst().reduce(lows[0]) { $1 < $0 ? $1 : $0 }
    let high = highs.dropFirst().reduce(highs[0]) { $0 < $1 ? $1 : $0 }
    return Bounds(
      low.marked(lows.contains { $0.isReached && $0 == low }),
      high.marked(highs.contains { $0.isReached && $0 == high }))
  }

  /// A product of ends; 0 outweighs an end that is infinite, as no number within is.
  private func down(_ a: Number, _ b: Number) -> Number {
    a.isZero || b.isZero ? nothing(a, b) : combined(a, b, MPFR_RNDD, mpfr_mul)
  }

  private func up(_ a: Number, _ b: Number) -> Number {
    a.isZero || b.isZero ? nothing(a, b) : combined(a, b, MPFR_RNDU, mpfr_mul)
  }

  /// 0 as a product, reached where a factor reaches it.
  private func nothing(_ a: Number, _ b: Number) -> Number {
    .zero.marked((a.isZero && a.isReached) || (b.isZero && b.isReached))
  }

  func square(_ a: Bounds) -> Bounds {
    if a.isPoint { return a.low.read { x in point { mpfr_sqr($0, x, $1) } } }
    return multiply(magnitude(a), magnitude(a))
  }

  /// The quotient by what is known not to be 0; nothing is known where it may be.
  func divide(_ a: Bounds, _ b: Bounds) -> Bounds {
    guard let sign = b.sign, sign != 0 else { return a.isZero ? .zero : .whole }
    if a.isPoint, b.isPoint {
      let quotient = a.low.read { x in b.low.read { y in point { mpfr_div($0, x, y, $1) } } }
      if quotient.isPoint { return quotient }
      guard let multiple = a.asMultiple.flatMap({ a in b.asMultiple.flatMap { a / $0 } }) else {
        return quotientOfRatios(a, b) ?? quotient
      }
      return Bounds(quotient.low, quotient.high, multiple: multiple)
    }
    if a.isZero { return .zero }
    if let quotient = exact(a, b, /) ?? quotientOfRatios(a, b) { return quotient }
    if sign < 0 { return divide(a.negated, b.negated) }
    return Bounds(
      a.low.isZero ? a.low : combined(a.low, a.low.sign < 0 ? b.low : b.high, MPFR_RNDD, mpfr_div),
      a.high.isZero
        ? a.high : combined(a.high, a.high.sign < 0 ? b.high : b.low, MPFR_RNDU, mpfr_div))
  }

  func times(_ a: Bounds, _ factor: Int) -> Bounds { multiply(a, Bounds(factor)) }

  /// The quotient by a whole number that is not 0.
  func divided(_ a: Bounds, by divisor: Int) -> Bounds {
    guard a.multiple == nil, a.ratio == nil else { return divide(a, Bounds(divisor)) }
    if divisor < 0 { return divided(a, by: -divisor).negated }
    return rising(a) { mpfr_div_si($0, $1, divisor, $2) }
  }

  func magnitude(_ a: Bounds) -> Bounds {
    switch a.sign {
    case 0, 1: return a
    case -1: return a.negated
    default:
      return Bounds(.zero, Self.around([.zero], [a.low.negated, a.high]).high)
    }
  }

  func reciprocal(_ a: Bounds) -> Bounds { divide(.one, a) }
}
