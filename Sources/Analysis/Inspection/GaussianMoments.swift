import Activations
import Formulas

/// What becomes of a standard normal input, as initialisation and mean-field theory ask.
///
/// A mean is infinite where its integral grows beyond all bounds, NaN where there is none, since both parts of it do or f is not
/// defined everywhere, and nil where it could not be told. About 1e-14 of the mean of the magnitude.
public struct GaussianMoments: Equatable, Sendable {
  /// E f(z).
  public let mean: Double?
  /// E f(z)².
  public let secondMoment: Double?
  /// Var f(z).
  public let variance: Double?
  /// E f′(z)²; infinite where f jumps.
  public let slopeSecondMoment: Double?
  /// 1/√(E f²): the factor that restores unit second moment.
  public let gain: Double?
  /// χ₁ = σ_w²·E f′² at σ_w² = gain² and no bias.
  ///
  /// It is the growth of a small difference per layer where the second moment of the
  /// pre-activations stays 1, as that gain makes it. 1 is the edge of chaos.
  public let chi: Double?
  /// The weight and bias variances σ_w², σ_b² of the edge of chaos at unit second moment.
  ///
  /// σ_w² = 1/E f′² makes χ₁ = 1, and σ_b² = 1 − σ_w²·E f² keeps the second moment; nil where that
  /// is below 0, or where f jumps.
  public var edgeOfChaos: (weight: Double, bias: Double)? {
    guard let chi, let slopeSecondMoment, slopeSecondMoment.isFinite else { return nil }
    let bias = 1 - 1 / chi
    guard bias >= -1e-12 else { return nil }
    return (1 / slopeSecondMoment, bias < 1e-12 ? 0 : bias)
  }
  /// V′ at the edge of chaos: how an error of the second moment grows from layer to layer there.
  ///
  /// V(q) = σ_w²·E f(√q·z)² + σ_b² has a fixed point at q = 1, with V′(1) = σ_w²·E z·f(z)·f′(z). Above 1 it is unstable.
  public let varianceSlope: Double?
  /// The share of inputs with |f′| < 0.1.
  public let flatShare: Double?

  init(_ survey: Survey, _ function: Function) {
    let hasValues = survey.pieces.contains { $0.columns[0].contains { !$0.isNaN } }
    guard survey.line.isWhole, hasValues else {
      (mean, secondMoment, variance, slopeSecondMoment) = (.nan, .nan, .nan, .nan)
      (gain, chi, varianceSlope, flatShare) = (.nan, .nan, .nan, .nan)
      return
    }
    let value = NormalIntegral(survey, of: function, .f)
    let slope = NormalIntegral(survey, of: function, .df)
    let mean = value.mean(power: 1)
    let second = value.mean(power: 2)
    let steepness = survey.hasUnboundedSquareOfSlope ?? slope.mean(power: 2)
    self.mean = mean.value
    secondMoment = second.value
    let isConstant = steepness.value == 0 && mean.value?.isFinite == true
    variance = isConstant ? 0 : Self.variance(value, mean: mean.value, second: second)
    slopeSecondMoment = steepness.value
    gain = second.root.map { 1 / $0 }
    chi = steepness.divided(by: second)
    varianceSlope =
      if case .finite = steepness, case .finite = second {
        value.growth(with: slope).divided(by: steepness)
      } else { .nan }
    flatShare = survey.share(slopeBelow: 0.1)
  }

  private static func variance(
    _ value: NormalIntegral, mean: Double?, second: Expectation
  ) -> Double? {
    guard let mean else { return nil }
    guard case .finite = second, mean.isFinite else { return mean.isNaN ? .nan : second.value }
    guard let variance = value.mean(power: 2, from: mean).value else { return nil }
    // What rounding leaves of f − E f has no digits.
    return 0x1p-51 * abs(mean) <= 1e-9 * variance.squareRoot() ? variance : nil
  }
}

extension Survey {
  /// E f′² where f itself tells that it has no bound: f jumps, or leaves all bounds.
  fileprivate var hasUnboundedSquareOfSlope: Expectation? {
    let jumps = kinks.contains { $0.order == 0 }
    return jumps || line.breaks.contains { $0.kind == .pole } ? .infinite(sign: 1) : nil
  }

  /// The probability that |f′| is below a bound for a standard normal input; nil where f′ turns too often to tell.
  fileprivate func share(slopeBelow bound: Double) -> Double? {
    let crossings = signs(1, minus: bound).zeros + signs(1, minus: -bound).zeros
    let broken = kinks.map(\.x) + line.breaks.map(\.x)
    let inside = (crossings + broken).filter { abs($0) < 40 }
    let cuts = Set([-40, 40] + inside).sorted()
    let share = zip(cuts, cuts.dropFirst()).reduce(0) { sum, cut in
      let isFlat = abs(value(1, at: cut.0 / 2 + cut.1 / 2)) < bound
      return isFlat ? sum + probability(from: cut.0, to: cut.1) : sum
    }
    return abs(share - sampledShare(slopeBelow: bound)) < 0.02 ? min(share, 1) : nil
  }

  /// About the same from points that no wave keeps step with.
  private func sampledShare(slopeBelow bound: Double) -> Double {
    let xs = (1...2048).map { index in
      12 * (Double(index) * 0.6180339887498949).truncatingRemainder(dividingBy: 1) - 6
    }
    var (flat, all) = (0.0, 0.0)
    for (x, slope) in zip(xs, activation.columns([.df], at: xs)[0]) {
      let weight = Libm.exp(-0.5 * x * x)
      all += weight
      if abs(slope) < bound { flat += weight }
    }
    return flat / all
  }
}

/// Φ(b) − Φ(a), to 1e-15 of it.
private func probability(from a: Double, to b: Double) -> Double {
  let root = 0.7071067811865476
  if a > 0 { return 0.5 * (Libm.erfc(a * root) - Libm.erfc(b * root)) }
  if b < 0 { return 0.5 * (Libm.erfc(-b * root) - Libm.erfc(-a * root)) }
  return 0.5 * (Libm.erf(b * root) - Libm.erf(a * root))
}
