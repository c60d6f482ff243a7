import Activations

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
        // Between points without a value there is none to be 0.
        if !value(order, at: x).isNaN { chart.zeros.append(x) }
        guard isCrossing else { continue }
        section.high = x
        chart.sections.append(section)
        section = SignInterval(low: x, high: piece.high, sign: ys[j] > 0 ? 1 : -1)
      }
      chart.sections.append(section)
    }
  }

  /// The zero between two points of opposite sign; of two neighbours the one with the smaller value.
  private func zero(_ order: Int, minus constant: Double, between a: Double, _ b: Double) -> Double
  {
    func difference(_ x: Double) -> Double { value(order, at: x) - constant }
    let change = Bisection.signChange(between: a, and: b) { difference($0).signum }
    let (low, high) = (change.lowerBound, change.upperBound)
    return abs(difference(low)) <= abs(difference(high)) ? low : high
  }
}
