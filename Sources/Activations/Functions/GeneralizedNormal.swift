/// x·[½ + sign(x)·P(1/β, |x/α|^β)/2]: the generalized-normal family.
///
/// Its density is β/(2αΓ(1/β))·e^−z with z = v^β, v = |x/α|, and f″ = H′(2 − βz). The left side of
/// the gate is Q(1/β, z)/2, taken from the series or the continued fraction after z^(1/β) = v and
/// e^−z have been drawn out of it. β = 2, α = σ√2 is form4; β = 1 the Laplace gate; β = ∞ uniform.
/// For β ≤ 1 the density has a cusp at 0. Limits: 0 at −∞, x at +∞. Source: FORMULAS, gennorm.
struct GeneralizedNormal: Gate {
  let alpha: Double
  let beta: Double
  /// 1/β.
  private let shape: Pair
  /// 1 / 2Γ(1/β), 0 where Γ overflows.
  private let factor: Pair
  /// The series of P at s = 1/β.
  private let series: LowerGammaSeries

  init(alpha: Double, beta: Double) {
    self.alpha = alpha
    self.beta = beta
    shape = Pair.quotient(1, beta)
    series = LowerGammaSeries(shape)
    factor = shape.high < 171 ? 0.5 / IncompleteGamma.gamma(shape) : 0
  }

  var gateKinks: [Kink] { beta <= 1 ? [Kink(at: 0, order: 2)] : [] }
  var landmarks: [Double] { [-alpha, 0, alpha] }

  @inline(__always)
  func gate<S: Scalar>(at x: Double, as type: S.Type) -> GateJet<S> {
    terms(at: x, as: S.self).gate
  }

  @inline(__always)
  func product<S: Scalar>(at x: Double, as type: S.Type) -> ProductJet<S> {
    let (gate, z) = terms(at: x, as: S.self)
    var product = gate.product(with: x)
    // 2H′ + xH″ = H′(2 − βz), which stays finite where H″ does not.
    let factor = S(2 - z * Pair(beta))
    product.second = Sum((gate.first * factor).scaled(by: gate.half).scaled(by: gate.half))
    return product
  }

  /// The gate's jet with the exponent z = |x/α|^β.
  @inline(__always)
  private func terms<S: Scalar>(at x: Double, as type: S.Type) -> (gate: GateJet<S>, z: Pair) {
    let v = Pair.quotient(abs(x), alpha)
    let z = power(v)
    guard z.high <= saturation else { return (.step(x), 0) }
    let bell = ScaledExponential<Pair>(-z)
    let density = S(beta) * (S(factor) / S(alpha)) * S(bell.value)
    let slope = x == 0 ? 0 : -(density * (S(beta) * S(z) / S(x)))
    let weight = v * factor * bell.value
    let half = bell.half
    if z.high <= shape.high + 1 {
      // No tail yet: the factor is 1.
      return (GateJet(center(x, weight * Pair(beta), z), density, slope), z)
    }
    let small = weight / IncompleteGamma.upperDivisor(shape, z, steps: S.self)
    let value = x < 0 ? S(small) : S(1 - small.scaled(by: half).scaled(by: half))
    return (GateJet(value, density, slope, half: half, valueHalf: x < 0 ? half : 1), z)
  }

  /// The gate as ½ ± ½P.
  @inline(__always)
  private func center<S: Scalar>(_ x: Double, _ weight: Pair, _ z: Pair) -> S {
    let half = weight * series.sum(z, inner: S.self)
    return x < 0 ? S(0.5 - half) : S(0.5 + half)
  }

  /// v^β: at β = 1 and 2 to 106 bits, else e^(β ln v), to about 2⁻⁶⁵.
  @inline(__always)
  private func power(_ v: Pair) -> Pair {
    if beta == 2 { return v.squared }
    if beta == 1 || v.high == 0 || !v.high.isFinite { return v }
    let exponent = Pair.log(v) * Pair(beta)
    return exponent.high > 700 ? Pair(.infinity) : Pair.exp(exponent)
  }
}

extension CatalogueEntry {
  static let gennorm = CatalogueEntry(
    "gennorm",
    formula: "x·[½ + sign(x)·P(1/β, |x/α|^β)/2]",
    parameters: [.alpha, Parameter("beta", "β", default: 2, .positiveOrInfinite)],
    note: "β = 2, α = √2 is gelu; β = 1 Laplace; β = ∞ uniform",
    make: { values in
      guard values[1].isFinite else { return Uniform(alpha: values[0]) }
      return GeneralizedNormal(alpha: values[0], beta: values[1])
    }
  )
}
