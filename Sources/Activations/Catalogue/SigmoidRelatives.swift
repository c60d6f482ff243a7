/// σ(x)(1 + x(1 − σ(x))): the slope of SiLU.
///
/// With p = σ(1 − σ) and τ = 1 − 2σ its slope is p(2 + xτ), the slope of that
/// p[3τ + x(τ² − 2p)]. Limits: 0 at −∞, 1 at +∞. Source: arXiv 1702.03118.
/// Errors: 1 ulp in the reference table.
struct SiluSlope: PairActivation {
  func pairJet(at x: Double) -> ProductJet<Pair> {
    let s = Logistic<Pair>(Pair(x))
    let argument = Pair(x)
    let p = s.slope.scaled(by: s.half).scaled(by: s.half)
    let value = s.value * (1 + argument * s.complement)
    let slope = s.slope * (2 + argument * s.tilt)
    let bend = s.slope * (3 * s.tilt + argument * (s.tilt * s.tilt - 2 * p))
    return ProductJet(
      Sum(value.scaled(by: s.valueHalf).scaled(by: s.valueHalf), magnitude: s.unscaled.high),
      Sum(slope.scaled(by: s.half).scaled(by: s.half), magnitude: 2 * p.high),
      Sum(bend.scaled(by: s.half).scaled(by: s.half), magnitude: 3 * p.high * s.tilt.high))
  }

  func limit(at infinity: Double) -> Jet { Jet(infinity > 0 ? 1 : -0.0, 0, 0) }
}

/// √ln(1 + e^x).
///
/// With y = f² and s = σ(x): slope s/2f, curvature [s(1 − s) − s²/2y]/2f; on the left all tend to
/// e^(x/2) and its shares. Limits: 0 at −∞, √x at +∞. Source: transformers.
/// Errors: 1 ulp in the reference table.
struct SqrtSoftplus: PairActivation {
  func pairJet(at x: Double) -> ProductJet<Pair> {
    if x < -40 {
      let half = 0.5 * x
      let root = half > -700 ? Pair.exp(Pair(half)) : Pair(Libm.exp(half))
      return ProductJet(root, root.scaled(by: 0.5), root.scaled(by: 0.25))
    }
    let s = Logistic<Pair>(Pair(x))
    let log = Pair.log1p(s.small)
    let y = x < 0 ? log : Pair(x) + log
    let root = Pair.sqrt(y)
    let near = s.unscaled
    let p = near * s.complement
    let twice = root.scaled(by: 2)
    return ProductJet(
      Sum(root), Sum(near / twice),
      Sum((p - near * near / y.scaled(by: 2)) / twice, magnitude: (p / twice).high))
  }

  func limit(at infinity: Double) -> Jet { Jet(infinity > 0 ? infinity : 0, 0, 0) }
}

/// 1.7159·tanh(2x/3), which is 1 at 1 to four digits.
///
/// Limits: −1.7159 at −∞, 1.7159 at +∞. Source: LeCun et al., "Efficient BackProp" (1998).
/// Errors: 1 ulp in the reference table.
struct LecunTanh: PairActivation {
  private static let height = Pair(1.7159)
  private static let rate = Pair.quotient(2, 3)

  func pairJet(at x: Double) -> ProductJet<Pair> {
    let tangent = HyperbolicTangent<Pair>(Self.rate * Pair(x))
    let slope = Self.height * Self.rate * tangent.slope
    let bend = -2 * Self.rate * tangent.value * slope
    return ProductJet(
      Self.height * tangent.value, slope.scaled(by: tangent.half).scaled(by: tangent.half),
      bend.scaled(by: tangent.half).scaled(by: tangent.half))
  }

  func limit(at infinity: Double) -> Jet { Jet(infinity > 0 ? 1.7159 : -1.7159, 0, 0) }
}

/// ½[1 + erf((x − μ)/σ√2)] with μ = √½ and σ = 1/2√π to six digits: what MEGA calls Laplace.
///
/// It is the normal distribution's, made to resemble squared ReLU. Limits: 0 at −∞, 1 at +∞.
/// Source: arXiv 2209.10655; transformers. Errors: 1 ulp in the reference table.
struct LaplaceGate: PairActivation {
  private static let mean = 0.707107
  /// 1 / σ√2.
  private static let rate = Pair.rootOfHalf / Pair(0.282095)

  var landmarks: [Double] { [Self.mean] }

  func pairJet(at x: Double) -> ProductJet<Pair> {
    let y = Pair.sum(x, -Self.mean) * Self.rate
    let square = y.squared
    guard square.high <= 2 * saturation else { return ProductJet(x > 0 ? 1 : 0, 0, 0) }
    let bell = ScaledExponential<Pair>(-square)
    let density = (Self.rate * Pair.twoOverRootPi).scaled(by: 0.5) * bell.value
    let bend = -2 * y * Self.rate * density
    return ProductJet(
      value(y, bell), density.scaled(by: bell.half).scaled(by: bell.half),
      bend.scaled(by: bell.half).scaled(by: bell.half))
  }

  private func value(_ y: Pair, _ bell: ScaledExponential<Pair>) -> Pair {
    if abs(y.high) < 0.5 {
      let odd = Pair.smallErf(y.magnitude).scaled(by: 0.5)
      return y.high < 0 ? 0.5 - odd : 0.5 + odd
    }
    let small = Pair.erfc(y.magnitude, bell: bell.value).scaled(by: 0.5 * bell.half)
      .scaled(by: bell.half)
    return y.high < 0 ? small : 1 - small
  }

  func limit(at infinity: Double) -> Jet { Jet(infinity > 0 ? 1 : 0, 0, 0) }
}

extension FunctionFamily {
  static let dsilu = FunctionFamily(
    "dsilu", definition: "sigmoid(x)*(1 + x*(1 - sigmoid(x)))", note: "the slope of silu",
    source: "arXiv 1702.03118", kernel: { _ in SiluSlope() })

  static let sqrtsoftplus = FunctionFamily(
    "sqrtsoftplus", aliases: ["sqrt_softplus"], definition: "sqrt(log(1 + exp(x)))",
    source: "transformers",
    kernel: { _ in SqrtSoftplus() })

  static let lecunTanh = FunctionFamily(
    "lecun_tanh", definition: "1.7159*tanh(2*x/3)", source: "LeCun et al. 1998",
    kernel: { _ in LecunTanh() })

  static let laplace = FunctionFamily(
    "laplace", definition: "1/2*(1 + erf((x - 0.707107)/(0.282095*sqrt(2))))",
    note: "as transformers has it: the normal distribution's, not Laplace's",
    source: "arXiv 2209.10655", kernel: { _ in LaplaceGate() })
}
