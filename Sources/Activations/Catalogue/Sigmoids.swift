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

extension Tanh: Vectorized {
  package var vectorKernel: VectorKernel? { VectorKernel(.tanh) }
}

/// x − tanh x.
///
/// From |x| = 1 on it is |x| − 1 + 2σ(−2|x|) with the sign of x, below x³·P(x²) with P(z) = (1 − tanh(√z)/√z)/z, of which 1/3 and the rest are added without error.
/// Limits: x + 1 at −∞, x − 1 at +∞. Errors: f 2 ulp, f′ 3, f″ 4.
struct TanhShrink: Activation {
  @inline(__always)
  func value(at x: Double) -> Double {
    abs(x) < 1 ? Self.near(x) : Self.far(x)
  }

  @inline(__always)
  func jet(at x: Double) -> Jet {
    let tangent = HyperbolicTangent<Double>(Pair(x))
    return Jet(
      value(at: x), tangent.value * tangent.value,
      (2 * tangent.value * tangent.slope).scaled(by: tangent.half).scaled(by: tangent.half))
  }

  @inline(__always)
  private static func far(_ x: Double) -> Double {
    guard abs(x) < 400 else { return x.isInfinite ? x : x < 0 ? x + 1 : x - 1 }
    let s = Logistic<Double>(Pair(-2 * abs(x)))
    let line = Pair.sum(abs(x), -1)
    let sum = Pair.sum(line.high, 2 * s.unscaled)
    let value = sum.high + (sum.low + line.low + 2 * s.valueRest)
    return x < 0 ? -value : value
  }

  private static func near(_ x: Double) -> Double {
    let square = Pair.product(x, x)
    // The two leading coefficients are added in pairs.
    let rest = square * Pair.quickSum(-0x1.1111_1111_110e_cp-3, square.high * series(square.high))
    let ratio = Pair.quickSum(0x1.5555_5555_5555_5p-2, rest.high)
    let product = square * Pair(ratio.high, ratio.low + rest.low + 0x1.5p-56)
    return (x * product.low).addingProduct(x, product.high)
  }

  /// ((P(z) − 1/3)/z + 2/15)/z for z up to 2.26: from a Chebyshev fit to 2e-18, computed with 60 digits.
  @inline(__always)
  private static func series(_ z: Double) -> Double {
    var sum = -0x1.d658_e88b_d051_6p-41
    sum = sum * z + 0x1.91aa_f448_9423_2p-36
    sum = sum * z - 0x1.4675_552c_a2ef_bp-32
    sum = sum * z + 0x1.519f_9891_2aa8_3p-29
    sum = sum * z - 0x1.f65b_050c_6f37_0p-27
    sum = sum * z + 0x1.2125_a40e_6510_6p-24
    sum = sum * z - 0x1.0fa5_f08a_32bf_cp-22
    sum = sum * z + 0x1.b412_14a2_b33b_7p-21
    sum = sum * z - 0x1.380f_514a_2781_7p-19
    sum = sum * z + 0x1.9e30_85d9_61f4_ep-18
    sum = sum * z - 0x1.0760_d974_c1db_fp-16
    sum = sum * z + 0x1.4851_434b_2c27_3p-15
    sum = sum * z - 0x1.9632_5d4e_b9f4_2p-14
    sum = sum * z + 0x1.f56e_8c3d_7a80_2p-13
    sum = sum * z - 0x1.3557_0532_f85c_ap-11
    sum = sum * z + 0x1.7da3_4444_b3fc_8p-10
    sum = sum * z - 0x1.d6d3_ce55_62b2_ep-9
    sum = sum * z + 0x1.226e_354d_03fa_7p-7
    sum = sum * z - 0x1.664f_4882_2e86_3p-6
    return sum * z + 0x1.ba1b_a1ba_1911_1p-5
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
