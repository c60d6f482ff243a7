/// x·[½ + sign(x)·P(1/β, |x/α|^β)/2]: the generalized-normal family.
///
/// Its density is β/(2αΓ(1/β))·e^−z with z = v^β, v = |x/α|, and f″ = H′(2 − βz). The left side of
/// the gate is Q(1/β, z)/2, taken from the series or the continued fraction after z^(1/β) = v and
/// e^−z have been drawn out of it. β = 2, α = σ√2 is form4; β = 1 the Laplace gate; β = ∞ uniform.
/// For β ≤ 1 the density has a cusp at 0. Limits: 0 at −∞, x at +∞. Source: FORMULAS, gennorm.
struct GeneralizedNormal: GatedActivation {
  let alpha: Double
  let beta: Double
  /// 1/β.
  private let shape: Double
  /// 1 / 2Γ(1/β).
  private let factor: Double

  init(alpha: Double, beta: Double) {
    self.alpha = alpha
    self.beta = beta
    shape = 1 / beta
    factor = 0.5 / gamma(shape)
  }

  var gateKinks: [Kink] { beta <= 1 ? [Kink(at: 0, order: 2)] : [] }
  var landmarks: [Double] { [-alpha, 0, alpha] }

  @inline(__always)
  func gateJet(at x: Double) -> GateJet { terms(at: x).gate }

  @inline(__always)
  func jet(at x: Double) -> Jet {
    guard !x.isInfinite else { return jetAtInfinity(x) }
    let (gate, z) = terms(at: x)
    // 2H′ + xH″ = H′(2 − βz), which stays finite where H″ does not.
    return Jet(
      x * gate.value * gate.valueScale,
      gate.gate + x * gate.first * gate.scale,
      gate.first * (2 - beta * z) * gate.scale
    )
  }

  /// The gate's jet with the exponent z = |x/α|^β.
  @inline(__always)
  private func terms(at x: Double) -> (gate: GateJet, z: Double) {
    let v = Pair.quotient(abs(x), alpha)
    let z = power(v)
    if z.high > saturation { return (.step(x), 0) }
    let bell = ScaledExponential(-z)
    let density = beta * (factor / alpha) * bell.value
    let slope = x == 0 ? 0 : -density * (beta * z.high / x)
    let weight = v.high * bell.value * factor
    if z.high <= shape + 1 {
      // Half of P; the scale is 1 here, for z is small.
      let half = weight * beta * IncompleteGamma.lowerSeries(shape, z.high)
      return (GateJet(x < 0 ? 0.5 - half : 0.5 + half, density, slope), z.high)
    }
    let small = weight * IncompleteGamma.upperFraction(shape, z.high)
    let gate =
      x < 0
      ? GateJet(small, density, slope, scale: bell.scale)
      : GateJet(1 - small * bell.scale, density, slope, scale: bell.scale, valueScale: 1)
    return (gate, z.high)
  }

  /// v^β as a pair: to 106 bits at β = 1 and 2, else a rounded power corrected for v's low part.
  @inline(__always)
  private func power(_ v: Pair) -> Pair {
    if beta == 2 { return v.squared }
    if beta == 1 || v.high == 0 { return v }
    let z = pow(v.high, beta)
    guard z.isFinite else { return Pair(z) }
    return Pair(z, z * (beta * (v.low / v.high)))
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
