/// s·max(0, x)² + b: squared ReLU and StarReLU.
///
/// Its curvature jumps at 0, where it is the mean s. Limits: b at −∞, s·x² at +∞.
/// Source: arXiv 2109.08668, 2210.13452. Errors: 1 ulp in the reference tables.
struct SquaredRelu: PairActivation {
  let scale: Double
  let offset: Double

  var kinks: [Kink] { scale == 0 ? [] : [Kink(at: 0, order: 2)] }

  func pairJet(at x: Double) -> ProductJet<Pair> {
    guard x > 0 else { return ProductJet(Pair(offset), 0, x == 0 ? Pair(scale) : 0) }
    let slope = Pair.product(scale, x)
    let square = slope * Pair(x)
    return ProductJet(offset == 0 ? square : square + Pair(offset), slope + slope, Pair(2 * scale))
  }

  func limit(at infinity: Double) -> Jet {
    guard infinity > 0, scale != 0 else { return Jet(offset, 0, 0) }
    return Jet(scale * infinity, scale * infinity, 2 * scale)
  }
}

/// SmeLU: 0, the parabola (x + β)²/4β, and x, with knots at ±β: the integral of hardswish's gate.
///
/// Its curvature 1/2β jumps at the knots. Limits: 0 for x ≤ −β, x for x ≥ β.
/// Source: arXiv 2202.06499. Errors: 1 ulp in the reference tables.
struct Smelu: PairActivation {
  let beta: Double

  var kinks: [Kink] { [Kink(at: -beta, order: 2), Kink(at: beta, order: 2)] }
  var landmarks: [Double] { [-beta, 0, beta] }

  func pairJet(at x: Double) -> ProductJet<Pair> {
    guard abs(x) <= beta else { return ProductJet(x > 0 ? Pair(x) : 0, x > 0 ? 1 : 0, 0) }
    let slope = Pair.sum(0.5 * x, 0.5 * beta) / Pair(beta)
    let curvature = (abs(x) == beta ? 0.25 : 0.5) / Pair(beta)
    return ProductJet(slope * Pair.sum(0.5 * x, 0.5 * beta), slope, curvature)
  }

  func limit(at infinity: Double) -> Jet {
    infinity > 0 ? Jet(infinity, 1, 0) : Jet(0, 0, 0)
  }
}

extension FunctionFamily {
  static let relu2 = FunctionFamily(
    "relu2", aliases: ["squared_relu", "relu_squared"], definition: "max(0, x)^2",
    source: "arXiv 2109.08668", kernel: { _ in SquaredRelu(scale: 1, offset: 0) })

  static let starRelu = FunctionFamily(
    "star_relu", aliases: ["starrelu"], definition: "scale*max(0, x)^2 + bias",
    parameters: [
      Parameter("scale", "s", default: 0.8944, .finite),
      Parameter("bias", "b", default: -0.4472, .finite),
    ],
    source: "arXiv 2210.13452", kernel: { SquaredRelu(scale: $0[0], offset: $0[1]) })

  static let smelu = FunctionFamily(
    "smelu", definition: "where(x < -beta, 0, where(x <= beta, (x + beta)^2/(4*beta), x))",
    parameters: [.beta],
    note: "the integral of uniform's gate", source: "arXiv 2202.06499",
    kernel: { Smelu(beta: $0[0]) })
}
