/// e^x.
///
/// Limits: 0 at −∞, ∞ at +∞. Errors: 1 ulp.
struct Exponential: Activation {
  @inline(__always)
  func jet(at x: Double) -> Jet {
    let value = Libm.exp(x)
    return Jet(value, value, value)
  }
}

/// e^−x², with slope −2x·f and curvature (4x² − 2)f.
///
/// Limits: 0 at both ends. Errors: 1 ulp in the reference table.
struct Gaussian: PairActivation {
  func pairJet(at x: Double) -> ProductJet<Pair> {
    let square = Pair.product(x, x)
    guard square.high <= 2 * saturation else { return ProductJet(0, x > 0 ? -0.0 : 0, 0) }
    let bell = ScaledExponential<Pair>(-square)
    let slope = Pair(-2 * x) * bell.value
    let curvature = (4 * square - 2) * bell.value
    return ProductJet(
      bell.unscaled, slope.scaled(by: bell.half).scaled(by: bell.half),
      curvature.scaled(by: bell.half).scaled(by: bell.half))
  }

  func limit(at infinity: Double) -> Jet { Jet(0, infinity > 0 ? -0.0 : 0, 0) }
}

/// (e^αx − 1)/α + α, and x at α = 0: from a line to an exponential.
///
/// The source's other half, −ln(1 − α(x + α))/α for α < 0, is not defined on the whole line, and left
/// out. Limits: α − 1/α at −∞, ∞ at +∞. Source: arXiv 1602.01321.
/// Errors: 1 ulp in the reference tables.
struct SoftExponential: PairActivation {
  /// α > 0.
  let alpha: Double

  func pairJet(at x: Double) -> ProductJet<Pair> {
    let u = Pair.product(alpha, x)
    let tail = u.high < 600 ? ScaledExponential<Pair>(u) : ScaledExponential(large: u)
    let rise =
      abs(u.high) < 0.7
      ? Pair(x) * Pair.expm1Ratio(u)
      : u.high < 600
        ? (tail.unscaled - 1) / Pair(alpha)
        : Self.scaled(tail.value / Pair(alpha), tail.half)
    let curvature = Pair(alpha) * tail.value
    return ProductJet(
      Sum(rise + Pair(alpha), magnitude: alpha), Sum(Self.scaled(tail.value, tail.half)),
      Sum(Self.scaled(curvature, tail.half)))
  }

  /// A pair times a factor squared; what overflows has no low part.
  private static func scaled(_ x: Pair, _ half: Double) -> Pair {
    let scaled = x.scaled(by: half).scaled(by: half)
    return scaled.high.isFinite ? scaled : Pair(scaled.high)
  }

  func limit(at infinity: Double) -> Jet {
    infinity > 0 ? Jet(infinity, infinity, infinity) : Jet(alpha - 1 / alpha, 0, 0)
  }
}

extension FunctionFamily {
  static let exponential = FunctionFamily(
    "exponential", definition: "exp(x)", kernel: { _ in Exponential() })

  static let gaussian = FunctionFamily(
    "gaussian", definition: "exp(-x^2)", kernel: { _ in Gaussian() })

  static let softExponential = FunctionFamily(
    "soft_exponential",
    definition: FunctionDefinition("(exp(alpha*x) - 1)/alpha + alpha").when("alpha", is: 0, "x"),
    parameters: [Parameter("alpha", "α", default: 0.5, .nonNegative)],
    note: "the half with α < 0, a logarithm, is left out: it ends", source: "arXiv 1602.01321",
    kernel: { values in
      guard values[0] > 0 else { return Linear(slope: 1) }
      return SoftExponential(alpha: values[0])
    })
}
