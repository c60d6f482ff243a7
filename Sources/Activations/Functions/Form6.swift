/// x·σ(βx)^α: form 6 at β = 1, Swish-β at α = 1, SiLU at both.
///
/// With u = βx, t = 1 − σ(u): H = e^(−α·ln(1 + e^−u)), H′ = αβHt, H″ = αβ²Ht(αt − σ(u)). The
/// exponent is carried as a pair. Limits: 0 at −∞, x at +∞.
/// Source: FORMULAS, form 6; arXiv 1710.05941.
struct SigmoidPower: GatedActivation {
  let alpha: Double
  let beta: Double

  @inline(__always)
  func gateJet(at x: Double) -> GateJet {
    let u = Pair.product(beta, x)
    return alpha == 1 ? sigmoidJet(u, x) : powerJet(u, x)
  }

  @inline(__always)
  private func sigmoidJet(_ u: Pair, _ x: Double) -> GateJet {
    if abs(u.high) > saturation { return .step(x) }
    let s = Logistic(u)
    let density = beta * s.slope
    return GateJet(
      s.value, density, beta * (density * (s.complement - s.unscaled)),
      scale: s.scale, valueScale: s.valueScale)
  }

  private func powerJet(_ u: Pair, _ x: Double) -> GateJet {
    if u.high > saturation { return .step(x) }
    let e = ScaledExponential(u.high < 0 ? u : -u)
    let small = e.unscaled
    let log = u.high < 0 ? -u + log1p(small) : Pair(log1p(small))
    let exponent = -(log * alpha)
    if exponent.high < -saturation { return .step(x) }
    let gate = ScaledExponential(exponent)
    // On the left t is near 1 and the gate may be scaled, on the right the other way round.
    let t = (u.high < 0 ? 1 : small) / (1 + small)
    let scale = u.high < 0 ? gate.scale : e.scale
    let density = alpha * (beta * (gate.value * (u.high < 0 ? t : e.value / (1 + small))))
    return GateJet(
      gate.value, density, beta * (density * (alpha * t - (1 - t))),
      scale: scale, valueScale: gate.scale)
  }
}

extension CatalogueEntry {
  static let form6 = CatalogueEntry(
    "form6",
    formula: "x·(1 + e^(−x))^(−α)",
    parameters: [.alpha],
    note: "α = 1 is swish",
    make: { SigmoidPower(alpha: $0[0], beta: 1) }
  )

  static let swish = CatalogueEntry(
    "swish", aliases: ["silu"],
    formula: "x·σ(βx)^α",
    parameters: [.alpha, .beta],
    note: "form6 at β = 1",
    source: "arXiv 1702.03118, 1710.05941",
    make: { SigmoidPower(alpha: $0[0], beta: $0[1]) }
  )

  static let geluSigmoid = CatalogueEntry(
    "gelu_sigmoid", aliases: ["quick_gelu"],
    formula: "x·σ(1.702x)",
    note: "approximates gelu to 0.0204",
    source: "arXiv 1606.08415",
    make: { _ in SigmoidPower(alpha: 1, beta: 1.702) }
  )
}
