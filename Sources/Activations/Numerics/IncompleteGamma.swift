/// The parts of the incomplete gamma functions that remain when z^s·e^−z is taken out of them.
///
/// The generalized normal distribution needs them at s = 1/β and z = v^β, where z^s is simply v, and
/// the error function at s = ½.
enum IncompleteGamma {
  /// γ(s, z)·s / (z^s·e^−z) = Σ zⁿ / (s + 1)…(s + n), for z of the order of s + 1 or less.
  ///
  /// All terms are positive; 3 ulp in double. Source: DLMF 8.7.1.
  @inline(__always)
  static func lowerSeries<S: Scalar>(_ s: S, _ z: S) -> S {
    var term: S = 1
    var sum: S = 1
    var divisor = s
    let least = S.self == Double.self ? 0x1p-54 : 0x1p-106
    repeat {
      divisor = divisor + 1
      term = term * (z / divisor)
      sum = sum + term
    } while term.rounded > sum.rounded * least
    return sum
  }

  /// z^s·e^−z / Γ(s, z) for z > 1, as a continued fraction evaluated backwards; 2⁻⁵⁴ of it where the
  /// steps are taken in double, and 2⁻¹⁰⁰ in pairs.
  ///
  /// Backwards an error shrinks from step to step, and the last step is always taken in pairs. How
  /// many steps are needed was found by trial, for s from 1/60 to 5: the fraction is cut off below
  /// 2⁻⁵⁵ and 2⁻¹⁰² of it. At a whole s it ends by itself. Source: DLMF 8.9.2, contracted.
  @inline(__always)
  static func upperDivisor<S: Scalar>(_ s: Pair, _ z: Pair, steps type: S.Type) -> Pair {
    var steps = (S.self == Double.self ? 7 + 100 / z.high : 15 + 330 / z.high).rounded(.up)
    if s.high == s.high.rounded() { steps = min(steps, s.high) }
    let base = z + (1 - s)
    var n = S(steps)
    var divisor = S(base) + n + n
    while n.rounded > 1 {
      let next = n - 1
      divisor = S(base) + next + next - n * (n - S(s)) / divisor
      n = next
    }
    return base - (S(1 - s) / divisor).pair
  }

  /// Γ(s) for s from 0 to 171, from both its parts at z = s + 1; 2⁻⁶⁰ of it.
  static func gamma(_ s: Pair) -> Pair {
    let z = s + 1
    let parts = lowerSeries(s, z) / s + 1 / upperDivisor(s, z, steps: Pair.self)
    return Pair.exp(s * Pair.log(z) - z) * parts
  }
}
