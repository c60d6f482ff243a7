/// x/2·(1 + tanh(√(2/π)(x + 0.044715x³))): the GELU paper's first elementary approximation.
///
/// The gate is σ(z) with z = 2√(2/π)(x + cx³), carried as a pair: 1 + tanh(z/2) would be 0 where the
/// true value is still a normal number. Limits: 0 at −∞, x at +∞. Source: arXiv 1606.08415.
struct GeluTanh: GatedActivation {
  @inline(__always)
  func gateJet(at x: Double) -> GateJet {
    if abs(x) > 30 { return .step(x) }  // |z| is above `saturation` there
    let square = Pair.product(x, x)
    let z = (square * Self.cubic + 1) * x * Self.rate
    let s = Logistic(z)
    let slope = Self.rate.high * (1 + 3 * Self.cubic * square.high)
    let curvature = 6 * Self.rate.high * Self.cubic * x
    return GateJet(
      s.value, slope * s.slope,
      s.slope * (curvature + slope * slope * (s.complement - s.unscaled)),
      scale: s.scale, valueScale: s.valueScale)
  }

  /// The coefficient of x³ as published.
  private static let cubic = 0.044715
  /// 2√(2/π) to 106 bits.
  private static let rate = Pair(0x1.9884_533d_4365_1p+0, -0x1.cbc0_d30e_bfd1_5p-54)
}

extension CatalogueEntry {
  static let geluTanh = CatalogueEntry(
    "gelu_tanh", aliases: ["gelu_new", "gelu_pytorch_tanh"],
    formula: "x/2·(1 + tanh(√(2/π)·(x + 0.044715x³)))",
    note: "approximates gelu to 4.8e-4",
    source: "arXiv 1606.08415",
    make: { _ in GeluTanh() }
  )
}
