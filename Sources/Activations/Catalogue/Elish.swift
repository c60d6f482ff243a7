/// x·σ(x) on the right, (e^x − 1)·σ(x) on the left.
///
/// With e = e^x, τ = tanh(−x/2) and p = σ(1 − σ) the left side is −eτ, its slope e(2p − τ) and its
/// curvature e(4p − τ + 2pτ), which jumps at 0 from 1 to ½. Limits: 0 at −∞, x at +∞.
/// Source: arXiv 1808.00783. Errors: 1 ulp in the reference table.
struct Elish: PairActivation {
  private let silu = SigmoidGate(rate: 1)

  var kinks: [Kink] { [Kink(at: 0, order: 2)] }

  func pairJet(at x: Double) -> ProductJet<Pair> {
    guard x < 0 else {
      return x == 0 ? ProductJet(0, 0.5, 0.75) : silu.product(at: x, as: Pair.self)
    }
    let s = Logistic<Pair>(Pair(x))
    let tangent = HyperbolicTangent<Pair>(Pair(-0.5 * x)).value
    let p = s.slope.scaled(by: s.half).scaled(by: s.half)
    let e = s.exponential
    let first = e * (2 * p - tangent)
    let second = e * (4 * p - tangent + 2 * p * tangent)
    let size = (e * tangent).scaled(by: s.half).scaled(by: s.half)
    return ProductJet(
      -size, Sum(first.scaled(by: s.half).scaled(by: s.half), magnitude: size.high),
      Sum(second.scaled(by: s.half).scaled(by: s.half), magnitude: size.high))
  }

  func limit(at infinity: Double) -> Jet {
    infinity > 0 ? Jet(infinity, 1, 0) : Jet(-0.0, 0, 0)
  }
}

/// x·h(x) on the right, (e^x − 1)·h(x) on the left, with h(x) = clip((x + 1)/2, 0, 1).
///
/// It has corners at ±1, and its curvature jumps at 0 from 3/2 to 1. Limits: 0 for x ≤ −1, x for
/// x ≥ 1. Source: arXiv 1808.00783. Errors: 1 ulp in the reference table.
struct HardElish: PairActivation {
  var kinks: [Kink] { [Kink(at: -1, order: 1), Kink(at: 0, order: 2), Kink(at: 1, order: 1)] }
  var landmarks: [Double] { [-1, 0, 1] }

  func pairJet(at x: Double) -> ProductJet<Pair> {
    guard abs(x) <= 1 else { return ProductJet(x > 0 ? Pair(x) : -0.0, x > 0 ? 1 : 0, 0) }
    let argument = Pair(x)
    // At a kink half of both sides' sums.
    if x == 1 { return ProductJet(1, 1.25, 0.5) }
    if x == 0 { return ProductJet(0, 0.5, 1.25) }
    if x > 0 {
      return ProductJet((argument * (argument + 1)).scaled(by: 0.5), Pair.sum(x, 0.5), 1)
    }
    let e = Pair.exp(argument)
    let value = argument * Pair.expm1Ratio(argument) * (argument + 1).scaled(by: 0.5)
    let first = (e * (argument + 2) - 1).scaled(by: 0.5)
    let second = (e * (argument + 3)).scaled(by: 0.5)
    let share = x == -1 ? 0.5 : 1
    return ProductJet(
      x == -1 ? -0.0 : value, Sum(first.scaled(by: share), magnitude: 0.5),
      Sum(second.scaled(by: share)))
  }

  func limit(at infinity: Double) -> Jet {
    infinity > 0 ? Jet(infinity, 1, 0) : Jet(-0.0, 0, 0)
  }
}

extension FunctionFamily {
  static let elish = FunctionFamily(
    "elish", definition: "where(x >= 0, x*sigmoid(x), (exp(x) - 1)*sigmoid(x))",
    source: "arXiv 1808.00783",
    kernel: { _ in Elish() })

  static let hardElish = FunctionFamily(
    "hard_elish", aliases: ["hardelish"],
    definition: "where(x >= 0, x, exp(x) - 1)*clip((x + 1)/2, 0, 1)",
    source: "arXiv 1808.00783",
    kernel: { _ in HardElish() })
}
