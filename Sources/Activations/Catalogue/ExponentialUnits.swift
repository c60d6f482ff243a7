/// λ·x on the right, λα(e^(x/δ) − 1) on the left: ELU, CELU and SELU.
///
/// At 0 the slope is the mean of λα/δ and λ. Limits: −λα at −∞, where δ < 0 the exponential's; λx at +∞.
struct ExponentialUnit: Activation {
  /// λ, the slope on the right.
  let scale: Double
  /// λα, how far below zero the left side goes.
  let depth: Double
  /// δ, the length over which it falls.
  let length: Double

  var kinks: [Kink] { [Kink(at: 0, order: depth == scale * length ? 2 : 1)] }

  @inline(__always)
  func value(at x: Double) -> Double {
    if x > 0 { return scale * x }
    let ratio = x / length
    if ratio < -0x1p-60, ratio > -350 { return depth * Libm.expm1(ratio) }
    return jet(at: x).value
  }

  @inline(__always)
  func jet(at x: Double) -> Jet {
    if x > 0 { return Jet(scale * x, scale, 0) }
    let ratio = length == 1 ? Pair(x) : Pair.quotient(x, length)
    if abs(ratio.high) > 350 { return far(ratio) }
    let bell = Double.exp(ratio)
    let slope = depth / length * bell
    let curvature = slope / length
    if x == 0 { return Jet(scale * x, 0.5 * (slope + scale), 0.5 * curvature) }
    // Where x/δ is that small it may be subnormal, and x not.
    if abs(ratio.high) < 0x1p-60 { return Jet(depth / length * x, slope, curvature) }
    let rise = Libm.expm1(ratio.high)
    return Jet(
      depth * (ratio.high < 0.5 ? rise : rise + bell * ratio.low), slope, curvature)
  }

  /// Far out, where e^(x/δ) may be subnormal or infinite, and its products not.
  @inline(never)
  private func far(_ ratio: Pair) -> Jet {
    let isRising = ratio.high > 0
    let bell =
      ratio.high < 600 ? ScaledExponential<Double>(ratio) : ScaledExponential<Double>(large: ratio)
    let slope = depth / length * bell.value
    return Jet(
      isRising ? depth * bell.value * bell.half * bell.half : -depth,
      slope * bell.half * bell.half, slope / length * bell.half * bell.half)
  }
}

extension FunctionFamily {
  static let elu = FunctionFamily(
    "elu", definition: "where(x > 0, x, alpha*(exp(x) - 1))",
    parameters: [Parameter("alpha", "α", default: 1, .finite)],
    note: "at α = ∞ all of the left would be −∞, where celu is x", source: "arXiv 1511.07289",
    kernel: { ExponentialUnit(scale: 1, depth: $0[0], length: 1) })

  static let celu = FunctionFamily(
    "celu",
    definition: FunctionDefinition("where(x > 0, x, alpha*(exp(x/alpha) - 1))")
      .when("alpha", is: .infinity, "x"),
    plainText: "x for x > 0, else α(e^(x/α) − 1)",
    tex: #"\begin{cases}x&x>0\\\alpha (e^{x/\alpha }-1)&x\le 0\end{cases}"#,
    parameters: [Parameter("alpha", "α", default: 1, .notZero)],
    note: "elu at α = 1, identity at ∞", source: "arXiv 1704.07483",
    kernel: {
      if $0[0] == .infinity { return Linear(slope: 1) }
      return ExponentialUnit(scale: 1, depth: $0[0], length: $0[0])
    })

  static let selu = FunctionFamily(
    "selu", definition: "1.0507009873554805*where(x > 0, x, 1.6732632423543772*(exp(x) - 1))",
    tex: #"1.0507\ldots\cdot\begin{cases}x&x>0\\1.6732\ldots\cdot(e^x-1)&x\le0\end{cases}"#,
    source: "arXiv 1706.02515",
    kernel: { _ in
      // The constants as PyTorch, JAX and Keras have them.
      let lambda = 1.0507009873554805
      return ExponentialUnit(scale: lambda, depth: lambda * 1.6732632423543772, length: 1)
    })
}
