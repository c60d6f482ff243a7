/// x where it is above a threshold, and else a value.
///
/// At the threshold f and its slope are the means of their limits. Limits: the value at −∞, x at +∞.
/// Source: PyTorch's Threshold.
struct Threshold: Activation {
  let threshold: Double
  let replacement: Double

  var kinks: [Kink] { [Kink(at: threshold, order: threshold == replacement ? 1 : 0)] }
  var landmarks: [Double] { [threshold] }

  @inline(__always)
  func jet(at x: Double) -> Jet {
    if x > threshold { return Jet(x, 1, 0) }
    if x < threshold { return Jet(replacement, 0, 0) }
    return x.isNaN ? Jet(x, x, x) : Jet(0.5 * threshold + 0.5 * replacement, 0.5, 0)
  }
}

/// x where |x| > λ, and else 0: it jumps at ±λ.
///
/// At the jumps f and its slope are the means of their limits. Limits: x at both ends.
/// Source: PyTorch's Hardshrink.
struct HardShrink: Activation {
  let lambda: Double

  var kinks: [Kink] { [Kink(at: -lambda, order: 0), Kink(at: lambda, order: 0)] }
  var landmarks: [Double] { [-lambda, lambda] }

  @inline(__always)
  func jet(at x: Double) -> Jet {
    if abs(x) > lambda { return Jet(x, 1, 0) }
    if abs(x) < lambda { return Jet(0, 0, 0) }
    return x.isNaN ? Jet(x, x, x) : Jet(0.5 * x, 0.5, 0)
  }
}

/// sign(x)·max(|x| − λ, 0): corners at ±λ.
///
/// Limits: x + λ at −∞, x − λ at +∞. Source: PyTorch's Softshrink.
struct SoftShrink: Activation {
  let lambda: Double

  var kinks: [Kink] { [Kink(at: -lambda, order: 1), Kink(at: lambda, order: 1)] }
  var landmarks: [Double] { [-lambda, lambda] }

  @inline(__always)
  func jet(at x: Double) -> Jet {
    if abs(x) > lambda { return Jet(x > 0 ? x - lambda : x + lambda, 1, 0) }
    if abs(x) < lambda { return Jet(0, 0, 0) }
    return x.isNaN ? Jet(x, x, x) : Jet(0, 0.5, 0)
  }
}

extension FunctionFamily {
  static let threshold = FunctionFamily(
    "threshold", aliases: ["thresholded_relu"], definition: "where(x > threshold, x, value)",
    parameters: [
      Parameter("threshold", "t", default: 1, .finite),
      Parameter("value", "v", default: 0, .finite),
    ],
    note: "the defaults are those of Keras's ThresholdedReLU", source: "arXiv 1402.3337",
    kernel: { Threshold(threshold: $0[0], replacement: $0[1]) })

  static let hardshrink = FunctionFamily(
    "hardshrink", aliases: ["hard_shrink"], definition: "where(abs(x) > lambda, x, 0)",
    parameters: [Parameter("lambda", "λ", default: 0.5, .nonNegative)],
    kernel: { values in
      guard values[0] > 0 else { return Linear(slope: 1) }
      return HardShrink(lambda: values[0])
    })

  static let softshrink = FunctionFamily(
    "softshrink", aliases: ["soft_shrink"], definition: "sign(x)*max(abs(x) - lambda, 0)",
    parameters: [Parameter("lambda", "λ", default: 0.5, .nonNegative)],
    kernel: { values in
      guard values[0] > 0 else { return Linear(slope: 1) }
      return SoftShrink(lambda: values[0])
    })
}
