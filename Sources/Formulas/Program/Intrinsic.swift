import Activations

/// A function of one argument that the formula language has by itself: its value and derivatives.
struct Intrinsic: Sendable {
  /// The name in formulas.
  let name: String
  /// g(u).
  let value: @Sendable (Double) -> Double
  /// g′(u) and g″(u), given u and g(u).
  let slopes: @Sendable (Double, Double) -> (Double, Double)
  /// All three at once, where they share what costs most.
  var jet: (@Sendable (Double) -> Jet)?

  init(
    _ name: String, _ value: @escaping @Sendable (Double) -> Double,
    _ slopes: @escaping @Sendable (_ u: Double, _ g: Double) -> (Double, Double)
  ) {
    self.name = name
    self.value = value
    self.slopes = slopes
  }

  /// Where the function of that name stands in `all`.
  static func index(of name: String) -> Int? { indices[name] }

  /// The same function with all three at once.
  func sharing(_ jet: @escaping @Sendable (Double) -> Jet) -> Intrinsic {
    var intrinsic = self
    intrinsic.jet = jet
    return intrinsic
  }

  private static let indices = Dictionary(
    uniqueKeysWithValues: all.enumerated().map { ($1.name, $0) })

  /// The places of those that the compiler must know.
  static let abs = 0
  static let sign = 1
  static let heaviside = 2
  static let exp = 3
  static let log = 4
  static let log1p = 5
  static let sqrt = 6
  static let sigmoid = 7
  static let softplus = 8
  static let tanh = 9
  static let sinh = 10
  static let cosh = 11
  static let logcosh = 12

  /// All of them; the first thirteen stand where the constants above say.
  static let all: [Intrinsic] =
    [
      Intrinsic("abs", { $0.magnitude }) { u, _ in (step(u), 0) },
      Intrinsic("sign", step) { _, _ in (0, 0) },
      Intrinsic("heaviside", { (1 + step($0)) / 2 }) { _, _ in (0, 0) },
      Intrinsic("exp", Libm.exp) { _, g in (g, g) },
      Intrinsic("log", Libm.log) { u, _ in (1 / u, -1 / u / u) },
      Intrinsic("log1p", Libm.log1p) { u, _ in (1 / (1 + u), -1 / (1 + u) / (1 + u)) },
      Intrinsic("sqrt", { $0.squareRoot() }) { u, g in (0.5 / g, -0.25 / g / u) },
      Intrinsic("sigmoid", Bell.sigmoid) { u, _ in
        let bell = Bell.slope(u)
        return (bell, -bell * Libm.tanh(u / 2))
      }.sharing(Bell.sigmoidJet),
      Intrinsic("softplus", { max($0, 0) + Libm.log1p(Libm.exp(-$0.magnitude)) }) { u, _ in
        (Bell.sigmoid(u), Bell.slope(u))
      }.sharing(Bell.softplusJet),
      Intrinsic("tanh", Libm.tanh) { u, g in
        let slope = Tanh.slope(at: u)
        return (slope, -2 * g * slope)
      }.sharing(Bell.tanhJet),
      Intrinsic("sinh", Libm.sinh) { u, g in (Libm.cosh(u), g) },
      Intrinsic("cosh", Libm.cosh) { u, g in (Libm.sinh(u), g) },
      Intrinsic("logcosh", logcosh) { u, _ in (Libm.tanh(u), Tanh.slope(at: u)) },
      Intrinsic("expm1", Libm.expm1) { u, _ in
        let e = Libm.exp(u)
        return (e, e)
      },
      Intrinsic("cbrt", Libm.cbrt) { u, g in (1 / (3 * g * g), -2 / (9 * g * g) / u) },
      Intrinsic("erf", Libm.erf) { u, _ in normal(u, 1) },
      Intrinsic("erfc", Libm.erfc) { u, _ in normal(u, -1) },
      Intrinsic("gamma", Libm.gamma) { u, g in
        let psi = Polygamma.first(u)
        return (g * psi, g * (psi * psi + Polygamma.second(u)))
      },
      Intrinsic("lgamma", Libm.lgamma) { u, _ in (Polygamma.first(u), Polygamma.second(u)) },
    ] + trigonometric + hyperbolic

