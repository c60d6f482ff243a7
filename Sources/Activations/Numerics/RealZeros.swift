/// The real zeros of a polynomial, for coefficients of any size.
enum RealZeros {
  /// The x at which Σ cᵢxⁱ changes its sign, each the nearest double or a neighbour, in ascending order; c₀
  /// must not be 0.
  ///
  /// Between two extrema there is one at most: `Bisection` finds it.
  static func changes(of coefficients: [Double]) -> [Double] {
    var coefficients = coefficients
    while coefficients.last == 0 { coefficients.removeLast() }
    guard coefficients.count > 1 else { return [] }
    let slope = coefficients.enumerated().dropFirst().map { Double($0.offset) * $0.element }
    let end = Double.greatestFiniteMagnitude
    let lowest = slope.firstIndex { $0 != 0 } ?? 0
    let turns = changes(of: Array(slope[lowest...])) + (lowest > 0 ? [0] : [])
    let bounds = [-end] + turns.sorted() + [end]
    return zip(bounds, bounds.dropFirst()).compactMap { low, high in
      let (left, right) = (sign(coefficients, at: low), sign(coefficients, at: high))
      guard left * right < 0 else { return nil }
      return Bisection.signChange(between: low, and: high) { sign(coefficients, at: $0) }.lowerBound
    }
  }

  /// −1, 0 or 1; outside −1…1 through 1/x, so that no power overflows.
  private static func sign(_ coefficients: [Double], at x: Double) -> Int {
    guard abs(x) > 1 else { return horner(coefficients.reversed(), Pair(x)).signum }
    let isFlipped = x < 0 && coefficients.count % 2 == 0
    return (isFlipped ? -1 : 1) * horner(coefficients, Pair(1) / Pair(x)).signum
  }

  private static func horner(_ descending: some Sequence<Double>, _ x: Pair) -> Double {
    descending.reduce(Pair(0)) { $0 * x + Pair($1) }.rounded
  }
}
