/// x/2·clip(x + 2, 0, 2): a quadratic between −2 and 0.
///
/// Limits: 0 for x ≤ −2, x for x ≥ 0; a corner at −2, and at 0 a jump of the curvature. Source: timm.
/// Errors: f 1 ulp, all else exact.
struct HardMish: Gate {
  var gateKinks: [Kink] { [Kink(at: -2, order: 1), Kink(at: 0, order: 1)] }
  var landmarks: [Double] { [-2, 0] }

  @inline(__always)
  func gate<S: Scalar>(at x: Double, as type: S.Type) -> GateJet<S> {
    if x > -2, x < 0 { return GateJet(S(Pair.sum(1, 0.5 * x)), 0.5, 0) }
    if x == 0 { return GateJet(1, 0.25, 0) }
    if x == -2 { return GateJet(0, 0.25, 0) }
    return .step(x)
  }

  @inline(__always)
  func product<S: Scalar>(at x: Double, as type: S.Type) -> ProductJet<S> {
    if x > -2, x < 0 {
      return ProductJet(S(x) * S(Pair.sum(1, 0.5 * x)), S(Pair.sum(1, x)), 1)
    }
    // The means of the limits from both sides.
    if x == 0 { return ProductJet(S(x), 1, 0.5) }
    if x == -2 { return ProductJet(-0.0, -0.5, 0.5) }
    return GateJet.step(x).product(with: x)
  }
}

extension FunctionFamily {
  static let hardMish = FunctionFamily(
    "hard_mish", aliases: ["hardmish"], definition: "gate: clip(x + 2, 0, 2)/2", source: "timm",
    kernel: { _ in HardMish() })
}
