/// The real zeros of a polynomial, for coefficients of any size.
enum RealZeros {
  /// The x at which Σ cᵢxⁱ changes its sign, each the nearest double or a neighbour, in ascending order; c₀
  /// must not be 0.
  ///
  /// Between two extrema there is one at most: it is halved down over the doubles themselves.
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
      return left * right < 0 ? halved(coefficients, low, high, left) : nil
    }
  }

  private static func halved(
    _ coefficients: [Double], _ low: Double, _ high: Double, _ left: Double
  ) -> Double {
    var (low, high) = (order(low), order(high))
    while low + 1 < high {
      // The mean without overflow.
      let middle = (low & high) + ((low ^ high) >> 1)
      let sign = sign(coefficients, at: double(middle))
      if sign == 0 { return double(middle) }
      if sign == left { low = middle } else { high = middle }
    }
    return double(low)
  }

  /// −1, 0 or 1; outside −1…1 through 1/x, so that no power overflows.
  private static func sign(_ coefficients: [Double], at x: Double) -> Double {
    guard abs(x) > 1 else { return sign(horner(coefficients.reversed(), Pair(x))) }
    let isFlipped = x < 0 && coefficients.count % 2 == 0
    return (isFlipped ? -1 : 1) * sign(horner(coefficients, Pair(1) / Pair(x)))
  }

  private static func horner(_ descending: some Sequence<Double>, _ x: Pair) -> Double {
    descending.reduce(Pair(0)) { $0 * x + Pair($1) }.rounded
  }

  private static func sign(_ value: Double) -> Double { value > 0 ? 1 : value < 0 ? -1 : 0 }

  /// The doubles as consecutive integers.
  private static func order(_ x: Double) -> Int64 {
    let bits = Int64(bitPattern: x.magnitude.bitPattern)
    return x < 0 ? -bits : bits
  }

  private static func double(_ order: Int64) -> Double {
    let size = Double(bitPattern: UInt64(order.magnitude))
    return order < 0 ? -size : size
  }
}
