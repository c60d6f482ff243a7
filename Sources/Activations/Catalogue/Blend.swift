/// low·x + span·x·H(x) with a symmetric gate: one slope on the left, another on the right.
///
/// SMU, ACON and E-Swish are such blends. On either side it is a line and what the gate lacks there to 0 or 1, span·y·H(y) at
/// y = −|x|, so that a tail along a flat line keeps its digits. Limits: low·x at −∞, high·x at +∞.
/// Errors: 1 ulp (slopes from 10⁻⁶⁰ to 10⁶⁰).
struct Blend<G: Gate>: PairActivation {
  /// The slope on the left.
  let low: Double
  /// The slope on the right.
  let high: Double
  /// high − low.
  let span: Pair
  let gate: G

  var landmarks: [Double] { gate.landmarks }

  func pairJet(at x: Double) -> ProductJet<Pair> {
    let slope = x > 0 ? high : low
    let y = -abs(x)
    let jet = gate.gate(at: y, as: Pair.self)
    // The span comes before what makes numbers subnormal, and behind what x makes finite.
    let bend = y == 0 ? 0 : Pair(y) * jet.second
    let curvature = (span * (jet.first + jet.first + bend)).scaled(by: jet.half)
      .scaled(by: jet.half)
    let density = (span * jet.first).scaled(by: jet.half).scaled(by: jet.half)
    let level = (span * jet.value).scaled(by: jet.valueHalf).scaled(by: jet.valueHalf)
    let lift = level + (span * (Pair(y * jet.half) * jet.first)).scaled(by: jet.half)
    return ProductJet(
      Sum(value(x, slope, jet), magnitude: slope * x),
      Sum(
        x > 0 ? Pair(slope) - lift : Pair(slope) + lift, magnitude: max(abs(slope), abs(level.high))
      ),
      Sum(curvature, magnitude: 2 * density.high))
  }

  /// The line and the rest; an x so small that products with it lose digits is enlarged meanwhile.
  @inline(__always)
  private func value(_ x: Double, _ slope: Double, _ jet: GateJet<Pair>) -> Pair {
    let isTiny = abs(x) < 0x1p-900
    let large = isTiny ? x * 0x1p600 : x
    let half = jet.valueHalf
    let rest = (span * (Pair(-abs(large) * half) * jet.value)).scaled(by: half)
    let value = Self.sum(large, slope, rest)
    return isTiny && x != 0 ? value.scaled(by: 0x1p-600) : value
  }

  @inline(__always)
  private static func sum(_ x: Double, _ slope: Double, _ rest: Pair) -> Pair {
    slope == 0 ? rest : Pair.product(slope, x) + rest
  }

  func limit(at infinity: Double) -> Jet {
    let slope = infinity < 0 ? low : high
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
  guard p1 != p2, beta > 0 else { return Linear(slope: 0.5 * p1 + 0.5 * p2) }
  let (low, high) = (min(p1, p2), max(p1, p2))
  let span = Pair.sum(high, -low)
  return Blend(low: low, high: high, span: span, gate: SigmoidGate(rate: steepness(span, beta)))
}

extension FunctionFamily {
  static let eSwish = FunctionFamily(
    "e_swish", aliases: ["eswish"], definition: "beta*x*sigmoid(x)",
    parameters: [Parameter("beta", "β", default: 1.375)],
    note: "the paper takes β from 1 to 2", source: "arXiv 1801.07145",
    kernel: { Blend(low: 0, high: $0[0], span: Pair($0[0]), gate: SigmoidGate(rate: 1)) })

  static let aconA = FunctionFamily(
    "acon_a", definition: "gate: sigmoid(beta*x)", parameters: [.rate], note: "swish with its β",
    source: "arXiv 2009.04759",
    kernel: { values in
      guard values[0] > 0 else { return FlatGate(height: 0.5) }
      return SigmoidPower(alpha: 1, beta: Factor(values[0]))
    })

  static let aconB = FunctionFamily(
    "acon_b", definition: "(1 - p)*x*sigmoid(beta*(1 - p)*x) + p*x",
    parameters: [Parameter("p", "p", default: 0.25, .finite), .rate],
    source: "arXiv 2009.04759", kernel: { acon(1, $0[0], beta: $0[1]) })

  static let aconC = FunctionFamily(
    "acon_c", definition: "(p1 - p2)*x*sigmoid(beta*(p1 - p2)*x) + p2*x",
    parameters: [
      Parameter("p1", "p₁", default: 1.2, .finite), Parameter("p2", "p₂", default: -0.8, .finite),
      .rate,
    ],
    source: "arXiv 2009.04759", kernel: { acon($0[0], $0[1], beta: $0[2]) })
}
