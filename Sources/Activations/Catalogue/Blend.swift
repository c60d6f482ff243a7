/// low·x + span·x·H(x): a gated activation's own slope on the left, another on the right.
///
/// SMU, ACON and E-Swish are such blends. Limits: low·x at −∞, (low + span)·x at +∞.
/// Errors: 1 ulp in the reference tables.
struct Blend<G: Gate>: PairActivation {
  let low: Pair
  let span: Pair
  let gate: G

  var landmarks: [Double] { gate.landmarks }

  func pairJet(at x: Double) -> ProductJet<Pair> {
    let jet = gate.gate(at: x, as: Pair.self)
    if jet.half < 1 { return scaledJet(at: x, jet) }
    let product = gate.product(at: x, as: Pair.self)
    return ProductJet(
      value(product.value, x), low + span * product.first.value, span * product.second.value)
  }

  /// The same far in a tail, where H may be subnormal and its product with the span not.
  private func scaledJet(at x: Double, _ jet: GateJet<Pair>) -> ProductJet<Pair> {
    let product = GateJet(
      span * jet.value, span * jet.first, span * jet.second, half: jet.half,
      valueHalf: jet.valueHalf
    ).product(with: x)
    let isOne = jet.valueHalf == 1 && jet.value.high == 1 && jet.value.low == 0
    return ProductJet(
      isOne ? value(Pair(x), x) : low.high == 0 ? product.value : low * Pair(x) + product.value,
      low + product.first.value, product.second.value)
  }

  /// low·x + span·xH; where H is 1 one product, so that large ones do not meet as ∞ − ∞.
  private func value(_ gated: Pair, _ x: Double) -> Pair {
    if gated.high == x, gated.low == 0 { return (low + span) * gated }
    return low.high == 0 ? span * gated : low * Pair(x) + span * gated
  }

  func limit(at infinity: Double) -> Jet {
    let slope = infinity < 0 ? low.rounded : (low + span).rounded
    return Jet(slope == 0 ? -0.0 : slope * infinity, slope, 0)
  }
}

/// x·σ(rate·x), with a rate that is known as a pair.
struct SigmoidGate: Gate {
  let rate: Pair

  @inline(__always)
  func gate<S: Scalar>(at x: Double, as type: S.Type) -> GateJet<S> {
    let u = rate * Pair(x)
    if abs(u.high) > saturation { return .step(x) }
    let s = Logistic<S>(u)
    let density = S(rate) * s.slope
    return GateJet(
      s.value, density, S(rate) * (density * s.tilt), half: s.half, valueHalf: s.valueHalf)
  }
}

/// The product of two numbers above 0 as a gate's rate: a step where it overflows.
func steepness(_ span: Pair, _ factor: Double) -> Pair {
  let rate = span * Pair(factor)
  return rate.high < 1e300 ? rate : 1e300
}

/// x on the line through the origin: what a blend of equal slopes is.
struct Linear: Activation {
  let slope: Double

  @inline(__always)
  func jet(at x: Double) -> Jet {
    x.isNaN ? Jet(x, x, x) : Jet(slope == 0 ? 0 : slope * x, slope, 0)
  }
}

/// (p₁ − p₂)x·σ(β(p₁ − p₂)x) + p₂x, which is the same when p₁ and p₂ change places.
///
/// Source: arXiv 2009.04759, equation 5.
private func acon(_ p1: Double, _ p2: Double, beta: Double) -> any Activation {
  guard p1 != p2 else { return Linear(slope: p1) }
  let (low, high) = (min(p1, p2), max(p1, p2))
  let span = Pair.sum(high, -low)
  return Blend(low: Pair(low), span: span, gate: SigmoidGate(rate: steepness(span, beta)))
}

extension FunctionFamily {
  static let eSwish = FunctionFamily(
    "e_swish", aliases: ["eswish"], definition: "beta*x*sigmoid(x)",
    parameters: [Parameter("beta", "β", default: 1.375)],
    note: "the paper takes β from 1 to 2", source: "arXiv 1801.07145",
    kernel: { Blend(low: 0, span: Pair($0[0]), gate: SigmoidGate(rate: 1)) })

  static let aconA = FunctionFamily(
    "acon_a", definition: "gate: sigmoid(beta*x)", parameters: [.beta], note: "swish with its β",
    source: "arXiv 2009.04759", kernel: { SigmoidPower(alpha: 1, beta: Factor($0[0])) })

  static let aconB = FunctionFamily(
    "acon_b", definition: "(1 - p)*x*sigmoid(beta*(1 - p)*x) + p*x",
    parameters: [Parameter("p", "p", default: 0.25, .finite), .beta],
    source: "arXiv 2009.04759", kernel: { acon(1, $0[0], beta: $0[1]) })

  static let aconC = FunctionFamily(
    "acon_c", definition: "(p1 - p2)*x*sigmoid(beta*(p1 - p2)*x) + p2*x",
    parameters: [
      Parameter("p1", "p₁", default: 1.2, .finite), Parameter("p2", "p₂", default: -0.8, .finite),
      .beta,
    ],
    source: "arXiv 2009.04759", kernel: { acon($0[0], $0[1], beta: $0[2]) })
}
