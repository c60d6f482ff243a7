/// x·(1 + λe^−κx)^(−1/λ): SiLU at κ = λ = 1, and towards GoLU as λ tends to 0.
///
/// With u = κx − ln λ and t = 1 − σ(u): ln H = −ln(1 + e^−u)/λ, H′ = κHt/λ as one exponential, and
/// H″ = κH′(t/λ − σ(u)). Limits: 0 at −∞, x at +∞. Source: arXiv 2407.08567.
/// Errors: H and f 2 ulp, f′ 2, f″ 4 (20000 points over ±10³⁰⁸, λ from 0.01 to 50).
struct Aglu: Gate {
  let kappa: Double
  /// 1/λ.
  private let power: Pair
  /// ln λ.
  private let shift: Pair
  /// ln(κ/λ).
  private let logOfFactor: Pair

  init(kappa: Double, lambda: Double) {
    self.kappa = kappa
    power = Pair.quotient(1, lambda)
    shift = Pair.log(Pair(lambda))
    logOfFactor = Pair.log(Pair(kappa)) - shift
  }

  @inline(__always)
  func gate<S: Scalar>(at x: Double, as type: S.Type) -> GateJet<S> {
    let product = Pair(kappa) * Pair(x)
    let u = product - shift
    // On the left the power of 1/λ decides what is lost: not u, but the size below.
    guard u.high <= 2 * saturation, u.high.isFinite else { return .step(x) }
    let e = Pair.exp(-u.magnitude)
    let log = Pair.log1p(e)
    // −ln H and t/λ; where e^−u underflows, 1/λ times it is e^−κx.
    let isFar = u.high > 600
    let far = isFar ? Pair.exp(-product) : 0
    let size = isFar ? far : (u.high < 0 ? log - u : log) * power
    let (t, rest) = u.high < 0 ? (1 / (1 + e), e / (1 + e)) : (e / (1 + e), 1 / (1 + e))
    guard size.high <= 2 * saturation else { return .step(x) }
    let gate = ScaledExponential<S>(-size)
    let exponent = logOfFactor - size - (u.high < 0 ? log : u + log)
    let density = ScaledExponential<S>(exponent.high < 709 ? exponent : 709)
    return GateJet(
      gate.value, density.value,
      S(kappa) * (density.value * S((isFar ? far : t * power) - rest)),
      half: density.half, valueHalf: gate.half)
  }
}

extension FunctionFamily {
  static let aglu = FunctionFamily(
    "aglu", definition: "gate: (1 + lambda*exp(-kappa*x))^(-1/lambda)",
    parameters: [Parameter("kappa", "κ", default: 1), Parameter("lambda", "λ", default: 1)],
    note: "swish at κ = λ = 1", source: "arXiv 2407.08567",
    kernel: { Aglu(kappa: $0[0], lambda: $0[1]) })
}