  private static let trigonometric: [Intrinsic] = [
    Intrinsic("sin", Libm.sin) { u, g in (Libm.cos(u), -g) },
    Intrinsic("cos", Libm.cos) { u, g in (-Libm.sin(u), -g) },
    Intrinsic("tan", Libm.tan) { _, g in (1 + g * g, 2 * g * (1 + g * g)) },
    Intrinsic("asin", Libm.asin) { u, _ in
      let slope = 1 / ((1 - u) * (1 + u)).squareRoot()
      return (slope, u * slope * slope * slope)
    },
    Intrinsic("acos", Libm.acos) { u, _ in
      let slope = -1 / ((1 - u) * (1 + u)).squareRoot()
      return (slope, u * slope * slope * slope)
    },
    Intrinsic("atan", Libm.atan) { u, _ in
      let slope = 1 / (1 + u * u)
      return (slope, -2 * u * slope * slope)
    },
  ]

  private static let hyperbolic: [Intrinsic] = [
    Intrinsic("asinh", Libm.asinh) { u, _ in
      let root = Libm.hypot(1, u)
      return (1 / root, -(u / root) / root / root)
    },
    Intrinsic("acosh", Libm.acosh) { u, _ in
      let root = (u - 1).squareRoot() * (u + 1).squareRoot()
      return (1 / root, -(u / root) / root / root)
    },
    Intrinsic("atanh", Libm.atanh) { u, _ in
      let slope = 1 / ((1 - u) * (1 + u))
      return (slope, 2 * u * slope * slope)
    },
  ]

  /// −1, 0 or 1; NaN at NaN.
  @Sendable private static func step(_ u: Double) -> Double { u > 0 ? 1 : u < 0 ? -1 : u }

  /// ln cosh u, which is ln(1 + 2 sinh²(u/2)) near 0.
  @Sendable private static func logcosh(_ u: Double) -> Double {
    let size = u.magnitude
    if size < 1 {
      let half = Libm.sinh(size / 2)
      return Libm.log1p(2 * half * half)
    }
    // ln 2.
    return size + (Libm.log1p(Libm.exp(-2 * size)) - 0x1.62e4_2fef_a39e_fp-1)
  }

  /// The slope ±2/√π·e^−u² and its own slope.
  private static func normal(_ u: Double, _ sign: Double) -> (Double, Double) {
    let slope = sign * 0x1.20dd_7504_29b6_dp+0 * Libm.exp(-u * u)
    return (slope, slope == 0 ? 0 : -2 * u * slope)
  }
}

/// The logistic sigmoid and its slope, without overflow.
enum Bell {
  /// 1/(1 + e^−u).
  @Sendable static func sigmoid(_ u: Double) -> Double {
    let e = Libm.exp(-u.magnitude)
    return (u < 0 ? e : 1) / (1 + e)
  }

  /// e^−|u|/(1 + e^−|u|)².
  static func slope(_ u: Double) -> Double {
    let e = Libm.exp(-u.magnitude)
    return e / (1 + e) / (1 + e)
  }

  /// σ with its derivatives, from one exponential; σ″ = −σ′·tanh(u/2), which cancels near 0 in e^−|u|.
  @Sendable static func sigmoidJet(_ u: Double) -> Jet {
    let e = Libm.exp(-u.magnitude)
    let share = 1 / (1 + e)
    let bell = e / (1 + e) / (1 + e)
    let size = u.magnitude < 1 ? Libm.tanh(u.magnitude / 2) : (1 - e) * share
    return Jet((u < 0 ? e : 1) / (1 + e), bell, u < 0 ? bell * size : -bell * size)
  }

  /// ln(1 + e^u) with σ and σ′, from one exponential.
  @Sendable static func softplusJet(_ u: Double) -> Jet {
    let e = Libm.exp(-u.magnitude)
    return Jet(
      max(u, 0) + Libm.log1p(e), (u < 0 ? e : 1) / (1 + e), e / (1 + e) / (1 + e))
  }

  /// tanh with its derivatives; 1 − tanh² cancels only far out.
  @Sendable static func tanhJet(_ u: Double) -> Jet {
    let t = Libm.tanh(u)
    let slope = t.magnitude < 0.5 ? (1 - t) * (1 + t) : Tanh.slope(at: u)
    return Jet(t, slope, -2 * t * slope)
  }
}
