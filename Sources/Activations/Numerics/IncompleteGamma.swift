/// What remains of the upper incomplete gamma function when z^s·e^−z is taken out of it; of the lower
/// one it is `LowerGammaSeries`.
///
/// The generalized normal distribution needs them at s = 1/β and z = v^β, where z^s is simply v, and
/// the error function at s = ½.
enum IncompleteGamma {
  /// z^s·e^−z / Γ(s, z) for z > 1, as a continued fraction evaluated backwards; 2⁻⁵⁴ of it where the
  /// steps are taken in double, and 2⁻¹⁰⁰ in pairs.
  ///
  /// Backwards an error shrinks from step to step, and the last step is always taken in pairs. How
  /// many steps are needed was found by trial, for s from 0 to 200 and z > s + 1: the fraction is cut off below
  /// 2⁻⁵⁵ and 2⁻¹⁰² of it. At a whole s it ends by itself. Source: DLMF 8.9.2, contracted.
  @inline(__always)
  static func upperDivisor<S: Scalar>(_ s: Pair, _ z: Pair, steps type: S.Type) -> Pair {
    let trials = S.self == Double.self ? 3 + 104 / z.high + 60 / (z.high + 12) : 15 + 330 / z.high
    var steps = trials.rounded(.up)
    if s.high > 5 {
      let root = s.high.squareRoot()
      steps = max(steps, (S.self == Double.self ? 4 + 4 * root : 16 + 5 * root).rounded(.up))
    }
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

  /// ln Γ(s) for s from 1/8 on, from both parts of Γ at z = s + 1; 2⁻⁶⁰, absolute.
  ///
  /// Infinite beyond 1000, where 1/Γ(s) is 0 whatever it is multiplied by.
  static func logGamma(_ s: Pair, _ lower: LowerGammaSeries) -> Pair {
    guard s.high <= 1000 else { return Pair(.infinity) }
    let z = s + 1
    let parts = lower.sum(z, inner: Pair.self) / s + 1 / upperDivisor(s, z, steps: Pair.self)
    return s * Pair.log(z) - z + Pair.log(parts)
  }
}
