/// x·clip((x + α)/2α, 0, 1): the gate of the uniform density on [−α, α]; HardSwish at α = 3.
///
/// Limits: 0 for x ≤ −α, x for x ≥ α; corners at both.
/// Source: arXiv 1905.02244.
struct Uniform: Gate {
  let alpha: Double

  var gateKinks: [Kink] { [Kink(at: -alpha, order: 1), Kink(at: alpha, order: 1)] }
  var landmarks: [Double] { [-alpha, 0, alpha] }

  @inline(__always)
  func gate<S: Scalar>(at x: Double, as type: S.Type) -> GateJet<S> {
    let density = 0.5 / S(alpha)
    if abs(x) < alpha { return GateJet(value(at: x), density, 0) }
    var step = GateJet<S>.step(x)
    if abs(x) == alpha { step.first = density.scaled(by: 0.5) }
    return step
  }

  /// (x + α) / 2α.
  @inline(__always)
  private func value<S: Scalar>(at x: Double) -> S {
    S(Pair.sum(0.5 * x, 0.5 * alpha)) / S(alpha)
  }

  @inline(__always)
  func product<S: Scalar>(at x: Double, as type: S.Type) -> ProductJet<S> {
    if abs(x) < alpha {
      let slope = S(Pair.sum(x, 0.5 * alpha)) / S(alpha)
      return ProductJet(S(x) * value(at: x), Sum(slope), Sum(1 / S(alpha)))
    }
    let left = x <= -alpha
    let value = S(left ? -0.0 : x)
    guard abs(x) == alpha else {
      return ProductJet(value, Sum(x.isNaN ? S(x) : left ? 0 : 1), Sum(x.isNaN ? S(x) : 0))
    }
    // The means of the limits from both sides.
    return ProductJet(value, Sum(left ? -0.25 : 1.25), Sum(0.5 / S(alpha)))
  }
}

extension FunctionFamily {
  static let hardswish = FunctionFamily(
    "hardswish", aliases: ["hard_swish", "hard_silu"], definition: "gate: clip((x + 3)/6, 0, 1)",
    note: "gennorm at α = 3, β = ∞",
    source: "arXiv 1905.02244",
    kernel: { _ in Uniform(alpha: 3) }
  )
}
