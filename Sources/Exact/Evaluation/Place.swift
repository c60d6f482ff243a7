/// Where a function is looked at: x as a series in t.
enum Place: Sendable {
  /// x₀ + t, on both sides of a number.
  case around(Double)
  /// x₀ ± t, on one side.
  case beside(Double, side: Int)
  /// ±1/t.
  case end(side: Int)

  var isOneSided: Bool {
    if case .around = self { false } else { true }
  }

  /// Whether it is 0, on both sides.
  var isOrigin: Bool {
    if case .around(0) = self { true } else { false }
  }

  /// x.
  func x(_ span: Power) -> Series {
    switch self {
    case .around(let x): start(x, slope: .one, span)
    case .beside(let x, let side): start(x, slope: Bounds(side), span)
    case .end(let side): Series(Bounds(side), power: Power(-1))
    }
  }

  private func start(_ x: Double, slope: Bounds, _ span: Power) -> Series {
    var series = Series(Bounds(x))
    guard span > .one else {
      series.order = .one + .order
      return series
    }
    series.terms.append(Series.Term(power: .one, coefficient: slope))
    return series
  }

  /// The derivative in x, given f as a series in t.
  func derivative(_ f: Series, _ calculus: Calculus) throws(Obstacle) -> Series {
    let slope = try calculus.derivative(f)
    switch self {
    case .around: return slope
    case .beside(_, let side): return side < 0 ? calculus.negate(slope) : slope
    // With x = s/t it is −s·t²·d/dt.
    case .end(let side):
      return try calculus.multiply(Series(Bounds(-side), power: Power(2)), slope)
    }
  }

  /// f and so many derivatives at the place.
  func limits(_ f: Series, upTo order: Int, _ calculus: Calculus) throws(Obstacle) -> [Limit] {
    var (limits, current) = ([signed(try calculus.limit(f), f)], f)
    for _ in 0..<order {
      current = try derivative(current, calculus)
      limits.append(signed(try calculus.limit(current), current))
    }
    return limits
  }

  /// Looked at from both sides, a zero is that of one side only at −0 or 0.
  private func signed(_ limit: Limit, _ f: Series) -> Limit {
    guard case .around(let x) = self, case .finite(let bounds, let sign) = limit, bounds.isZero
    else { return limit }
    guard x == 0, let power = f.terms.first?.power else { return .finite(bounds, sign: 0) }
    let isOdd = power.high.remainder(dividingBy: 2) != 0
    return .finite(bounds, sign: x.sign == .minus && isOdd ? -sign : sign)
  }
}
