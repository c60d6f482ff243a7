/// clip((x + offset)/divisor, low, high): ReLU6, HardTanh and HardSigmoid.
///
/// At the two corners the slope is the mean of its limits. Limits: low at −∞, high at +∞.
struct Clip: Activation {
  let offset: Double
  let divisor: Double
  let low: Double
  let high: Double
  /// Where the ramp starts.
  private let start: Double
  /// Where it ends.
  private let end: Double

  init(offset: Double, divisor: Double, low: Double, high: Double) {
    self.offset = offset
    self.divisor = divisor
    self.low = low
    self.high = high
    start = low * divisor - offset
    end = high * divisor - offset
  }

  var kinks: [Kink] { [Kink(at: start, order: 1), Kink(at: end, order: 1)] }
  var landmarks: [Double] { [start, end] }

  @inline(__always)
  func jet(at x: Double) -> Jet {
    if x < start { return Jet(low, 0, 0) }
    if x > end { return Jet(high, 0, 0) }
    if x.isNaN { return Jet(x, x, x) }
    return Jet((x + offset) / divisor, (x == start || x == end ? 0.5 : 1) / divisor, 0)
  }
}

/// clip(0.2x + 0.5, 0, 1), where 0.2 is the double: 2⁻⁵⁴ more than a fifth.
///
/// So both corners lie a third of an ulp inside of ±2.5, where the slope is 0. The sum is rounded once.
/// Limits: 0 at −∞, 1 at +∞.
struct KerasHardSigmoid: Activation {
  var kinks: [Kink] { [Kink(at: -2.5, order: 1), Kink(at: 2.5, order: 1)] }
  var landmarks: [Double] { [-2.5, 2.5] }

  @inline(__always)
  func jet(at x: Double) -> Jet {
    if x.isNaN { return Jet(x, x, x) }
    if abs(x) >= 2.5 { return Jet(x < 0 ? 0 : 1, 0, 0) }
    return Jet(0.5.addingProduct(0.2, x), 0.2, 0)
  }
}

/// x on the right of 0 and slope·x on the left.
///
/// Limits: slope·x at −∞, x at +∞.
struct LeakyRelu: Activation {
  let slope: Double
  /// The slope at 0, the mean of both sides'.
  private let mean: Double

  init(slope: Pair) {
    self.slope = slope.rounded
    mean = (1 + slope).scaled(by: 0.5).rounded
  }

  var kinks: [Kink] { slope == 1 ? [] : [Kink(at: 0, order: 1)] }

  @inline(__always)
  func jet(at x: Double) -> Jet {
    if x > 0 { return Jet(x, 1, 0) }
    if x < 0 { return Jet(slope == 0 ? -0.0 : slope * x, slope, 0) }
    return Jet(x, x.isNaN ? x : mean, x.isNaN ? x : 0)
  }
}

extension FunctionFamily {
  static let relu6 = FunctionFamily(
    "relu6", definition: "clip(x, 0, 6)",
    kernel: { _ in Clip(offset: 0, divisor: 1, low: 0, high: 6) })

  static let hardtanh = FunctionFamily(
    "hardtanh", aliases: ["hard_tanh"], definition: "clip(x, -1, 1)",
    kernel: { _ in Clip(offset: 0, divisor: 1, low: -1, high: 1) })

  static let hardsigmoid = FunctionFamily(
    "hardsigmoid", aliases: ["hard_sigmoid"], definition: "clip((x + 3)/6, 0, 1)",
    kernel: { _ in Clip(offset: 3, divisor: 6, low: 0, high: 1) })

  static let hardsigmoidKeras2 = FunctionFamily(
    "hardsigmoid_keras2", aliases: ["hard_sigmoid_keras2"], definition: "clip(0.2*x + 0.5, 0, 1)",
    note: "hard_sigmoid of Keras before version 3 and of tf.keras",
    kernel: { _ in KerasHardSigmoid() })

  static let leakyRelu = FunctionFamily(
    "leaky_relu", definition: "where(x > 0, x, negative_slope*x)",
    parameters: [Parameter("negative_slope", "s", default: 0.01, .finite)],
    source: "Maas et al. 2013", kernel: { LeakyRelu(slope: Pair($0[0])) })

  static let prelu = FunctionFamily(
    "prelu", definition: "where(x > 0, x, negative_slope*x)",
    parameters: [Parameter("negative_slope", "s", default: 0.25, .finite)],
    note: "leaky_relu; the slope is learned from 0.25", source: "arXiv 1502.01852",
    kernel: { LeakyRelu(slope: Pair($0[0])) })

  static let rrelu = FunctionFamily(
    "rrelu", definition: "where(x > 0, x, (lower + upper)/2*x)",
    parameters: [
      Parameter("lower", "l", default: 1.0 / 8, .finite),
      Parameter("upper", "u", default: 1.0 / 3, .finite),
    ],
    note: "in evaluation; in training the slope is random", source: "arXiv 1505.00853",
    kernel: { LeakyRelu(slope: Pair.sum(0.5 * $0[0], 0.5 * $0[1])) })
}
