/// x·tanh(e^x): the gate rises from e^x on the left to 1 as fast as a double exponential.
///
/// With y = e^x carried as a pair: H′ = y·sech² y, H″ = H′(1 − 2y·tanh y).
/// Limits: 0 at −∞, x at +∞. Source: arXiv 2003.09855, and as TeLU 2412.20269.
/// Errors: H 1 ulp, f 2, f′ 5, f″ 6 (300,000 points over ±10³⁰⁸).
struct TanhExp: Gate {
  @inline(__always)
  func gate<S: Scalar>(at x: Double, as type: S.Type) -> GateJet<S> {
    if x > 8 || x < -saturation { return .step(x) }  // e^8 is beyond `saturation`
    let e = Self.exponential(x, as: S.self)
    if e.half != 1 { return GateJet(S(e.value), S(e.value), S(e.value), half: e.half) }
    let y = S(e.value)
    let tangent = HyperbolicTangent<S>(e.value)
    let density = y * tangent.slope
    return GateJet(
      tangent.value, density, density * (1 - (y + y) * tangent.value),
      half: tangent.half, valueHalf: 1)
  }

  /// y; for doubles and up to 4.5, 59 bits of it are enough: e^−2y errs by 2y times that, a seventh of 2⁻⁵³.
  @inline(__always)
  private static func exponential<S: Scalar>(
    _ x: Double, as type: S.Type
  ) -> ScaledExponential<Pair> {
    guard S.self == Double.self, x > -350, x < 1.5 else { return ScaledExponential(Pair(x)) }
    let (value, rest) = Double.splitExp(Pair(x))
    return ScaledExponential(value: Pair(value, rest))
  }
}

/// x·exp(−e^−x): the gate is Gumbel's distribution.
///
/// With y = e^−x carried as a pair: H′ = yH, H″ = H′(y − 1). Limits: 0 at −∞, x at +∞.
/// Errors: H 1 ulp, f 2, f′ 3, f″ 4 (20000 points over ±10³⁰⁸). Source: arXiv 2502.03654.
struct Golu: Gate {
  @inline(__always)
  func gate<S: Scalar>(at x: Double, as type: S.Type) -> GateJet<S> {
    if x < -8 || x > saturation { return .step(x) }  // e^8 is beyond `saturation`
    let e = ScaledExponential<Pair>(Pair(-x))
    let y = S(e.value)
    if e.half != 1 { return GateJet(1, y, -y, half: e.half, valueHalf: 1) }
    let gate = ScaledExponential<S>(-e.value)
    let density = y * gate.value
    return GateJet(gate.value, density, density * (y - 1), half: gate.half)
  }
}

extension FunctionFamily {
  static let tanhexp = FunctionFamily(
    "tanhexp", aliases: ["telu"], definition: "gate: tanh(exp(x))",
    source: "arXiv 2003.09855, 2412.20269",
    kernel: { _ in TanhExp() })

  static let golu = FunctionFamily(
    "golu", definition: "gate: exp(-exp(-x))", note: "the gate is Gumbel's distribution",
    source: "arXiv 2502.03654", kernel: { _ in Golu() })
}
