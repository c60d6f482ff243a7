/// x·σ(βx)^α: form 6 at β = 1, Swish-β at α = 1, SiLU at both.
///
/// With u = βx, t = 1 − σ(u): H = e^(−α·ln(1 + e^−u)), H′ = αβHt, H″ = αβ²Ht(αt − σ(u)). The
/// exponent is carried as a pair. Limits: 0 at −∞, x at +∞.
/// Source: arXiv 1710.05941.
///
/// Largest errors in ulp at 300,000 points, over all x, α and β from 0.01 to 100:
/// H 2, f 3 (one point of 100,000, else 2), f′ 5, f″ 7.
struct SigmoidPower: Gate {
  let alpha: Double
  let beta: Factor

  @inline(__always)
  func gate<S: Scalar>(at x: Double, as type: S.Type) -> GateJet<S> {
    let u = beta.times(x)
    return alpha == 1 ? sigmoid(u, x) : power(u, x)
  }

  @inline(__always)
  private func sigmoid<S: Scalar>(_ u: Pair, _ x: Double) -> GateJet<S> {
    if abs(u.high) > saturation { return .step(x) }
    let s = Logistic<S>(u)
    let density = S(beta.value) * s.slope
    var jet = GateJet(
      s.value, density, S(beta.value) * (density * s.tilt), half: s.half, valueHalf: s.valueHalf)
    jet.valueRest = s.valueRest
    return jet
  }

  /// x/(1 + e^−u) where that keeps its digits, or else what the gate gives.
  @inline(__always)
  func value<S: Scalar>(at x: Double, as type: S.Type) -> S {
    let u = beta.times(x)
    guard S.self == Double.self, alpha == 1, abs(u.high) < 350 else {
      return gate(at: x, as: S.self).activation(x)
    }
    return S(Self.quotient(x, Libm.exp(-u.high), u.low))
  }

  /// x/(1 + e^−u), given e = e^−u but for the low part of u.
  ///
  /// The exponential and the sum are each rounded by 2⁻⁵³ of themselves, an ulp of f at most, and the quotient by half of one. The
  /// low part counts before the sum, where what it is rounded by is a share of 1, and e's a share of e.
  @inline(__always)
  private static func quotient(_ x: Double, _ e: Double, _ low: Double) -> Double {
    x / (e + (1 - e * low))
  }

  @inline(__always)
  func product<S: Scalar>(at x: Double, as type: S.Type) -> ProductJet<S> {
    var product = gate(at: x, as: S.self).product(with: x)
    // f is the same number whether its derivatives are asked for or not.
    if S.self == Double.self, alpha == 1 { product.value = value(at: x, as: S.self) }
    return product
  }

  private func power<S: Scalar>(_ u: Pair, _ x: Double) -> GateJet<S> {
    if u.high > saturation { return .step(x) }
    let isLeft = u.high < 0
    let e = ScaledExponential<Pair>(isLeft ? u : -u)
    let small = e.unscaled
    // α times a logarithm rounded to a double would cost α/2 ulp: a pair even for doubles.
    let log = isLeft ? -u + Pair.log1p(small) : Pair.log1p(small)
    let exponent = -(log * Pair(alpha))
    // Below the smallest double the gate is 0 on either side of the origin.
    if exponent.high < -saturation { return .step(-1) }
    let gate = ScaledExponential<S>(exponent)
    let near = 1 / (1 + S(small))
    let far = S(small) * near
    let (s, t) = isLeft ? (far, near) : (near, far)
    // Either the gate is scaled or, on the right, what it lacks to 1.
    let isRest = !isLeft && gate.half == 1
    let density = S(alpha) * (S(beta.value) * (gate.value * (isRest ? S(e.value) * near : t)))
    return GateJet(
      gate.value, density, S(beta.value) * (density * (S(alpha) * t - s)),
      half: isRest ? e.half : gate.half, valueHalf: gate.half)
  }
}

extension SigmoidPower: Vectorized {
  package var vectorKernel: VectorKernel? {
    alpha == 1 ? VectorKernel(.swish(rate: Pair(beta.value))) : nil
  }
}

extension FunctionFamily {
  static let form6 = FunctionFamily(
    "form6", definition: "gate: (1 + exp(-x))^(-alpha)",
    parameters: [.alpha],
    note: "α = 1 is swish",
    kernel: { SigmoidPower(alpha: $0[0], beta: Factor(1)) }
  )

  static let swish = FunctionFamily(
    "swish", aliases: ["silu"], definition: "gate: sigmoid(beta*x)^alpha",
    parameters: [.alpha, Parameter("beta", "β", default: 1, .nonNegative)],
    note: "form6 at β = 1",
    source: "arXiv 1702.03118, 1710.05941",
    kernel: {
      if $0[1] == 0 { return FlatGate(height: Libm.pow(0.5, $0[0])) }
      return SigmoidPower(alpha: $0[0], beta: Factor($0[1]))
    }
  )

  static let geluSigmoid = FunctionFamily(
    "gelu_sigmoid", aliases: ["quick_gelu"], definition: "gate: sigmoid(1.702*x)",
    note: "approximates gelu to 0.0204",
    source: "arXiv 1606.08415",
    kernel: { _ in SigmoidPower(alpha: 1, beta: Factor(1.702)) }
  )
}
