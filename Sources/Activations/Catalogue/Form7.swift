/// x·tanh(ln(1 + e^αx)): Mish at α = 1.
///
/// With y = e^αx: H = y(y + 2)/D, D = y² + 2y + 2; H′ = 4αy(y + 1)/D²;
/// H″ = 4α²y(2 + 2y − 3y² − 2y³)/D³. On the right the same in e^−αx.
/// Limits: 0 at −∞, x at +∞. Source: arXiv 1908.08681.
///
/// Largest errors in ulp at a million points, over all x and α from 0.1 to 1000:
/// H 4, f 4, f′ 7, f″ 11.
struct Form7: Gate {
  let alpha: Factor

  @inline(__always)
  func gate<S: Scalar>(at x: Double, as type: S.Type) -> GateJet<S> {
    let u = alpha.times(x)
    if abs(u.high) > saturation { return .step(x) }
    return u.high < 0 ? left(u) : right(u)
  }

  @inline(__always)
  private func left<S: Scalar>(_ u: Pair) -> GateJet<S> {
    let e = ScaledExponential<S>(u)
    let y = e.unscaled
    let reciprocal = 1 / (2 + y * (2 + y))
    let density = 4 * e.value * reciprocal * reciprocal
    // With m = y + y²/2 the gate is m/(1 + m).
    let m = e.value + (e.value * y).scaled(by: 0.5)
    return GateJet(
      m / (1 + y + (y * y).scaled(by: 0.5)),
      S(alpha.value) * (density * (1 + y)),
      S(alpha.value) * (S(alpha.value) * (density * (2 + y * (2 - y * (3 + 2 * y))) * reciprocal)),
      half: e.half)
  }

  @inline(__always)
  private func right<S: Scalar>(_ u: Pair) -> GateJet<S> {
    // e^−u and its square, of which the latter underflows first.
    let e = S.exp(u.high > 700 ? Pair(-700, 0) : -u)
    let square =
      u.high < 277
      ? ScaledExponential(value: e * e) : ScaledExponential<S>((-u).scaled(by: 2))
    let divisor = 1 + 2 * e * (1 + e)
    let reciprocal = 1 / divisor
    let density = 4 * square.value * reciprocal * reciprocal
    return GateJet(
      (1 + 2 * e) / divisor,
      S(alpha.value) * (density * (1 + e)),
      S(alpha.value) * (S(alpha.value) * (density * (e * (e * (2 + 2 * e) - 3) - 2) * reciprocal)),
      half: square.half, valueHalf: 1)
  }
}

extension FunctionFamily {
  static let form7 = FunctionFamily(
    "form7", definition: "gate: tanh(log(1 + exp(alpha*x)))",
    parameters: [.alpha],
    note: "α = 1 is mish",
    kernel: { Form7(alpha: Factor($0[0])) }
  )

  static let mish = FunctionFamily(
    "mish", definition: "gate: tanh(log(1 + exp(alpha*x)))",
    parameters: [.alpha],
    note: "form7",
    source: "arXiv 1908.08681",
    kernel: { Form7(alpha: Factor($0[0])) }
  )
}
