import Activations

/// A function of one argument: its value and derivatives.
struct Curve: Sendable {
  /// g(u).
  let value: @Sendable (Double) -> Double
  /// g′(u) and g″(u), given u and g(u).
  let slopes: @Sendable (Double, Double) -> (Double, Double)
  /// All three at once, where they share what costs most.
  var jet: (@Sendable (Double) -> Jet)?

  init(
    _ value: @escaping @Sendable (Double) -> Double,
    _ slopes: @escaping @Sendable (_ u: Double, _ g: Double) -> (Double, Double)
  ) {
    self.value = value
    self.slopes = slopes
  }

  /// Derivatives that have values beyond where the function has: NaN there.
  fileprivate static func defined(by g: Double, _ first: Double, _ second: Double)
    -> (Double, Double)
  {
    g.isNaN ? (.nan, .nan) : (first, second)
  }

  /// The same function with all three at once.
  func sharing(_ jet: @escaping @Sendable (Double) -> Jet) -> Curve {
    var curve = self
    curve.jet = jet
    return curve
  }
}

extension Intrinsic {
  /// What it is at u; asked once a block, so that its loop calls nothing but the function itself.
  var curve: Curve {
    switch self {
    case .abs: .abs
    case .sign: .sign
    case .heaviside: .heaviside
    case .exp: .exp
    case .expm1: .expm1
    case .log: .log
    case .log1p: .log1p
    case .log2: .log2
    case .log10: .log10
    case .sqrt: .sqrt
    case .cbrt: .cbrt
    case .sigmoid: .sigmoid
    case .softplus: .softplus
    case .logcosh: .logcosh
    case .sin: .sin
    case .cos: .cos
    case .tan: .tan
    case .asin: .asin
    case .acos: .acos
    case .atan: .atan
    case .sinh: .sinh
    case .cosh: .cosh
    case .tanh: .tanh
    case .asinh: .asinh
    case .acosh: .acosh
    case .atanh: .atanh
    case .erf: .erf
    case .erfc: .erfc
    case .erfcx: .erfcx
    case .gamma: .gamma
    case .lgamma: .lgamma
    case .floor: .stair(.floor)
    case .ceil: .stair(.ceil)
    case .round: .stair(.round)
    case .distribution: .distribution
    case .density: .density
    }
  }
}

// MARK: Steps, exponentials, powers

extension Curve {
  fileprivate static let abs = Curve({ $0.magnitude }) { u, _ in (step(u), 0) }
  fileprivate static let sign = Curve(step) { _, _ in (0, 0) }
  fileprivate static let heaviside = Curve({ (1 + step($0)) / 2 }) { _, _ in (0, 0) }
  fileprivate static let exp = Curve(Libm.exp) { _, g in (g, g) }
  fileprivate static let expm1 = Curve(Libm.expm1) { u, _ in
    let e = Libm.exp(u)
    return (e, e)
  }
  fileprivate static let log = Curve(Libm.log) { u, g in
    defined(by: g, 1 / u, -1 / u / u)
  }
  fileprivate static let log1p = Curve(Libm.log1p) { u, g in
    defined(by: g, 1 / (1 + u), -1 / (1 + u) / (1 + u))
  }
  fileprivate static let log2 = logarithm(Libm.log2, factor: 0x1.7154_7652_b82f_ep+0)
  fileprivate static let log10 = logarithm(Libm.log10, factor: 0x1.bcb7_b152_6e50_ep-2)
  fileprivate static let sqrt = Curve({ $0.squareRoot() }) { u, g in (0.5 / g, -0.25 / g / u) }
  fileprivate static let cbrt = Curve(Libm.cbrt) { u, g in
    let slope = u == 0 ? .infinity : g / u / 3
    return (slope, -2 * slope / u / 3)
  }

  /// A logarithm to a base b, given it and 1/ln b.
  private static func logarithm(
    _ value: @escaping @Sendable (Double) -> Double, factor: Double
  ) -> Curve {
    Curve(value) { u, g in defined(by: g, factor / u, -factor / u / u) }
  }

  /// What is a whole number everywhere; what it is at a jump, `Kernel.stairs` tells.
  fileprivate static func stair(_ stair: Stair) -> Curve { Curve(stair.value) { _, _ in (0, 0) } }

  /// −1, 0 or 1; NaN at NaN.
  @Sendable private static func step(_ u: Double) -> Double { u > 0 ? 1 : u < 0 ? -1 : u }
}

// MARK: The sigmoid and its relatives

