/// x·clip((x + α)/2α, 0, 1): the gate of the uniform density on [−α, α]; HardSwish at α = 3.
///
/// Limits: 0 for x ≤ −α, x for x ≥ α; corners at both. Source: FORMULAS, gennorm at β = ∞;
/// arXiv 1905.02244.
struct Uniform: GatedActivation {
  let alpha: Double

  var gateKinks: [Kink] { [Kink(at: -alpha, order: 1), Kink(at: alpha, order: 1)] }
  var landmarks: [Double] { [-alpha, 0, alpha] }

  @inline(__always)
  func gateJet(at x: Double) -> GateJet {
    let density = 0.5 / alpha
    if abs(x) < alpha { return GateJet((0.5 * x + 0.5 * alpha) / alpha, density, 0) }
    var step = GateJet.step(x)
    if abs(x) == alpha { step.first = 0.5 * density }
    return step
  }

  @inline(__always)
  func jet(at x: Double) -> Jet {
    let left = x <= -alpha
    if abs(x) < alpha {
      return Jet(x * gateJet(at: x).value, (x + 0.5 * alpha) / alpha, 1 / alpha)
    }
    guard abs(x) == alpha else {
      return x.isNaN ? Jet(x, x, x) : Jet(left ? -0.0 : x, left ? 0 : 1, 0)
    }
    // The means of the limits from both sides.
    return Jet(left ? -0.0 : x, left ? -0.25 : 1.25, 0.5 / alpha)
  }
}

extension CatalogueEntry {
  static let hardswish = CatalogueEntry(
    "hardswish", aliases: ["hard_swish", "hard_silu"],
    formula: "x·clip((x + 3)/6, 0, 1)",
    note: "gennorm at α = 3, β = ∞",
    source: "arXiv 1905.02244",
    make: { _ in Uniform(alpha: 3) }
  )
}
