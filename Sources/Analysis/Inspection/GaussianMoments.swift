import Activations

/// What becomes of a standard normal input, as initialisation and mean-field theory ask.
///
/// Integrals over −38…38, to about 1e-13.
public struct GaussianMoments: Equatable, Sendable {
  /// E f(z).
  public let mean: Double
  /// E f(z)².
  public let secondMoment: Double
  /// Var f(z).
  public let variance: Double
  /// E f′(z)²; infinite where f jumps.
  public let slopeSecondMoment: Double
  /// 1/√(E f²): the factor that restores unit second moment.
  public let gain: Double
  /// χ₁ = σ_w²·E f′² at σ_w² = gain² and no bias.
  ///
  /// It is the growth of a small difference per layer where the second moment of the
  /// pre-activations stays 1, as that gain makes it. 1 is the edge of chaos.
  public let chi: Double
  /// The weight and bias variances σ_w², σ_b² of the edge of chaos at unit second moment.
  ///
  /// σ_w² = 1/E f′² makes χ₁ = 1, and σ_b² = 1 − σ_w²·E f² keeps the second moment; nil where that
  /// is below 0, or where f jumps.
  public var edgeOfChaos: (weight: Double, bias: Double)? {
    let bias = 1 - secondMoment / slopeSecondMoment
    guard bias >= -1e-12, slopeSecondMoment.isFinite else { return nil }
    return (1 / slopeSecondMoment, bias < 1e-12 ? 0 : bias)
  }
  /// V′ at the edge of chaos: how an error of the second moment grows from layer to layer there.
  ///
  /// V(q) = σ_w²·E f(√q·z)² + σ_b² has a fixed point at q = 1, with V′(1) = σ_w²·E z·f(z)·f′(z). Above 1 it is unstable.
  public let varianceSlope: Double
  /// The share of inputs with |f′| < 0.1.
  public let flatShare: Double

  init(_ survey: Survey) {
    let activation = survey.activation
    func expectation(_ quantity: Quantity, _ map: @escaping (Double) -> Double) -> Double {
      [-1.0, 1].reduce(0) { sum, side in
        sum
          + Quadrature.integral(over: survey.knots(side, upTo: 38)) { xs in
            zip(xs, activation.columns([quantity], at: xs)[0]).map { map($1) * density(at: $0) }
          }
      }
    }
    let isWhole = survey.line.isWhole
    let hasSquare = survey.line.hasSquare
    let second = !isWhole ? .nan : hasSquare ? expectation(.f) { $0 * $0 } : .infinity
    let rough = expectation(.f) { $0 }
    // The two halves of an odd function differ by rounding.
    let isMean = isWhole && survey.line.hasMean
    let mean = !isMean ? .nan : abs(rough) <= 1e-14 * second.squareRoot() ? 0 : rough
    self.mean = mean
    secondMoment = second
    variance = second.isFinite ? expectation(.f) { ($0 - mean) * ($0 - mean) } : second
    let jumps = survey.kinks.contains { $0.order == 0 } || !survey.line.breaks.isEmpty
    let isSteep = survey.line.steep.contains { x in !survey.hasSquareOfSlope(at: x) }
    slopeSecondMoment =
      !isWhole ? .nan : jumps || isSteep ? .infinity : expectation(.df) { $0 * $0 }
    gain = 1 / second.squareRoot()
    chi = slopeSecondMoment / second
    varianceSlope =
      slopeSecondMoment.isFinite
      ? Self.growth(survey, activation) / slopeSecondMoment : .nan
    flatShare = isWhole ? survey.share(slopeBelow: 0.1) : .nan
  }
}

extension GaussianMoments {
  /// E z·f·f′.
  private static func growth(_ survey: Survey, _ activation: any Activation) -> Double {
    [-1.0, 1].reduce(0) { sum, side in
      sum
        + Quadrature.integral(over: survey.knots(side, upTo: 38)) { xs in
          let columns = activation.columns([.f, .df], at: xs)
          return xs.indices.map { xs[$0] * columns[0][$0] * columns[1][$0] * density(at: xs[$0]) }
        }
    }
  }
}

extension Line {
  /// Whether f itself can be integrated over all its poles.
  fileprivate var hasMean: Bool { poles.allSatisfy { !$0.isEssential && $0.order ?? 0 < 1 } }
}

extension Survey {
  /// Whether f′² can be integrated over a place at which f′ has no bound.
  fileprivate func hasSquareOfSlope(at x: Double) -> Bool {
    let unit = x == 0 ? 0x1p-60 : x.magnitude * 0x1p-16
    let ys = [x + unit * 0x1p-16, x + unit].map { abs(value(1, at: $0)) }
    return Libm.log(ys[0] / ys[1]) / (16 * 0.6931471805599453) < 0.499
  }

  /// The probability that |f′| is below a bound for a standard normal input.
  fileprivate func share(slopeBelow bound: Double) -> Double {
    let crossings = signs(1, minus: bound).zeros + signs(1, minus: -bound).zeros
    let inside = (crossings + kinks.map(\.x)).filter { abs($0) < 40 }
    let cuts = Set([-40, 40] + inside).sorted()
    return zip(cuts, cuts.dropFirst()).reduce(0) { sum, cut in
      let isFlat = abs(value(1, at: cut.0 / 2 + cut.1 / 2)) < bound
      return isFlat ? sum + probability(from: cut.0, to: cut.1) : sum
    }
  }
}

/// φ(x) = e^(−x²/2)/√(2π).
private func density(at x: Double) -> Double {
  0.3989422804014327 * Libm.exp(-0.5 * x * x)
}

/// Φ(b) − Φ(a), to 1e-16.
private func probability(from a: Double, to b: Double) -> Double {
  let root = 0.7071067811865476
  return 0.5 * (Libm.erf(b * root) - Libm.erf(a * root))
}
