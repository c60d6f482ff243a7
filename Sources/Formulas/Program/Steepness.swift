import Activations

/// Bounds on the sizes of a function's first three derivatives at one place, good to a small factor.
struct Steepness {
  let first: Double
  let second: Double
  let third: Double

  @inline(__always)
  init(_ first: Double, _ second: Double, _ third: Double) {
    self.first = first.magnitude
    self.second = second.magnitude
    self.third = third.magnitude
  }
}

extension Intrinsic {
  /// How many roundings its value in doubles may be off by.
  var roundings: Double {
    switch self {
    case .abs, .sign, .heaviside, .floor, .ceil, .round: 0
    case .sqrt: 1
    case .softplus, .logcosh, .sigmoid, .erfcx: 3
    case .distribution, .density: 6
    case .gamma, .lgamma: 8
    case .exp, .expm1, .log, .log1p, .log2, .log10, .cbrt, .sin, .cos, .tan, .asin, .acos, .atan,
      .sinh, .cosh,
      .tanh, .asinh, .acosh, .atanh, .erf, .erfc:
      2
    }
  }

  /// Whether its value at a double is never one but at 0, so that a 1 that comes out stands for a number beside it.
  var isIrrationalBeside0: Bool {
    switch self {
    case .exp, .expm1, .sigmoid, .softplus, .logcosh, .sin, .cos, .tan, .asin, .atan, .sinh, .cosh,
      .tanh, .asinh, .atanh, .erf, .erfc, .erfcx, .distribution, .density:
      true
    case .abs, .sign, .heaviside, .log, .log1p, .log2, .log10, .sqrt, .cbrt, .acos, .acosh, .gamma,
      .lgamma, .floor, .ceil, .round:
      false
    }
  }

  /// How steep it is at u, where it is g.
  func steepness(_ u: Double, _ g: Double) -> Steepness {
    switch self {
    case .abs: Steepness(1, 0, 0)
    case .sign, .heaviside, .floor, .ceil, .round: Steepness(0, 0, 0)
    case .exp: Steepness(g, g, g)
    case .expm1: Self.bell(u < -1 ? Libm.exp(u) : g + 1)
    case .log: Self.logarithm(1 / u, u)
    case .log1p: Self.logarithm(1 / (1 + u), 1 + u)
    case .log2: Self.logarithm(1.45 / u, u)
    case .log10: Self.logarithm(0.44 / u, u)
    case .sqrt: Steepness(0.5 / g, 0.25 / g / u, 0.375 / g / u / u)
    case .cbrt: Steepness(g / u / 3, g / u / u, g / u / u / u)
    case .sigmoid: Self.bell(g * (1 - g) + unitRoundoff * g)
    case .softplus: Self.softplusSteepness(u, g)
    case .logcosh:
      Steepness(min(1, u.magnitude), 1 / (1 + u * u / 2), 2 * min(1, u.magnitude) / (1 + u * u / 2))
    case .sin, .cos: Steepness(1, 1, 1)
    case .tan: Self.tangent(1 + g * g, g)
    case .asin, .acos: Self.arcsine((1 - u) * (1 + u), u)
    case .acosh: Self.arcsine((u - 1) * (u + 1), u)
    case .asinh: Self.arcsine(1 + u * u, u)
    case .atan: Self.arctangent(1 + u * u, u)
    case .atanh: Self.arctangent((1 - u) * (1 + u), u)
    case .sinh: Steepness(1 + g.magnitude, g, 1 + g.magnitude)
    case .cosh: Steepness(g, g, g)
    case .tanh: Self.bell((1 - g) * (1 + g) + unitRoundoff)
    case .erf, .erfc: Self.normal(u, 0x1.20dd_7504_29b6_dp+0 * Libm.exp(-u * u), 2)
    case .erfcx: Self.scaledTail(u, g)
    case .distribution: Self.normal(u, 0.4 * Libm.exp(-u * u / 2), 1)
    case .density: Steepness(u * g, (1 + u * u) * g, (3 + u * u) * u * g)
    case .lgamma: Self.digamma(u)
    case .gamma: Self.gammaSteepness(u, g)
    }
  }

  /// The derivatives of a function whose slope is a multiple of 1/u.
  private static func logarithm(_ slope: Double, _ u: Double) -> Steepness {
    Steepness(slope, slope / u, 2 * slope / u / u)
  }

  /// Those of erfcx, which falls like 1/u on the right and like e^u² on the left.
  private static func scaledTail(_ u: Double, _ g: Double) -> Steepness {
    let rate = u > 1 ? 1 / u : 2 * u.magnitude + 2
    return Steepness(rate * g, 3 * rate * rate * g, 10 * rate * rate * rate * g)
  }

  /// A bell's slope, whose own derivatives are no greater.
  private static func bell(_ slope: Double) -> Steepness { Steepness(slope, 2 * slope, 4 * slope) }

  private static func softplusSteepness(_ u: Double, _ g: Double) -> Steepness {
    // On the right e^−u is what the value exceeds u by.
    let rest = u < 0 ? g : g - u + unitRoundoff * g
    return Steepness(min(1, g), rest, rest)
  }

  private static func tangent(_ slope: Double, _ g: Double) -> Steepness {
    Steepness(slope, 2 * g * slope, (2 + 6 * g * g) * slope)
  }

  /// The derivatives of a function of slope w^−½, where w is ±1 ± u².
  private static func arcsine(_ w: Double, _ u: Double) -> Steepness {
    let slope = 1 / w.magnitude.squareRoot()
    let bend = slope / w
    return Steepness(slope, u * bend, (1 + 2 * u * u) * bend / w)
  }

  /// The derivatives of a function of slope 1/w, where w is 1 ± u².
  private static func arctangent(_ w: Double, _ u: Double) -> Steepness {
    guard w < .infinity else { return Steepness(1 / u / u, 2 / u / u / u, 6 / u / u / u / u) }
    return Steepness(1 / w, 2 * u / w / w, (2 + 6 * u * u) / w / w / w)
  }

  /// The derivatives of a function of slope c·e^(−k·u²/2).
  private static func normal(_ u: Double, _ slope: Double, _ k: Double) -> Steepness {
    Steepness(slope, k * u * slope, k * (1 + k * u * u) * slope)
  }

  /// Those of ln Γ, which grow towards 0 and the negative whole numbers.
  private static func digamma(_ u: Double) -> Steepness {
    let gap = u > 0.5 ? u : (u - u.rounded()).magnitude
    let size = 3 + Libm.log1p(u.magnitude)
    return Steepness(size + 2 / gap, 2 + 2 / (gap * gap), 4 + 4 / (gap * gap * gap))
  }

  private static func gammaSteepness(_ u: Double, _ g: Double) -> Steepness {
    let psi = digamma(u)
    let second = psi.first * psi.first + psi.second
    return Steepness(
      g * psi.first, g * second,
      g * (psi.first * second + 2 * psi.first * psi.second + psi.third))
  }
}
