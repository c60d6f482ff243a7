import CMPFR

// Elementary functions of bounds; what lies in their domains is the caller's to see to.

extension Arithmetic {
  func exp(_ a: Bounds) -> Bounds { rising(a) { mpfr_exp($0, $1, $2) } }
  func expm1(_ a: Bounds) -> Bounds { rising(a) { mpfr_expm1($0, $1, $2) } }
  func log(_ a: Bounds) -> Bounds { rising(a) { mpfr_log($0, $1, $2) } }
  /// Exact at powers of the base.
  func log2(_ a: Bounds) -> Bounds { rising(a) { mpfr_log2($0, $1, $2) } }
  func log10(_ a: Bounds) -> Bounds { rising(a) { mpfr_log10($0, $1, $2) } }
  func log1p(_ a: Bounds) -> Bounds { rising(a) { mpfr_log1p($0, $1, $2) } }
  func sinh(_ a: Bounds) -> Bounds { rising(a) { mpfr_sinh($0, $1, $2) } }
  func tanh(_ a: Bounds) -> Bounds { rising(a) { mpfr_tanh($0, $1, $2) } }
  func cosh(_ a: Bounds) -> Bounds { rising(magnitude(a)) { mpfr_cosh($0, $1, $2) } }
  func asinh(_ a: Bounds) -> Bounds { rising(a) { mpfr_asinh($0, $1, $2) } }
  func acosh(_ a: Bounds) -> Bounds { rising(a) { mpfr_acosh($0, $1, $2) } }
  func atanh(_ a: Bounds) -> Bounds { rising(a) { mpfr_atanh($0, $1, $2) } }

  /// The angles of small multiples of π are known exactly where the number is 0, ±½ or ±1.
  func asin(_ a: Bounds) -> Bounds {
    angle(a, [-2: (-1, 2), -1: (-1, 6), 0: (0, 1), 1: (1, 6), 2: (1, 2)])
      ?? rising(a) { mpfr_asin($0, $1, $2) }
  }

  func acos(_ a: Bounds) -> Bounds {
    angle(a, [-2: (1, 1), -1: (2, 3), 0: (1, 2), 1: (1, 3), 2: (0, 1)])
      ?? falling(a) { mpfr_acos($0, $1, $2) }
  }

  func atan(_ a: Bounds) -> Bounds {
    angle(a, [-2: (-1, 4), 0: (0, 1), 2: (1, 4)]) ?? rising(a) { mpfr_atan($0, $1, $2) }
  }

  /// A multiple of π, by twice the number whose angle it is.
  private func angle(_ a: Bounds, _ known: [Int: (Int, Int)]) -> Bounds? {
    guard a.isPoint, a.low.size <= 1, a.low.size >= 0 || a.low.isZero,
      let twice = times(a, 2).integer, let (p, q) = known[twice]
    else { return nil }
    return Multiple(p, over: q, isOfPi: true).map { bounds($0) }
  }

  /// 1/(1 + e^−a).
  func sigmoid(_ a: Bounds) -> Bounds { reciprocal(add(.one, exp(a.negated))) }

  /// ln(1 + e^a), of positive a as a + ln(1 + e^−a).
  func softplus(_ a: Bounds) -> Bounds {
    a.low.sign > 0 ? add(a, log1p(exp(a.negated))) : log1p(exp(a))
  }

  /// ln cosh a = ln(1 + 2 sinh²(a/2)), which loses nothing near 0; far out |a| + ln(1 + e^−2|a|) − ln 2.
  func logcosh(_ a: Bounds) -> Bounds {
    if a.size <= 2 { return log1p(times(square(sinh(divided(a, by: 2))), 2)) }
    let a = magnitude(a)
    return add(a, subtract(log1p(exp(times(a, -2))), log2))
  }

  // MARK: Waves

  /// The largest exponent of an argument that is reduced: π is needed to as many digits.
  static let largestTurn = 5000

  func sin(_ a: Bounds) -> Bounds {
    if let known = turned(a, shift: 0) { return known }
    return wave(a) { mpfr_sin($0, $1, $2) }
  }

  func cos(_ a: Bounds) -> Bounds {
    if let known = turned(a, shift: 1) { return known }
    return wave(a) { mpfr_cos($0, $1, $2) }
  }

  /// sin(a + shift·π/2) of a multiple of π, where it is 0, ±½ or ±1.
  private func turned(_ a: Bounds, shift: Int) -> Bounds? {
    guard let multiple = a.multiple, multiple.isOfPi, 6 % multiple.denominator == 0 else {
      return nil
    }
    // In sixths of π, from 0 to 11.
    let sixths = (multiple.numerator % 12 * (6 / multiple.denominator) + 3 * shift) % 12
    switch (sixths + 12) % 12 {
    case 0, 6: return .zero
    case 1, 5: return Bounds(0.5)
    case 7, 11: return Bounds(-0.5)
    case 3: return .one
    case 9: return Bounds(-1)
    default: return nil
    }
  }

  /// Sine or cosine: of an interval the value at its lower end, and as far from it as the interval is wide.
  private func wave(
    _ a: Bounds, _ function: (Number.Pointer, UnsafePointer<__mpfr_struct>, mpfr_rnd_t) -> Int32
  ) -> Bounds {
    let signs = Bounds(Number(-1), .one)
    guard !a.isUnbounded, a.size < Self.largestTurn else { return signs }
    let start = a.low.read { x in point { function($0, x, $1) } }
    guard !a.isPoint else { return start }
    let width = combined(a.high, a.low, MPFR_RNDU, mpfr_sub)
    return add(start, Bounds(width.negated, width)).intersection(signs)
  }
}
