import Activations

/// A stretch of the line on which something has one sign: a slope, a curvature.
public struct SignInterval: Equatable, Sendable {
  /// The left end in data units, −∞ where there is none.
  public var low: Double
  /// The right end in data units, +∞ where there is none.
  public var high: Double
  /// −1, 0 or 1.
  public var sign: Int

  /// A stretch from `low` to `high`.
  public init(low: Double, high: Double, sign: Int) {
    self.low = low
    self.high = high
    self.sign = sign
  }

  /// The finite end nearer to the origin, which stands for a stretch of equal values; 0 where the
  /// stretch holds it or has no end.
  var anchor: Double {
    if low <= 0, high >= 0 { return low == 0 || high == 0 || low.isInfinite ? 0 : max(low, 0) }
    return low > 0 ? low : high
  }
}

/// Where a quantity changes its sign, and where it is zero.
struct SignChart: Sendable {
  /// The line from left to right; neighbours differ in sign or meet at a kink.
  var sections: [SignInterval] = []
  /// The zeros that stand alone, in ascending order; a kink is not among them.
  var zeros: [Double] = []
}

extension Survey {
  /// The signs of f, f′ or f″ minus a constant.
  ///
  /// Zeros between points are bisected to the last digit. Values that are 0 on a whole piece between
  /// kinks are zeros; other runs of zeros are underflow, and take the sign beside them.
  func signs(_ order: Int, minus constant: Double = 0) -> SignChart {
    pieces.reduce(into: SignChart()) { chart, piece in
      let ys = piece.columns[order].map { $0 - constant }
      let known = ys.indices.filter { abs(ys[$0]) > 0 }
      guard let first = known.first else {
        chart.sections.append(SignInterval(low: piece.low, high: piece.high, sign: 0))
        return
      }
      var section = SignInterval(low: piece.low, high: piece.high, sign: ys[first] > 0 ? 1 : -1)
      for (i, j) in zip(known, known.dropFirst()) {
        let isCrossing = (ys[i] > 0) != (ys[j] > 0)
        guard isCrossing || j == i + 2 else { continue }
        let x =
          j == i + 1
          ? zero(order, minus: constant, between: piece.xs[i], piece.xs[j])
          : piece.xs[i + 1...j - 1].contains(0) ? 0 : piece.xs[(i + j) / 2]
        chart.zeros.append(x)
        guard isCrossing else { continue }
        section.high = x
        chart.sections.append(section)
        section = SignInterval(low: x, high: piece.high, sign: ys[j] > 0 ? 1 : -1)
      }
      chart.sections.append(section)
    }
  }

  /// The zero between two points of opposite sign, by bisection.
  private func zero(_ order: Int, minus constant: Double, between a: Double, _ b: Double) -> Double
  {
    var (a, b) = (a, b)
    let isPositive = value(order, at: a) > constant
    while true {
      let middle = a / 2 + b / 2
      guard middle > a, middle < b else { break }
      let value = value(order, at: middle)
      if value == constant { return middle }
      if (value > constant) == isPositive { a = middle } else { b = middle }
    }
    return abs(value(order, at: a) - constant) <= abs(value(order, at: b) - constant) ? a : b
  }
}
