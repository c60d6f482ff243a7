/// ln(1 + e^βx)/β: the integral of the sigmoid, and so relu's smooth twin by integration.
///
/// Its slope is σ(βx). Limits: 0 at −∞, x at +∞. Errors: f 2 ulp.
struct Softplus: Activation {
  let beta: Factor

  @inline(__always)
  func jet(at x: Double) -> Jet {
    let u = beta.times(x)
    if abs(u.high) > saturation {
      let step = GateJet<Double>.step(x)
      return Jet(x > 0 ? x : 0, step.value, 0)
    }
    let s = Logistic<Double>(u)
    let curvature = (beta.value * s.slope).scaled(by: s.half).scaled(by: s.half)
    return Jet(value(x, isLeft: u.high < 0, s), s.unscaled, curvature)
  }

  /// ln(1 + e)/β with e = e^−|u|, on the right beside x: what sums and the quotient lost is added last.
  @inline(__always)
  private func value(_ x: Double, isLeft: Bool, _ s: Logistic<Double>) -> Double {
    let sum = 1 + s.small
    let log = s.half == 1 ? Libm.log(sum) : s.exponential
    let lost = s.half == 1 ? ((s.small - (sum - 1)) + s.rest) / sum : s.rest
    let tail = log / beta.value
    let rest = (beta.isPowerOfTwo ? lost : log.addingProduct(-tail, beta.value) + lost) / beta.value
    if isLeft { return (tail + rest).scaled(by: s.half).scaled(by: s.half) }
    let whole = Pair.sum(x, tail.scaled(by: s.half).scaled(by: s.half))
    return whole.high + (whole.low + rest.scaled(by: s.half).scaled(by: s.half))
  }
}

extension Softplus: Vectorized {
  package var vectorKernel: VectorKernel? { VectorKernel(.softplus(rate: Pair(beta.value))) }
}

/// Softplus where βx is at most a threshold, and x beyond it, as PyTorch has it.
///
/// At the threshold it jumps by ln(1 + e^−t)/β.
struct CutSoftplus: Activation {
  let smooth: Softplus
  let threshold: Double

  /// Where βx passes the threshold: the double at which it is that, or one beside it.
  private var edge: Double { threshold / smooth.beta.value }

  var kinks: [Kink] { [Kink(at: edge, order: 0)] }

  @inline(__always)
  func jet(at x: Double) -> Jet {
    let u = smooth.beta.times(x)
    // Where βx underflows, x tells its sign.
    let gap = (u.high - threshold) + (u.high == 0 ? x : u.low)
    if gap > 0 { return Jet(x, 1, 0) }
    let jet = smooth.jet(at: x)
    guard gap == 0 else { return jet }
    return Jet(jet.value / 2 + x / 2, jet.first / 2 + 0.5, jet.second / 2)
  }
}

extension FunctionFamily {
  static let softplus = FunctionFamily(
    "softplus",
    definition: FunctionDefinition("where(beta*x > threshold, x, log(1 + exp(beta*x))/beta)")
      .when("threshold", is: .infinity, "log(1 + exp(beta*x))/beta"),
    plainText: "ln(1 + e^(βx))/β",
    tex: #"\frac{\ln(1+e^{\beta x})}{\beta }"#,
    parameters: [.beta, Parameter("threshold", "t", default: .infinity, .finiteOrInfinite)],
    note: "the integral of sigmoid at β = 1; x for βx > t",
    kernel: {
      let smooth = Softplus(beta: Factor($0[0]))
      if $0[1] == .infinity { return smooth }
      return CutSoftplus(smooth: smooth, threshold: $0[1])
    })
}
