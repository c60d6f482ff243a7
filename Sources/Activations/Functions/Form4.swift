/// x·½[1 + erf(x / σ√2)]: GELU at σ = 1, the gate being the normal distribution's.
///
/// With y = x / σ√2 carried as a pair, H = ½ erfc(−y) and H′ = e^−y² / σ√(2π), H″ = −x/σ²·H′.
/// Limits: 0 at −∞, x at +∞. Source: FORMULAS, form 4; arXiv 1606.08415.
struct Form4: GatedActivation {
  let sigma: Double
  /// 1 / σ√2.
  private let rate: Pair
  /// 1 / σ√(2π).
  private let peak: Double

  init(sigma: Double) {
    self.sigma = sigma
    // √½ to 106 bits, divided by σ.
    let quotient = Pair.quotient(0x1.6a09_e667_f3bc_dp-1, sigma)
    rate = Pair(quotient.high, quotient.low - 0x1.bdd3_413b_2645_6p-55 / sigma)
    peak = 0x1.9884_533d_4365_1p-2 / sigma
  }

  @inline(__always)
  func gateJet(at x: Double) -> GateJet {
    let y = rate * x
    let square = y.squared
    if square.high > saturation { return .step(x) }
    let bell = ScaledExponential(-square)
    let small = 0.5 * complementaryErrorFunction(abs(y.high), bell: bell)
    let density = peak * bell.value
    let slope = -(x / sigma) * (density / sigma)
    return x < 0
      ? GateJet(small, density, slope, scale: bell.scale)
      : GateJet(1 - small * bell.scale, density, slope, scale: bell.scale, valueScale: 1)
  }
}

extension CatalogueEntry {
  static let form4 = CatalogueEntry(
    "form4",
    formula: "x·½[1 + erf(x / (σ√2))]",
    parameters: [.sigma],
    note: "σ = 1 is gelu",
    make: { Form4(sigma: $0[0]) }
  )

  static let gelu = CatalogueEntry(
    "gelu",
    formula: "x·Φ(x/σ) = x·½[1 + erf(x / (σ√2))]",
    parameters: [.sigma],
    note: "form4",
    source: "arXiv 1606.08415",
    make: { Form4(sigma: $0[0]) }
  )
}