extension Curve {
  fileprivate static let sigmoid = Curve(Bell.sigmoid) { u, _ in
    let bell = Bell.slope(u)
    return (bell, -bell * Libm.tanh(u / 2))
  }.sharing(Bell.sigmoidJet)
  fileprivate static let softplus = Curve({ max($0, 0) + Libm.log1p(Libm.exp(-$0.magnitude)) }) {
    u, _ in (Bell.sigmoid(u), Bell.slope(u))
  }.sharing(Bell.softplusJet)
  fileprivate static let logcosh = Curve(logarithmOfCosine) { u, _ in
    (Libm.tanh(u), Tanh.slope(at: u))
  }
  fileprivate static let tanh = Curve(Libm.tanh) { u, g in
    let slope = Tanh.slope(at: u)
    return (slope, -2 * g * slope)
  }.sharing(Bell.tanhJet)

  /// ln cosh u, which is ln(1 + 2 sinh²(u/2)) near 0.
  @Sendable private static func logarithmOfCosine(_ u: Double) -> Double {
    let size = u.magnitude
    if size < 1 {
      let half = Libm.sinh(size / 2)
      return Libm.log1p(2 * half * half)
    }
    // ln 2.
    return size + (Libm.log1p(Libm.exp(-2 * size)) - 0x1.62e4_2fef_a39e_fp-1)
  }
}

// MARK: Trigonometric and hyperbolic functions

extension Curve {
  fileprivate static let sin = Curve(Libm.sin) { u, g in (Libm.cos(u), -g) }
  fileprivate static let cos = Curve(Libm.cos) { u, g in (-Libm.sin(u), -g) }
  fileprivate static let tan = Curve(Libm.tan) { _, g in (1 + g * g, 2 * g * (1 + g * g)) }
  fileprivate static let asin = Curve(Libm.asin) { u, _ in
    let slope = 1 / ((1 - u) * (1 + u)).squareRoot()
    return (slope, u * slope * slope * slope)
  }
  fileprivate static let acos = Curve(Libm.acos) { u, _ in
    let slope = -1 / ((1 - u) * (1 + u)).squareRoot()
    return (slope, u * slope * slope * slope)
  }
  fileprivate static let atan = Curve(Libm.atan) { u, _ in
    // What u² overflows for is 1/u² to all digits.
    let slope = u.magnitude < 0x1p500 ? 1 / (1 + u * u) : 1 / u / u
    return (slope, -2 * (u * slope) * slope)
  }
  fileprivate static let sinh = Curve(Libm.sinh) { u, g in (Libm.cosh(u), g) }
  fileprivate static let cosh = Curve(Libm.cosh) { u, g in (Libm.sinh(u), g) }
  fileprivate static let asinh = Curve(Libm.asinh) { u, _ in
    let root = Libm.hypot(1, u)
    return (1 / root, -(u / root) / root / root)
  }
  fileprivate static let acosh = Curve(Libm.acosh) { u, _ in
    let root = (u - 1).squareRoot() * (u + 1).squareRoot()
    return (1 / root, -(u / root) / root / root)
  }
  fileprivate static let atanh = Curve(Libm.atanh) { u, g in
    let slope = 1 / ((1 - u) * (1 + u))
    return defined(by: g, slope, 2 * u * slope * slope)
  }
}

// MARK: The normal distribution and the gamma function

extension Curve {
  fileprivate static let erf = Curve(Libm.erf) { u, _ in normal(u, 1) }
  fileprivate static let erfc = Curve(Libm.erfc) { u, _ in normal(u, -1) }
  fileprivate static let erfcx = Curve(ScaledErrorFunction.value, ScaledErrorFunction.slopes)
  fileprivate static let gamma = Curve(Libm.gamma) { u, g in
    let psi = Polygamma.first(u)
    return (g * psi, g * (psi * psi + Polygamma.second(u)))
  }
  fileprivate static let lgamma = Curve(Libm.lgamma) { u, _ in
    (Polygamma.first(u), Polygamma.second(u))
  }

  fileprivate static let distribution = Curve(NormalDistribution.value) { u, _ in
    let density = NormalDistribution.density(u)
    return (density, -product(u, density))
  }
  fileprivate static let density = Curve(NormalDistribution.density) { u, g in
    (-product(u, g), product(u * u - 1, g))
  }

  /// The slope ±2/√π·e^−u² and its own slope.
  private static func normal(_ u: Double, _ sign: Double) -> (Double, Double) {
    let square = Pair.product(u, u)
    let slope = sign * 0x1.20dd_7504_29b6_dp+0 * Libm.exp(-square.high) * (1 - square.low)
    return (slope, slope == 0 ? 0 : -2 * u * slope)
  }
}
