/// x·[½ + sign(x)·P(1/β, |x/α|^β)/2]: the generalized-normal family.
///
/// Its density is β/(2αΓ(1/β))·e^−z with z = v^β, v = |x/α|, and f″ = H′(2 − βz). The left side of
/// the gate is Q(1/β, z)/2, taken from the series or the continued fraction after z^(1/β) = v and
/// e^−z have been drawn out of it. β = 2, α = σ√2 is form4; β = 1 the Laplace gate; β = ∞ uniform.
/// For β ≤ 1 the density has a cusp at 0. Limits: 0 at −∞, x at +∞.
///
/// Largest errors in ulp over all x, α and β from 10⁻⁶⁰ to 10⁶⁰: H 1, f 2, f′ 2, f″ 1.
struct GeneralizedNormalGate: Gate {
  let alpha: Double
  let beta: Double
  /// 1/β.
  private let shape: Pair
  /// ln 2Γ(1/β).
  private let logDivisor: Pair
  /// 1 / 2Γ(1/β); 0 where Γ may overflow.
  private let factor: Pair
  /// β / 2αΓ(1/β), the density at 0.
  private let peak: Pair
  /// The series of P at s = 1/β.
  private let series: LowerGammaSeries
  /// 1/Γ(1 + s) − 1 where s is small.
  private let gammaRest: Pair?

  init(alpha: Double, beta: Double) {
    self.alpha = alpha
    self.beta = beta
    shape = Pair.quotient(1, beta)
    series = LowerGammaSeries(shape)
    if shape.high <= 0.125 {
      let rest = Pair.reciprocalGammaLessOne(shape)
      gammaRest = rest
      logDivisor = 0
      factor = shape * (1 + rest).scaled(by: 0.5)
      peak = Self.finite((1 + rest).scaled(by: 0.5) / Pair(alpha))
    } else {
      gammaRest = nil
      logDivisor = IncompleteGamma.logGamma(shape, series) + Pair.ln2
      factor = shape.high < Self.largestShape ? Pair.exp(-logDivisor) : 0
      peak = Self.finite(factor * Pair(beta) / Pair(alpha))
    }
  }

  /// The pair, or the largest where it overflows.
  private static func finite(_ x: Pair) -> Pair {
    x.high.isFinite ? x : Pair(.greatestFiniteMagnitude)
  }

  /// Above this 1/β what is multiplied by 1/Γ(1/β) is taken together with it as one exponential.
  private static let largestShape = 100.0

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
    guard let terms = terms(at: x, steps: S.self, isStep: { x > 0 && $0 > farRight }) else {
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
      + (x == 0 ? 0 : (Pair(x * half) * terms.density).scaled(by: half))
    let second = terms.density * (2 - terms.z * Pair(beta))
    // So only what pairs lose is of interest.
    let share = S.self == Pair.self ? 1 : 0x1p-10
    let density = terms.density.scaled(by: half).scaled(by: half).high
    return ProductJet(
      value,
      Sum(
        S(first),
        magnitude: share
          * max(terms.value.scaled(by: valueHalf).scaled(by: valueHalf).high, abs(x) * density)),
      Sum(S(second).scaled(by: half).scaled(by: half), magnitude: 2 * share * density))
  }

  /// The gate's terms; nil where it is a step to the last digit.
  @inline(__always)
  private func terms<S: Scalar>(
    at x: Double, steps type: S.Type, isStep: (_ z: Double) -> Bool = { _ in false }
  ) -> Terms? {
    let v = Pair.quotient(abs(x), alpha)
    let z = power(v, of: abs(x))
    guard z.high <= saturation, !isStep(z.high) else { return nil }
    if shape.high >= Self.largestShape { return flatTerms(at: x, z, steps: S.self) }
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
    if z.high <= shape.high + 1 {
      // No tail yet: the factor is 1. On the left ½ − ½P cancels.
      let value = centre(x, v, z, bell.value, steps: S.self)
      return Terms(value: value, density: density, z: z)
    }
    if x > 0, z.high > farRight {
      return Terms(value: 1, density: density, z: z, half: half)
    }
    let weight = v * factor * bell.value
    let small = weight / IncompleteGamma.upperDivisor(shape, z, steps: S.self)
    if x < 0 { return Terms(value: small, density: density, z: z, half: half, valueHalf: half) }
    return Terms(value: 1 - small, density: density, z: z, half: half)
  }

