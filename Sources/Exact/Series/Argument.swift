/// Where the argument of a function goes as t → 0.
enum Argument {
  /// To a number, from which h is the distance.
  case finite(Bounds, Series)
  /// To ∞ or −∞.
  case infinite(sign: Int)
}

extension Calculus {
  /// Where a series goes.
  func argument(_ u: Series) throws(Obstacle) -> Argument {
    if let growth = u.growth.first {
      guard isOneSided else { throw .sides }
      guard let sign = growth.sign else { throw .precision }
      guard sign < 0 else { return .infinite(sign: try self.sign(u)) }
      return .finite(.zero, Series([], order: .beyond))
    }
    if u.valuation < .zero {
      guard let first = try leading(u) else { throw .undecided }
      guard isOneSided else { throw .sides }
      return .infinite(sign: first.sign ?? 0)
    }
    guard u.order > .zero else { throw .orders }
    var (start, h) = (Bounds.zero, u)
    if let first = u.terms.first, first.power == .zero {
      start = first.coefficient
      h.terms.removeFirst()
    }
    // 1/ln t vanishes more slowly than any power.
    if let next = h.terms.first, next.power.base == .zero { throw .undecided }
    return .finite(start, h)
  }

  /// g(u) from g's value and derivatives at the number that u goes to, each divided by k!.
  ///
  /// An argument that vanishes faster than any power keeps its size where g(0) = 0.
  func apply(_ u: Series, _ u0: Bounds, _ h: Series, _ coefficients: (Int) -> [Bounds])
    throws(Obstacle) -> Series
  {
    guard !u.growth.isEmpty else { return try compose(coefficients(count(h)), h) }
    let g = coefficients(2)
    var linear = scale(u, g[1])
    linear.order = min(linear.order, .beyond)
    if g[1].isZero { linear = h }
    return g[0].isZero ? linear : try add(Series(g[0]), linear)
  }

  /// g(u) = g(u₀) + ∫ g′(u)·u′ dt.
  func integrate(_ u: Series, _ start: Bounds, slope: () throws(Obstacle) -> Series)
    throws(Obstacle) -> Series
  {
    // Of a number at the edge of g's domain the slope may be infinite.
    if u.constant != nil { return Series(start) }
    guard u.growth.isEmpty, u.order <= .one, u.terms.allSatisfy({ $0.power == .zero }) else {
      return try integrate(u, start, slope: slope())
    }
    // The number alone is asked for.
    var result = Series(start)
    result.order = u.order
    return result
  }

  func integrate(_ u: Series, _ start: Bounds, slope: Series) throws(Obstacle) -> Series {
    guard u.growth.isEmpty else {
      let linear = try multiply(slope, u)
      return start.isZero ? linear : try add(Series(start), linear)
    }
    return try integral(multiply(slope, derivative(u)), from: start)
  }

  /// A limit, and what vanishes faster than any power.
  func settled(_ limit: Bounds) -> Series {
    var series = Series(limit)
    series.order = .beyond
    return series
  }
}
