/// x·(1 + e^−αx + x·e^−αx) / (1 + e^−αx)²: the slope of x·σ(αx), used as a gate.
///
/// With s = σ(αx), t = 1 − s and p = st: H = s(1 + xt), H′ = p(α + 1 + αx(t − s)),
/// H″ = αp((α + 2)(t − s) + αx(1 − 6p)). The gate itself is negative left of about −1.
/// Limits: 0 at −∞, x at +∞.
///
/// Source: FORMULAS, form 3, as published. The slope of x·σ(αx) has αx in the numerator where the
/// published formula has x; the two agree at α = 1.
struct Form3: GatedActivation {
  let alpha: Double

  @inline(__always)
  func gateJet(at x: Double) -> GateJet {
    let u = Pair.product(alpha, x)
    if abs(u.high) > saturation { return .step(x) }
    let s = Logistic(u)
    let t = s.complement
    let p = s.slope
    let tilt = t - s.unscaled
    return GateJet(
      s.value * (1 + x * t),
      p * (alpha + 1 + u.high * tilt),
      alpha * (p * ((alpha + 2) * tilt + u.high * (1 - 6 * p * s.scale))),
      scale: s.scale,
      valueScale: s.valueScale
    )
  }
}

extension CatalogueEntry {
  static let form3 = CatalogueEntry(
    "form3",
    formula: "x·(1 + e^(−αx) + x·e^(−αx)) / (1 + e^(−αx))²",
    parameters: [.alpha],
    note: "as published; the slope of x·σ(αx) only at α = 1",
    make: { Form3(alpha: $0[0]) }
  )
}
