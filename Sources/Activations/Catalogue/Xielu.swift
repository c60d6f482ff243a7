/// αₚx² + βx on the right, αₙ(e^x − 1 − x) + βx on the left: the integral of a line and of ELU.
///
/// The slope at 0 is β; the curvature jumps there from αₙ to 2αₚ. Limits: (β − αₙ)x − αₙ at −∞,
/// αₚx² at +∞. Source: arXiv 2411.13010, with αₚ and αₙ as they are after their softplus.
/// Errors: 1 ulp in the reference tables.
struct Xielu: PairActivation {
  let positive: Double
  let negative: Double
  let beta: Double

  var kinks: [Kink] { [Kink(at: 0, order: 2 * positive == negative ? 3 : 2)] }

  func pairJet(at x: Double) -> ProductJet<Pair> {
    let argument = Pair(x)
    if x > 0 {
      let slope = Pair.product(positive, x)
      return ProductJet(
        Sum((slope + Pair(beta)) * argument, magnitude: beta * x),
        Sum(slope + slope + Pair(beta), magnitude: beta), Sum(Pair(2 * positive)))
    }
    if x == 0 { return ProductJet(argument, Pair(beta), Pair(positive + 0.5 * negative)) }
    let alpha = Pair(negative)
    let e = ScaledExponential<Pair>(argument)
    let minusOne = x > -0.7 ? argument * Pair.expm1Ratio(argument) : e.unscaled - 1
    // Near 0 e^x − 1 − x is x²/2 times its series; far out the two lines are one.
    let value =
      x > -0.7
      ? (alpha * (argument * Pair.exponentialTail(argument, from: 2)).scaled(by: 0.5) + Pair(beta))
        * argument
      : alpha * minusOne + Pair.sum(beta, -negative) * argument
    return ProductJet(
      Sum(value, magnitude: beta * x), Sum(alpha * minusOne + Pair(beta), magnitude: beta),
      Sum((alpha * e.value).scaled(by: e.half).scaled(by: e.half)))
  }

  func limit(at infinity: Double) -> Jet {
    if infinity > 0 {
      if positive == 0 { return Jet(beta == 0 ? 0 : beta * infinity, beta, 0) }
      return Jet(positive * infinity, positive * infinity, 2 * positive)
    }
    let slope = beta - negative
    return Jet(slope == 0 ? -negative : slope * infinity, slope, 0)
  }
}

extension FunctionFamily {
  static let xielu = FunctionFamily(
    "xielu", definition: "where(x > 0, alpha_p*x^2 + beta*x, alpha_n*(exp(x) - 1 - x) + beta*x)",
    parameters: [
      Parameter("alpha_p", "αₚ", default: 0.8, .finite),
      Parameter("alpha_n", "αₙ", default: 0.8, .finite),
      Parameter("beta", "β", default: 0.5, .finite),
    ],
    source: "arXiv 2411.13010",
    kernel: { Xielu(positive: $0[0], negative: $0[1], beta: $0[2]) })
}
