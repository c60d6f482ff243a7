import Activations

/// The first two derivatives of ln Γ: the digamma and trigamma functions.
///
/// Below 10 the recurrence climbs to where the asymptotic series holds to a double's precision;
/// negative numbers are reflected.
enum Polygamma {
  /// ψ(u) = Γ′(u)/Γ(u); NaN at the poles 0, −1, −2 ….
  static func first(_ u: Double) -> Double {
    if u <= 0 {
      guard u > -0x1p52, u != u.rounded() else { return .nan }
      let angle = Double.pi * (u - u.rounded())
      return first(1 - u) - Double.pi * Libm.cos(angle) / Libm.sin(angle)
    }
    var (x, sum) = (u, 0.0)
    while x < 10 {
      sum -= 1 / x
      x += 1
    }
    let z = 1 / x / x
    // Bernoulli numbers B₂ₖ/2k.
    let series =
      z
      * (1 / 12.0 - z
        * (1 / 120.0 - z
          * (1 / 252.0 - z
            * (1 / 240.0 - z
              * (1 / 132.0
                - z * (691 / 32760.0 - z / 12))))))
    return sum + (Libm.log(x) - 0.5 / x - series)
  }

  /// ψ′(u); NaN at the poles.
  static func second(_ u: Double) -> Double {
    if u <= 0 {
      guard u > -0x1p52, u != u.rounded() else { return .nan }
      let ratio = Double.pi / Libm.sin(Double.pi * (u - u.rounded()))
      return ratio * ratio - second(1 - u)
    }
    var (x, sum) = (u, 0.0)
    while x < 10 {
      sum += 1 / x / x
      x += 1
    }
    let z = 1 / x / x
    // Bernoulli numbers B₂ₖ.
    let series =
      1 / 6.0 - z
      * (1 / 30.0 - z
        * (1 / 42.0 - z
          * (1 / 30.0 - z
            * (5 / 66.0
              - z * (691 / 2730.0 - z * 7 / 6)))))
    return sum + (1 + 0.5 / x + z * series) / x
  }
}
