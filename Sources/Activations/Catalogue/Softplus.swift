/// ln(1 + e^βx)/β: the integral of the sigmoid, and so relu's smooth twin by integration.
///
/// Its slope is σ(βx). PyTorch's threshold, beyond which it returns x, is not applied.
/// Limits: 0 at −∞, x at +∞.
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
    let e = ScaledExponential<Double>(u.high < 0 ? u : -u)
    let log = e.half == 1 ? Libm.log1p(e.value) : e.value
    let tail = (log / beta.value).scaled(by: e.half).scaled(by: e.half)
    return Jet(u.high < 0 ? tail : x + tail, s.unscaled, curvature)
  }
}

extension FunctionFamily {
  static let softplus = FunctionFamily(
    "softplus", definition: "log(1 + exp(beta*x))/beta", parameters: [.beta],
    note: "the integral of sigmoid at β = 1", kernel: { Softplus(beta: Factor($0[0])) })
}
