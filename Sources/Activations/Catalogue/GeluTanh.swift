/// x/2·(1 + tanh(√(2/π)(x + 0.044715x³))): the GELU paper's first elementary approximation.
///
/// The gate is σ(z) with z = 2√(2/π)(x + cx³), carried as a pair: 1 + tanh(z/2) would be 0 where the
/// true value is still a normal number. Limits: 0 at −∞, x at +∞. Source: arXiv 1606.08415.
///
/// Largest errors in ulp at 300,000 points, over all x:
/// H 2, f 3 (one point of 100,000, else 2), f′ 5, f″ 7.
struct GeluTanh: Gate {
  @inline(__always)
  func gate<S: Scalar>(at x: Double, as type: S.Type) -> GateJet<S> {
    if abs(x) > 30 { return .step(x) }  // |z| is above `saturation` there
    let square = Pair.product(x, x)
    let z = (square * Pair(Self.cubic) + 1) * Pair(x) * Self.rate
    let s = Logistic<S>(z)
    let slope = S(Self.rate * (Self.tripleCubic * square + 1))
    let curvature = 6 * S(Self.rate) * S(Self.cubic) * S(x)
    var jet = GateJet(
      s.value, slope * s.slope, s.slope * (curvature + slope * slope * s.tilt),
      half: s.half, valueHalf: s.valueHalf)
    jet.valueRest = s.valueRest
    return jet
  }

  /// The coefficient of x³ as published.
  private static let cubic = 0.044715
  /// Three times it.
  private static let tripleCubic = Pair(0x1.12ba_9d1f_6017_9p-3, 0x1p-57)
  /// 2√(2/π).
  private static let rate = Pair(0x1.9884_533d_4365_1p+0, -0x1.cbc0_d30e_bfd1_5p-54)
}

extension FunctionFamily {
  static let geluTanh = FunctionFamily(
    "gelu_tanh", aliases: ["gelu_new", "gelu_pytorch_tanh"],
    definition: "gate: 1/2*(1 + tanh(sqrt(2/pi)*(x + 0.044715*x^3)))",
    note: "approximates gelu to 4.8e-4",
    source: "arXiv 1606.08415",
    kernel: { _ in GeluTanh() }
  )
}