  /// The gate where z ≤ s + 1, from the series of P, or of Q where s is small.
  @inline(__always)
  private func centre<S: Scalar>(
    _ x: Double, _ v: Pair, _ z: Pair, _ bell: Pair, steps type: S.Type
  ) -> Pair {
    guard let gammaRest else {
      let half = v * factor * bell * Pair(beta) * series.sum(z, inner: S.self, isCancelled: x < 0)
      return x < 0 ? 0.5 - half : 0.5 + half
    }
    // Q = 1 − v·(1 + m)/Γ(1 + s), with 1 − v exact, and the rest as small as s.
    let m = series.alternatingRest(shape, z)
    let lack = Pair.sum(alpha, -abs(x)) / Pair(alpha)
    let half = (lack - v * (gammaRest + (1 + gammaRest) * m)).scaled(by: 0.5)
    return x < 0 ? half : 1 - half
  }

  /// The terms where Γ(1/β) may overflow: the density is next to 0 everywhere, and so is what the gate differs from ½.
  @inline(never)
  private func flatTerms<S: Scalar>(at x: Double, _ z: Pair, steps type: S.Type) -> Terms {
    let logAlpha = Pair.log(Pair(alpha))
    let logBeta = Pair.log(Pair(beta))
    let bell = ScaledExponential<Pair>(logBeta - logAlpha - logDivisor - z)
    var terms = Terms(value: 0.5, density: bell.value, z: z, half: bell.half)
    guard x != 0 else { return terms }
    let exponent = Pair.log(Pair(abs(x))) - logAlpha - logDivisor - z
    if z.high <= shape.high + 1 {
      let half = ScaledExponential<Pair>(exponent + logBeta).unscaled * series.sum(z, inner: S.self)
      terms.value = x < 0 ? 0.5 - half : 0.5 + half
      return terms
    }
    let weight = ScaledExponential<Pair>(exponent)
    let small = weight.value / IncompleteGamma.upperDivisor(shape, z, steps: S.self)
    terms.value = x < 0 ? small : 1 - small.scaled(by: weight.half).scaled(by: weight.half)
    terms.valueHalf = x < 0 ? weight.half : 1
    return terms
  }

  /// From this z on, what the gate lacks to 1 on the right is below 2⁻¹¹⁰.
  private var farRight: Double { 80 + 4 * shape.high }

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

  /// v^β for v = size/α: at β = ½, 1 and 2 to 104 bits, else e^(β ln v), to 2⁻⁶⁵ and β·|ln v|·2⁻⁷⁰.
  @inline(__always)
  private func power(_ v: Pair, of size: Double) -> Pair {
    if beta == 2 { return v.squared }
    if beta == 1 || size == 0 || !size.isFinite { return v }
    if beta == 0.5 { return Pair.sqrt(v) }
    let exponent = logarithm(v, of: size) * Pair(beta)
    return exponent.high > 700 ? Pair(.infinity) : Pair.exp(exponent)
  }

  /// ln(size/α): near 1 from the difference, which has no error, and apart where the quotient is no normal number.
  @inline(__always)
  private func logarithm(_ v: Pair, of size: Double) -> Pair {
    if abs(v.high - 1) < 0x1p-8 {
      return Pair.logOfOnePlus(Pair.sum(size, -alpha) / Pair(alpha))
    }
    if v.high > 0x1p-900, v.high < 0x1p1000 { return Pair.log(v) }
    return Pair.log(Pair(size)) - Pair.log(Pair(alpha))
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
