extension Pair {
  /// (e^u − 1)/u, 1 at 0; 2⁻⁶⁵ of it, for u up to 709.
  static func expm1Ratio(_ u: Pair) -> Pair {
    abs(u.high) < 0.7 ? exponentialTail(u, from: 1) : (exp(u) - 1) / u
  }

  /// n!·Σ uᵏ/(k + n)!, what the series of e^u has after its first n terms, for |u| < 0.7, n = 1 or 2.
  static func exponentialTail(_ u: Pair, from n: Double) -> Pair {
    var sum: Pair = 1
    for k in stride(from: 24.0, through: 1, by: -1) {
      sum = 1 + u / Pair(k + n) * sum
    }
    return sum
  }
}

/// tanh y with its slope sech² y, which keeps its digits where tanh² y is 1.
struct HyperbolicTangent<S: Scalar> {
  /// tanh y.
  var value: S
  /// sech² y / `half`².
  var slope: S
  /// The square root of the slope's factor: 1, or less far out.
  var half: Double

  /// Evaluates at a pair y; 1 ulp in double, 2⁻⁶⁵ in pairs.
  @inline(__always)
  init(_ y: Pair) {
    let size = y.magnitude
    let e = SplitExponential<S>(size.scaled(by: -2))
    let small = e.unscaled
    let divisor = 1 + small
    let near = 1 / divisor
    // What the sums lost in doubles is put back in the numerators.
    let isRough = S.self == Double.self
    let share = isRough ? ((small - (divisor - 1)) + e.rest) * near : 0
    let numerator = isRough ? e.value + (e.rest - 2 * e.value * share) : e.value
    slope = 4 * numerator * near * near
    half = e.half
    let tangent =
      size.high < 0.3
      ? Self.nearZero(size) : Self.quotient(1 - small, small, e.rest, share, near, divisor)
    value = y.high < 0 ? -tangent : tangent
  }

  /// (1 − e)/(1 + e).
  @inline(__always)
  private static func quotient(
    _ rest: S, _ small: S, _ low: S, _ share: S, _ near: S, _ divisor: S
  ) -> S {
    guard S.self == Double.self else { return rest * near }
    return (rest + (((1 - rest) - small - low) - rest * share)) / divisor
  }

  /// tanh y: in doubles by its series, in pairs as −E/(2 + E) with E = e^−2y − 1.
  @inline(__always)
  private static func nearZero(_ y: Pair) -> S {
    if S.self == Double.self {
      let z = y.high * y.high
      return S(y.high + (y.low - y.high * (z * tangentSeries(z))))
    }
    let u = y.scaled(by: -2)
    let e = u * Pair.expm1Ratio(u)
    return S(-(e / (2 + e)))
  }
}

/// (1 − tanh(y)/y)/y² for z = y² below 0.09: DLMF 4.33.3.
@inline(__always)
private func tangentSeries(_ z: Double) -> Double {
  var sum = 0x1.497d_8eea_2525_9p-15
  sum = sum * z - 0x1.967e_18af_cafa_dp-14
  sum = sum * z + 0x1.f57d_7734_d166_4p-13
  sum = sum * z - 0x1.3558_2480_3674_4p-11
  sum = sum * z + 0x1.7da3_6452_b75e_3p-10
  sum = sum * z - 0x1.d6d3_d0e1_57de_0p-9
  sum = sum * z + 0x1.226e_355e_6c23_dp-7
  sum = sum * z - 0x1.664f_4882_c10f_ap-6
  sum = sum * z + 0x1.ba1b_a1ba_1ba1_cp-5
  sum = sum * z - 0x1.1111_1111_1111_1p-3
  sum = sum * z + 0x1.5555_5555_5555_5p-2
  return sum
}
