import Activations

/// How a function goes on at one end of the line.
public struct End: Equatable, Sendable {
  /// The limit of f; infinite where f grows beyond bounds, NaN where it has none.
  public let limit: Double
  /// The slope of the asymptote y = slope·x + offset; nil where there is no asymptote.
  public let slope: Double?
  /// The offset of the asymptote; nil where there is no asymptote, or, with a slope, where none was found.
  public let offset: Double?
  /// Between which values f goes up and down for ever where it has no limit; nil where that is not known.
  public let oscillation: ClosedRange<Double>?

  init(
    limit: Double, slope: Double?, offset: Double?, oscillation: ClosedRange<Double>? = nil
  ) {
    (self.limit, self.slope, self.offset) = (limit, slope, offset)
    self.oscillation = oscillation
  }
}

extension Survey {
  /// The limit and the asymptote at an end, −1 for the left one.
  ///
  /// The offset is the limit of the tangent's intercept f − x·f′, proved where that can be, and else f(0) − ∫ x·f″ plus what
  /// jumps and corners add: f − slope·x itself would leave no digits far out. About 1e-13 of the
  /// integral of |x·f″|; an offset below that is 0.
  func end(_ side: Double) -> End {
    let limit = limit(0, at: side)
    if limit.isNaN {
      let range = line.reaches(side) ? line.oscillation(0, Int(side)) : nil
      return End(limit: limit, slope: nil, offset: nil, oscillation: range)
    }
    if limit.isFinite { return End(limit: limit, slope: 0, offset: limit) }
    let slope = self.limit(1, at: side)
    guard limit.isInfinite, slope.isFinite, slope != 0 else {
      return End(limit: limit, slope: nil, offset: nil)
    }
    if let offset = line.offset(Int(side)) {
      return offset.isFinite
        ? End(limit: limit, slope: slope, offset: offset + 0)
        : End(limit: limit, slope: nil, offset: nil)
    }
    // Steps without end carry f elsewhere than the slope between them, as those of x + mod(x, 1).
    guard !(line.hasWaves && kinks.contains { $0.order == 0 }) else {
      let far = side * 0x1p40
      let isCarried = abs(value(0, at: far) / far - slope) > 1e-6 * abs(slope)
      return End(limit: limit, slope: isCarried ? nil : slope, offset: nil)
    }
    return End(limit: limit, slope: slope, offset: offset(side))
  }

  private func offset(_ side: Double) -> Double? {
    let jumpsAtOrigin = kinks.contains { $0.x == 0 && $0.order == 0 }
    var intercept = value(0, at: jumpsAtOrigin ? Self.beside(0, side) : 0)
    var scale = abs(intercept)
    for kink in kinks where kink.x * side > 0 && kink.order < 2 {
      let jump = [1.0, -1].map { direction in
        let beside = Self.beside(kink.x, side * direction)
        return value(0, at: beside) - beside * value(1, at: beside)
      }
      intercept += jump[0] - jump[1]
      scale += abs(jump[0]) + abs(jump[1])
    }
    let activation = activation
    func bends(_ xs: [Double]) -> [Double] {
      zip(xs, activation.columns([.d2f], at: xs)[0]).map { $0 * $1 }
    }
    func octaves(_ range: ClosedRange<Int>) -> [Double] {
      range.map { side * Double(sign: .plus, exponent: $0, significand: 1) }.sorted()
    }
    let near = knots(side, upTo: 0x1p40)
    let last = Quadrature.integral(over: octaves(250...300), of: bends)
    let sum =
      Quadrature.integral(over: near, of: bends)
      + Quadrature.integral(over: octaves(40...250), of: bends) + last
    scale += Quadrature.integral(over: near) { bends($0).map(abs) }
    // What still comes in out there, as of x + ln x, comes in for ever.
    guard sum.isFinite, abs(last) <= 1e-12 * scale else { return nil }
    let offset = intercept - side * sum
    return abs(offset) <= 1e-13 * scale ? 0 : offset
  }

  /// Knots for an integral from 0 to a distance on one side: kinks, and a ladder at every center.
  func knots(_ side: Double, upTo distance: Double) -> [Double] {
    var knots = [0, side * distance] + kinks.map(\.x)
    for center in centers {
      knots.append(center)
      for exponent in -40...60 {
        let step = Double(sign: .plus, exponent: exponent, significand: 1)
        knots += [center - step, center + step]
      }
    }
    return Set(knots.filter { $0 * side >= 0 && abs($0) <= distance }.map { $0 + 0 }).sorted()
  }
}
