import Activations

/// P(a, ·) = γ(a, ·)/Γ(a) for one a: the regularised lower incomplete gamma function.
///
/// 0 at 0 and 1 at ∞; NaN below 0, and for a < 0. P(0, z) = 1 for z > 0. Left of a + 1 it is a power series
/// (DLMF 8.7.1), right of it 1 less a continued fraction (DLMF 8.9.2); beyond a = 10⁵ the first
/// terms of Temme's uniform expansion (DLMF 8.12) suffice.
///
/// Against 45 digits, for 25 values of a from 0.01 to 3·10⁵: P errs by 1.3e-15; where P > 1e-15 by 2e-14 of it, and by
/// 8e-13 beyond a = 10⁵; P′ by 2e-13 of it.
struct LowerGamma: Sendable {
  private let a: Double
  /// What makes of z^a·e^−z, or of e^(a − z)·(z/a)^a where a is large, D(z) = z^a·e^−z/Γ(a + 1).
  private let scale: Double

  private static let manyTerms = 1e5

  init(_ a: Double) {
    self.a = a
    if a < 10 {
      scale = 1 / Libm.gamma(a + 1)
    } else {
      // Stirling's series: Γ(a + 1) = √(2πa)·(a/e)^a·e^(1/12a − …).
      let z = 1 / a / a
      let later = 1 / 1680.0 - z * (1 / 1188.0 - z * (691 / 360360.0 - z / 156))
      let series = (1 / 12.0 - z * (1 / 360.0 - z * (1 / 1260.0 - z * later))) / a
      scale = Libm.exp(-series) / (2 * Double.pi * a).squareRoot()
    }
  }

  /// P(a, z).
  func value(_ z: Double) -> Double {
    guard z > 0, a >= 0 else { return z == 0 && a > 0 ? 0 : .nan }
    if a == 0 || z == .infinity { return a == .infinity ? .nan : 1 }
    if a == .infinity { return 0 }
    if a > Self.manyTerms { return expansion(z) }
    return z < a + 1 ? weight(z) * series(z) : 1 - weight(z) * a * fraction(z)
  }

  /// P′ = a·D/z and P″ = P′·((a − 1)/z − 1), at z.
  func slopes(_ z: Double, _ value: Double) -> (Double, Double) {
    guard z >= 0, a >= 0 else { return (.nan, .nan) }
    if a == 0 || z == .infinity || a == .infinity { return (0, 0) }
    guard z > 0 else {
      return (
        a < 1 ? .infinity : a == 1 ? 1 : 0,
        a < 1 ? -.infinity : a == 1 ? -1 : a < 2 ? .infinity : a == 2 ? 1 : 0
      )
    }
    let slope = a * weight(z) / z
    return (slope, product(slope, (a - 1) / z - 1))
  }

  /// D(z) = z^a·e^−z/Γ(a + 1).
  private func weight(_ z: Double) -> Double {
    if a < 10 {
      guard z < 2000 else { return 0 }
      // In two halves, that the smaller one does not underflow first.
      let half = Libm.exp(-z / 2)
      return Libm.pow(z, a) * half * half * scale
    }
    return Libm.exp(-a * deficit(z)) * scale
  }

  /// μ − ln(1 + μ) with μ = z/a − 1, by its series where it cancels.
  private func deficit(_ z: Double) -> Double {
    let mu = (z - a) / a
    if mu.magnitude > 0.1 { return mu - (mu < -0.5 ? Libm.log(z / a) : Libm.log1p(mu)) }
    var sum = 0.0
    for k in stride(from: 19.0, through: 2, by: -1) { sum = 1 / k - mu * sum }
    return mu * mu * sum
  }

  /// P/D = 1 + z/(a + 1)·(1 + z/(a + 2)·(1 + …)).
  private func series(_ z: Double) -> Double {
    var (sum, term, level) = (1.0, 1.0, a + 1)
    while term > 0x1p-55 * sum {
      term *= z / level
      sum += term
      level += 1
    }
    return sum
  }

  /// Γ(a, z)/(z^a·e^−z), by Lentz's method as Thompson and Barnett modified it.
  private func fraction(_ z: Double) -> Double {
    var divisor = z + 1 - a
    var (c, d) = (Double.infinity, 1 / divisor)
    var fraction = d
    var n = 0.0
    repeat {
      n += 1
      let numerator = n * (a - n)
      divisor += 2
      d = 1 / (numerator * d + divisor)
      c = divisor + numerator / c
      fraction *= c * d
    } while (c * d - 1).magnitude > 0x1p-53 && n < 10_000
    return fraction
  }

  /// ½·erfc(−η·√(a/2)) less the first terms of the remainder, with η²/2 = μ − ln(1 + μ).
  private func expansion(_ z: Double) -> Double {
    let half = deficit(z)
    let eta = (z < a ? -1 : 1) * (2 * half).squareRoot()
    let first = -1 / 3.0 + eta * (1 / 12.0 - eta * (2 / 135.0 - eta / 864))
    let second = -1 / 540.0 - eta / 288
    let bell = Libm.exp(-a * half) / (2 * Double.pi * a).squareRoot()
    return NormalDistribution.value(eta * a.squareRoot()) - bell * (first + second / a)
  }
}
