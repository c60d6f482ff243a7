/// x·tanh x, an even function: its weight has the slope sech² x, and that −2·tanh x·sech² x.
///
/// Limits: |x| at both ends. Errors: none in the reference table. Source: arXiv 1901.05894.
struct Lisht: PairActivation {
  func pairJet(at x: Double) -> ProductJet<Pair> {
    let tangent = HyperbolicTangent<Pair>(Pair(x))
    return GateJet(
      tangent.value, tangent.slope, -2 * tangent.value * tangent.slope,
      half: tangent.half, valueHalf: 1
    ).product(with: x)
  }

  func limit(at infinity: Double) -> Jet { Jet(.infinity, infinity > 0 ? 1 : -1, 0) }
}

/// x·tanh(g), g = GELU(x): the gate is below 0 on the left, and f above.
///
/// H′ = sech²(g)·g′ and H″ = sech²(g)·(g″ − 2·tanh(g)·g′²), all in pairs, for g′ and g″ pass through
/// zero. Limits: 0 at −∞, x at +∞. Errors: f 1 ulp, f′ and f″ 2 (20000 points over ±10³⁰⁸).
/// Source: Naveen, TechRxiv 17283824 (2021).
struct Phish: Gate {
  private let gelu = Form4(sigma: 1)

  var limitAtMinusInfinity: Double { 0 }

  @inline(__always)
  func gate<S: Scalar>(at x: Double, as type: S.Type) -> GateJet<S> {
    guard x.isFinite else { return .step(x) }
    let inner = gelu.gate(at: x, as: Pair.self)
    // Far on the left tanh g is g to the last digit.
    if x < 0, inner.half != 1 {
      let slope = inner.value + Pair(x) * inner.first
      let bend = inner.first + inner.first + Pair(x) * inner.second
      return GateJet(S(Pair(x) * inner.value), S(slope), S(bend), half: inner.half)
    }
    let g = inner.product(with: x)
    let tangent = HyperbolicTangent<Pair>(g.value)
    let slope = g.first.value
    let bend = g.second.value - 2 * tangent.value * slope * slope
    return GateJet(
      S(tangent.value), S(tangent.slope * slope), S(tangent.slope * bend),
      half: tangent.half, valueHalf: 1)
  }
}

extension FunctionFamily {
  static let lisht = FunctionFamily(
    "lisht", definition: "x*tanh(x)", source: "arXiv 1901.05894", kernel: { _ in Lisht() })

  static let phish = FunctionFamily(
    "phish", definition: "gate: tanh(gelu(x))", source: "Naveen 2021, TechRxiv 17283824",
    kernel: { _ in Phish() })
}
