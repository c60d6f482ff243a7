/// x·tanh(ln(1 + e^αx)): Mish at α = 1.
///
/// With y = e^αx: H = y(y + 2)/D, D = y² + 2y + 2; H′ = 4αy(y + 1)/D²;
/// H″ = 4α²y(2 + 2y − 3y² − 2y³)/D³. On the right the same in e^−αx.
/// Limits: 0 at −∞, x at +∞. Source: FORMULAS, form 7; arXiv 1908.08681.
struct Form7: GatedActivation {
  let alpha: Double

  @inline(__always)
  func gateJet(at x: Double) -> GateJet {
    let u = Pair.product(alpha, x)
    if abs(u.high) > saturation { return .step(x) }
    return u.high < 0 ? leftJet(u) : rightJet(u)
  }

  @inline(__always)
  private func leftJet(_ u: Pair) -> GateJet {
    let e = ScaledExponential(u)
    let y = e.unscaled
    let d = y * (y + 2) + 2
    return GateJet(
      e.value * (y + 2) / d,
      alpha * (4 * e.value * (y + 1) / (d * d)),
      alpha * (alpha * (4 * e.value * (2 + y * (2 - y * (3 + 2 * y))) / (d * d * d))),
      scale: e.scale
    )
  }

  @inline(__always)
  private func rightJet(_ u: Pair) -> GateJet {
    let e = exponential(-u)
    let square =
      u.high < 350
      ? ScaledExponential(value: e * e) : ScaledExponential((-u).scaled(by: 2))
    let d = 1 + 2 * e * (1 + e)
    return GateJet(
      (1 + 2 * e) / d,
      alpha * (4 * square.value * (1 + e) / (d * d)),
      alpha * (alpha * (4 * square.value * (e * (e * (2 * e + 2) - 3) - 2) / (d * d * d))),
      scale: square.scale,
      valueScale: 1
    )
  }
}

extension CatalogueEntry {
  static let form7 = CatalogueEntry(
    "form7",
    formula: "x·tanh(ln(1 + e^(αx)))",
    parameters: [.alpha],
    note: "α = 1 is mish",
    make: { Form7(alpha: $0[0]) }
  )

  static let mish = CatalogueEntry(
    "mish",
    formula: "x·tanh(ln(1 + e^(αx)))",
    parameters: [.alpha],
    note: "form7",
    source: "arXiv 1908.08681",
    make: { Form7(alpha: $0[0]) }
  )
}
