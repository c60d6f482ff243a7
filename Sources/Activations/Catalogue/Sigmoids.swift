/// 1/(1 + e^−x): the logistic sigmoid, with p = σ(1 − σ) and p′ = p(1 − 2σ).
///
/// Limits: 0 at −∞, 1 at +∞.
struct Sigmoid: Activation {
  @inline(__always)
  func jet(at x: Double) -> Jet {
    if abs(x) > saturation { return Jet(x > 0 ? 1 : 0, 0, 0) }
    let s = Logistic<Double>(Pair(x))
    // t − s is −tanh(x/2), which keeps its digits where s and t are both near ½.
    let tilt = abs(x) < 1 ? -Libm.tanh(x / 2) : s.tilt
    return Jet(
      s.unscaled, s.slope.scaled(by: s.half).scaled(by: s.half),
      (s.slope * tilt).scaled(by: s.half).scaled(by: s.half))
  }
}

/// ln σ(x) = −ln(1 + e^−x), the negative of softplus at −x.
///
/// Limits: x at −∞, 0 at +∞.
struct LogSigmoid: Activation {
  @inline(__always)
  func jet(at x: Double) -> Jet {
    let mirrored = Softplus(beta: Factor(1)).jet(at: -x)
    return Jet(-mirrored.value, mirrored.first, -mirrored.second)
  }
}

/// tanh x, with slope 4e/(1 + e)², e = e^−2|x|.
///
/// Limits: −1 at −∞, 1 at +∞.
package struct Tanh: Activation {
  @inline(__always)
  package func value(at x: Double) -> Double { Libm.tanh(x) }

  @inline(__always)
  package func jet(at x: Double) -> Jet {
    let value = Libm.tanh(x)
    let slope = Self.slope(at: x)
    return Jet(value, slope, -2 * value * slope)
  }

  /// sech² x, which does not cancel where tanh² x is 1.
  @inline(__always)
  package static func slope(at x: Double) -> Double {
    let e = ScaledExponential<Double>(Pair(-2 * abs(x)))
    let sum = 1 + e.unscaled
    return (4 * e.value / (sum * sum)).scaled(by: e.half).scaled(by: e.half)
  }
}

/// x − tanh x.
///
/// Below |x| = 1 it is (x·cosh x − sinh x)/cosh x, whose numerator is the series
/// Σ 2k·x^(2k+1)/(2k + 1)! of positive terms. Limits: x + 1 at −∞, x − 1 at +∞.
struct TanhShrink: Activation {
  @inline(__always)
  func jet(at x: Double) -> Jet {
    let hyperbolic = Libm.tanh(x)
    return Jet(
      abs(x) < 1 ? Self.series(x) / Libm.cosh(x) : x - hyperbolic,
      hyperbolic * hyperbolic,
      2 * hyperbolic * Tanh.slope(at: x)
    )
  }

  /// x·cosh x − sinh x for |x| ≤ 1, to 1 ulp.
  private static func series(_ x: Double) -> Double {
    let square = x * x
    var sum = 0.0
    for k in stride(from: 9.0, through: 1, by: -1) {
      // The ratio of the terms k + 1 and k is x² (k + 1) / (k (2k + 2)(2k + 3)).
      sum = 1 + sum * square / (2 * k * (2 * k + 3))
    }
    return x * (square * sum / 3)
  }
}

/// The error function, with slope 2/√π·e^−x².
///
/// Limits: −1 at −∞, 1 at +∞.
struct ErrorFunction: Activation {
  @inline(__always)
  func value(at x: Double) -> Double { Libm.erf(x) }

  @inline(__always)
  func jet(at x: Double) -> Jet {
    let square = Pair(x).squared
    if square.high > saturation { return Jet(x < 0 ? -1 : 1, 0, 0) }
    let bell = ScaledExponential<Double>(-square)
    let slope = Double(Pair.twoOverRootPi) * bell.value
    return Jet(
      Libm.erf(x), slope.scaled(by: bell.half).scaled(by: bell.half),
      (-2 * x * slope).scaled(by: bell.half).scaled(by: bell.half))
  }
}

extension FunctionFamily {
  static let sigmoid = FunctionFamily(
    "sigmoid", aliases: ["logistic"], definition: "1/(1 + exp(-x))", kernel: { _ in Sigmoid() })
  static let logsigmoid = FunctionFamily(
    "logsigmoid", aliases: ["log_sigmoid"], definition: "log(sigmoid(x))",
    kernel: { _ in LogSigmoid() })
  static let tanh = FunctionFamily(
    "tanh", definition: "tanh(x)", kernel: { _ in Tanh() })
  static let tanhshrink = FunctionFamily(
    "tanhshrink", aliases: ["tanh_shrink"], definition: "x - tanh(x)", kernel: { _ in TanhShrink() }
  )
  static let erf = FunctionFamily(
    "erf", definition: "erf(x)", kernel: { _ in ErrorFunction() })
}
