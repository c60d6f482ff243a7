/// ½[(1 + a)x + √((1 − a)²x² + μ²)]: leaky ReLU's max(x, ax) with a smooth square root.
///
/// With y = (1 − a)x, r = √(y² + μ²) and d = μ²/2(r + |y|): f is x + d on the side where y > 0 and
/// ax + d on the other, its slope 1 − (1 − a)d/r and a + (1 − a)d/r, its curvature (1 − a)²μ²/2r³.
/// Limits: ax at −∞, x at +∞ for a < 1. Source: arXiv 2111.04682, where μ is 4.33·10⁻⁹.
/// Errors: 1 ulp in the reference tables.
struct Smu1: PairActivation {
  let a: Double
  let mu: Double

  func pairJet(at x: Double) -> ProductJet<Pair> {
    let span = Pair.sum(1, -a)
    let y = span * Pair(x)
    let size = y.magnitude
    // Scaled, so that no square overflows or is lost.
    let scale = max(size.high, mu)
    guard scale.isFinite else { return ProductJet(Pair(y.high > 0 ? x : a * x), line(y), 0) }
    let (p, q) = (size / Pair(scale), Pair(mu) / Pair(scale))
    let r = Pair.sqrt(p.squared + q.squared)
    let d = q * (q / (r + p)).scaled(by: 0.5)
    let share = span * d / r
    let ratio = span * (q / r)
    // A small μ² is lost in d, and not in its product with the scale.
    let up = mu < 1 ? 0x1p200 : 1
    let lifted =
      q.high > 0x1p-400
      ? d * Pair(scale)
      : (Pair(mu * up) / Pair(scale) * (Pair(mu) / (r + p))).scaled(by: 0.5 / up)
    let slope = y.high >= 0 ? 1 : a
    return ProductJet(
      Sum(Pair.product(slope, x) + lifted, magnitude: slope * x),
      Sum(y.high >= 0 ? 1 - share : Pair(a) + share, magnitude: slope),
      Sum(ratio * (ratio / r).scaled(by: 0.5) / Pair(scale)))
  }

  /// The slope far out.
  private func line(_ y: Pair) -> Pair { y.high > 0 ? 1 : Pair(a) }

  func limit(at infinity: Double) -> Jet {
    let slope = (1 - a) * infinity > 0 ? 1 : a
    return Jet(slope == 0 ? 0 : slope * infinity, slope, 0)
  }
}

/// ax + (1 − a)[x·Φ(x/s) + s·φ(x/s)]: leaky ReLU convolved with a normal density.
///
/// On either side it is the line that leaky ReLU is there, and (1 − a)·s·[φ(v) − v·Φ(−v)] with v = |x/s|. From v = 3 on the
/// bracket is φ·T/(v + T), T = 1/(v + 2/(v + 3/…)), of which nothing cancels. With H and H′ of GELU at σ = s the slope is
/// a + (1 − a)H, the curvature (1 − a)H′.
/// Limits: ax at −∞, x at +∞. Source: arXiv 2109.13210. Errors: 1 ulp (scales from 10⁻⁶⁰ to 10⁶⁰).
struct Sau: PairActivation {
  let a: Double
  let scale: Double
  private let span: Pair
  private let gelu: Form4

  init(a: Double, scale: Double) {
    self.a = a
    self.scale = scale
    span = Pair.sum(1, -a)
    gelu = Form4(sigma: scale)
  }

  var landmarks: [Double] { [-scale, 0, scale] }

  func pairJet(at x: Double) -> ProductJet<Pair> {
    let slope = x > 0 ? 1 : a
    let gate = gelu.gate(at: -abs(x), as: Pair.self)
    let rest = span * gate.gate
    let scaled = span * bump(abs(x), gate, beside: abs(slope))
    let bump = scaled.scaled(by: gate.half).scaled(by: gate.half)
    return ProductJet(
      Sum(slope == 0 ? bump : Pair.product(slope, x) + bump, magnitude: slope * x),
      Sum(x > 0 ? 1 - rest : Pair(slope) + rest, magnitude: slope),
      Sum((span * gate.first).scaled(by: gate.half).scaled(by: gate.half)))
  }

  /// s·[φ(v) − v·Φ(−v)], divided by the square of the gate's `half`, for x ≥ 0 and the gate at −x.
  ///
  /// Beside a far larger slope·x the difference will do.
  private func bump(_ x: Double, _ gate: GateJet<Pair>, beside slope: Double) -> Pair {
    let peak = Pair(scale) * (Pair(scale) * gate.first)
    guard peak.high > 0 else { return 0 }
    let v = Pair.quotient(x, scale)
    let isSmall = abs(span.high) * peak.high < 0x1p-12 * slope * x
    guard v.high > 3, !isSmall else { return peak - Pair(x) * gate.value }
    // So many steps leave 2⁻⁷⁰ of the bracket.
    var tail = v
    for k in stride(from: (12 + 320 / v.high).rounded(), through: 2, by: -1) {
      tail = v + Pair(k) / tail
    }
    let t = 1 / tail
    return peak * (t / (t + v))
  }

  func limit(at infinity: Double) -> Jet {
    infinity > 0 ? Jet(infinity, 1, 0) : Jet(a == 0 ? 0 : a * infinity, a, 0)
  }
}

/// ½[(1 + a)x + (1 − a)x·erf(μ(1 − a)x)]: leaky ReLU's max(x, ax) with a smooth |x|, that is
/// a blend with a gate of GELU's kind; the slope on the left is the smaller one.
private func smoothMaximum(a: Double, mu: Double) -> any Activation {
  guard a != 1 else { return Linear(slope: 1) }
  let span = Pair.sum(1, -a).magnitude
  return Blend(
    low: min(a, 1), high: max(a, 1), span: span, gate: Form4(rate: steepness(span, mu)))
}

extension FunctionFamily {
  private static let slope = Parameter("a", "a", default: 0.25, .finite)
  private static let mu = Parameter("mu", "μ", default: 1)

  static let smu = FunctionFamily(
    "smu", definition: "1/2*((1 + a)*x + (1 - a)*x*erf(mu*(1 - a)*x))", parameters: [slope, mu],
    note: "a = 0, μ = √½ is gelu", source: "arXiv 2111.04682",
    kernel: { smoothMaximum(a: $0[0], mu: $0[1]) })

  static let smu1 = FunctionFamily(
    "smu1", definition: "1/2*((1 + a)*x + sqrt(((1 - a)*x)^2 + mu^2))",
    plainText: "½((1 + a)x + √((1 − a)²x² + μ²))",
    tex: #"\frac{1}{2}\left((1+a)x+\sqrt{(1-a)^{2}x^{2}+\mu ^{2}}\right)"#,
    parameters: [slope, mu], note: "a = 0 is squareplus with b = μ²", source: "arXiv 2111.04682",
    kernel: { Smu1(a: $0[0], mu: $0[1]) })

  static let sau = FunctionFamily(
    "sau",
    definition:
      "a*x + (1 - a)*(x*Phi(x/scale) + scale*phi(x/scale))",
    parameters: [
      Parameter("a", "a", default: 0.15, .finite), Parameter("scale", "s", default: 1),
    ],
    note: "leaky_relu convolved with a normal density", source: "arXiv 2109.13210",
    kernel: { Sau(a: $0[0], scale: $0[1]) })
}
