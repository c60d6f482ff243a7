/// x·[½ + sign(x)·P(1/β, |x/α|^β)/2]: the generalized-normal family.
///
/// Its density is β/(2αΓ(1/β))·e^−z with z = v^β, v = |x/α|, and f″ = H′(2 − βz). The left side of
/// the gate is Q(1/β, z)/2, taken from the series or the continued fraction after z^(1/β) = v and
/// e^−z have been drawn out of it. β = 2, α = σ√2 is form4; β = 1 the Laplace gate; β = ∞ uniform.
/// For β ≤ 1 the density has a cusp at 0. Limits: 0 at −∞, x at +∞.
///
/// Largest errors in ulp at a million points, over all x and α from 0.7 to 3, β from 0.2 to 60:
/// H 1, f 1, f′ 2, f″ 1.
struct GeneralizedNormalGate: Gate {
  let alpha: Double
  let beta: Double
  /// 1/β.
  private let shape: Pair
  /// 1 / 2Γ(1/β), 0 where Γ overflows.
  private let factor: Pair
  /// β / 2αΓ(1/β), the density at 0.
  private let peak: Pair
  /// The series of P at s = 1/β.
  private let series: LowerGammaSeries

  init(alpha: Double, beta: Double) {
    self.alpha = alpha
    self.beta = beta
    shape = Pair.quotient(1, beta)
    series = LowerGammaSeries(shape)
    factor = shape.high < 171 ? 0.5 / IncompleteGamma.gamma(shape, series) : 0
    peak = factor * Pair(beta) / Pair(alpha)
  }

  var gateKinks: [Kink] { beta <= 1 ? [Kink(at: 0, order: 2)] : [] }
  var landmarks: [Double] { [-alpha, 0, alpha] }

  /// The gate and its density as pairs, whose tails carry `half`².
  private struct Terms {
    var value: Pair
    var density: Pair
    var z: Pair
    var half = 1.0
    var valueHalf = 1.0
  }

  @inline(__always)
  func gate<S: Scalar>(at x: Double, as type: S.Type) -> GateJet<S> {
    guard let terms = terms(at: x, steps: S.self) else { return .step(x) }
    let density = S(terms.density)
    let slope = x == 0 ? 0 : -(density * (S(beta) * S(terms.z) / S(x)))
    return GateJet(
      S(terms.value), density, slope, half: terms.half, valueHalf: terms.valueHalf)
  }

  @inline(__always)
  func value<S: Scalar>(at x: Double, as type: S.Type) -> S {
    guard let terms = terms(at: x, steps: S.self, isStep: { x > 0 && $0 > Self.farRight }) else {
      return GateJet.step(x).activation(x)
    }
    return GateJet(S(terms.value), 0, 0, half: terms.valueHalf).activation(x)
  }

  @inline(__always)
  func product<S: Scalar>(at x: Double, as type: S.Type) -> ProductJet<S> {
    guard let terms = terms(at: x, steps: S.self) else { return GateJet.step(x).product(with: x) }
    let (half, valueHalf) = (terms.half, terms.valueHalf)
    let value = GateJet(S(terms.value), 0, 0, half: valueHalf).activation(x)
    // The sums are formed in pairs, so that it does not matter what cancels; and 2H′ + xH″ as
    // H′(2 − βz), which stays finite where H″ does not.
    let first =
      terms.value.scaled(by: valueHalf).scaled(by: valueHalf)
      + (Pair(x * half) * terms.density).scaled(by: half)
    let second = terms.density * (2 - terms.z * Pair(beta))
    return ProductJet(
      value, Sum(S(first)), Sum(S(second).scaled(by: half).scaled(by: half)))
  }

  /// The gate's terms; nil where it is a step to the last digit.
  @inline(__always)
  private func terms<S: Scalar>(
    at x: Double, steps type: S.Type, isStep: (_ z: Double) -> Bool = { _ in false }
  ) -> Terms? {
    let v = Pair.quotient(abs(x), alpha)
    let z = power(v)
    guard z.high <= saturation, !isStep(z.high) else { return nil }
    let bell = ScaledExponential<Pair>(-z)
    let density = peak * bell.value
    let half = bell.half
    if shape.low == 0, shape.high <= 8, shape.high == shape.high.rounded() {
      let small = bell.value * wholeSum(z)
      return x < 0
        ? Terms(value: small, density: density, z: z, half: half, valueHalf: half)
        : Terms(
          value: 1 - small.scaled(by: half).scaled(by: half), density: density, z: z, half: half)
    }
    let weight = v * factor * bell.value
    if z.high <= shape.high + 1 {
      // No tail yet: the factor is 1. On the left ½ − ½P cancels.
      let half = weight * Pair(beta) * series.sum(z, inner: S.self, isCancelled: x < 0)
      return Terms(value: x < 0 ? 0.5 - half : 0.5 + half, density: density, z: z)
    }
    if x > 0, z.high > Self.farRight {
      return Terms(value: 1, density: density, z: z, half: half)
    }
    let small = weight / IncompleteGamma.upperDivisor(shape, z, steps: S.self)
    if x < 0 { return Terms(value: small, density: density, z: z, half: half, valueHalf: half) }
    return Terms(value: 1 - small, density: density, z: z, half: half)
  }

  /// From this z on, what the gate lacks to 1 on the right is below 2⁻¹¹⁰.
  private static let farRight = 80.0

  /// ½Q·e^z at a whole 1/β = n: ½ Σ zᵏ/k! for k < n.
  @inline(__always)
  private func wholeSum(_ z: Pair) -> Pair {
    var sum: Pair = 0.5
    var k = shape.high - 1
    while k > 0 {
      sum = 0.5 + z * sum / Pair(k)
      k -= 1
    }
    return sum
  }

  /// v^β: at β = ½, 1 and 2 to 104 bits, else e^(β ln v), to about 2⁻⁶⁵.
  @inline(__always)
  private func power(_ v: Pair) -> Pair {
    if beta == 2 { return v.squared }
    if beta == 1 || v.high == 0 || !v.high.isFinite { return v }
    if beta == 0.5 { return Pair.sqrt(v) }
    let exponent = Pair.log(v) * Pair(beta)
    return exponent.high > 700 ? Pair(.infinity) : Pair.exp(exponent)
  }
}

extension FunctionFamily {
  static let gennorm = FunctionFamily(
    "gennorm",
    // The gate's closed form has a corner under another at 0, which the density is free of.
    definition: FunctionDefinition("density: exp(-abs(x/alpha)^beta)")
      .when("beta", is: .infinity, "gate: clip((x + alpha)/(2*alpha), 0, 1)"),
    plainText: "x·[½ + sign(x)·P(1/β, |x/α|^β)/2]",
    tex:
      #"x\cdot\left[\frac{1}{2}+\sign(x)\frac{\gamma(1/\beta,|x/\alpha|^\beta)}{2\Gamma(1/\beta)}\right]"#,
    gateTex: #"\frac{1}{2}+\sign(x)\frac{\gamma(1/\beta,|x/\alpha|^\beta)}{2\Gamma(1/\beta)}"#,
    parameters: [.alpha, Parameter("beta", "β", default: 2, .positiveOrInfinite)],
    note: "β = 2, α = √2 is gelu; β = 1 Laplace; β = ∞ uniform",
    kernel: { values in
      guard values[1].isFinite else { return Uniform(alpha: values[0]) }
      return GeneralizedNormalGate(alpha: values[0], beta: values[1])
    }
  )
}
