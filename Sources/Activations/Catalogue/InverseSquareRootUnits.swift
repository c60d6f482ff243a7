/// x/√(1 + αx²), or on the right simply x: ISRU and ISRLU.
///
/// With u = √α·x: slope (1 + u²)^−3/2, curvature −3αx(1 + u²)^−5/2, outside |u| = 1 through 1/u.
/// Limits: −1/√α at −∞; at +∞ 1/√α, or x. Source: arXiv 1710.09967.
/// Errors: 1 ulp in the reference tables.
struct InverseSquareRootUnit: PairActivation {
  let alpha: Double
  /// Whether the right side is x.
  let isLinear: Bool
  /// √α.
  private let rate: Pair

  init(alpha: Double, isLinear: Bool) {
    self.alpha = alpha
    self.isLinear = isLinear
    rate = Pair.sqrt(Pair(alpha))
  }

  var kinks: [Kink] { isLinear ? [Kink(at: 0, order: 3)] : [] }

  func pairJet(at x: Double) -> ProductJet<Pair> {
    if isLinear, x >= 0 { return ProductJet(Pair(x), 1, 0) }
    // There u² is below any digit, and u may be subnormal.
    if abs(x) < 0x1p-900 { return ProductJet(Pair(x), 1, Pair(-3 * x * alpha)) }
    let u = rate * Pair(x)
    guard abs(u.high) > 1 else {
      let w = 1 / Pair.sqrt(1 + u.squared)
      let cube = w * w * w
      return ProductJet(Pair(x) * w, cube, -3 * rate * (u * cube) * (w * w))
    }
    let q = (1 / u).magnitude
    let w = 1 / Pair.sqrt(1 + q.squared)
    let cube = w * w * w
    // In this order no factor is subnormal where the product is not.
    let curvature = 3 * (q * Pair(abs(1 / x))) * (q * q) * (cube * w * w)
    return ProductJet(
      (u.high < 0 ? -w : w) / rate, q * q * (q * cube), u.high < 0 ? curvature : -curvature)
  }

  func limit(at infinity: Double) -> Jet {
    if isLinear, infinity > 0 { return Jet(infinity, 1, 0) }
    let bound = (1 / rate).rounded
    return Jet(infinity > 0 ? bound : -bound, 0, infinity > 0 ? -0.0 : 0)
  }
}

/// x + (√(x² + 1) − 1)/2: a line that is bent at the origin.
///
/// With r = √(x² + 1): f = x(1 + x/2(r + 1)), slope 1 + x/2r, curvature 1/2r³.
/// Limits: x/2 at −∞, 3x/2 at +∞. Errors: f 2 ulp, f′ 1, f″ 4 in the reference table.
struct BentIdentity: Activation {
  @inline(__always)
  func jet(at x: Double) -> Jet {
    if x.isInfinite { return Jet(x, x > 0 ? 1.5 : 0.5, 0) }
    let r = Libm.hypot(x, 1)
    return Jet(x + x * (0.5 * x / (r + 1)), 1 + 0.5 * (x / r), 0.5 / r / r / r)
  }
}

extension FunctionFamily {
  static let isru = FunctionFamily(
    "isru", definition: "x/sqrt(1 + alpha*x^2)", parameters: [.alpha], source: "arXiv 1710.09967",
    kernel: { InverseSquareRootUnit(alpha: $0[0], isLinear: false) })

  static let isrlu = FunctionFamily(
    "isrlu", definition: "where(x >= 0, x, x/sqrt(1 + alpha*x^2))",
    parameters: [.alpha],
    source: "arXiv 1710.09967", kernel: { InverseSquareRootUnit(alpha: $0[0], isLinear: true) })

  static let bentIdentity = FunctionFamily(
    "bent_identity", definition: "(sqrt(x^2 + 1) - 1)/2 + x", kernel: { _ in BentIdentity() })

  static let identity = FunctionFamily(
    "identity", aliases: ["linear"], definition: "x", kernel: { _ in Linear(slope: 1) })
}
