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
  /// kinks are zeros; other runs of zeros are underflow, and take the sign beside them. Signs that rounding may have made are
  /// left out.
  func signs(_ order: Int, minus constant: Double = 0) -> SignChart {
    let proof = SignProof(self, order, minus: constant)
    return pieces.reduce(into: SignChart()) { chart, piece in
      let ys = piece.columns[order].map { $0 - constant }
      let known = proof.signs(at: piece.xs, ys)
      guard let first = known.first else {
        // What is not 0 and has no certain sign anywhere is not told of.
        if ys.contains(0), ys.allSatisfy({ $0 == 0 || $0.isNaN }) {
          chart.sections.append(SignInterval(low: piece.low, high: piece.high, sign: 0))
        }
        return
      }
      var section = SignInterval(low: piece.low, high: piece.high, sign: first.sign)
      for (left, right) in zip(known, known.dropFirst()) {
        let between = left.index + 1..<right.index
        let isTouched = between.count == 1 && ys[between.lowerBound] == 0
        let isCrossing = left.sign != right.sign
        guard isCrossing || isTouched else { continue }
        let x =
          between.isEmpty || between.contains { ys[$0] != 0 }
          ? zero(order, minus: constant, between: piece.xs[left.index], piece.xs[right.index])
          : piece.xs[between].contains(0) ? 0 : piece.xs[(left.index + right.index) / 2]
        let size = max(abs(ys[left.index]), abs(ys[right.index]))
        // Between points without a value there is none to be 0.
        if !value(order, at: x).isNaN, size > 0x1p-960 || isPlaced(x, order, minus: constant) {
          chart.zeros.append(x)
        }
        guard isCrossing else { continue }
        section.high = x
        chart.sections.append(section)
        section = SignInterval(low: x, high: piece.high, sign: right.sign)
      }
      chart.sections.append(section)
    }
  }

  /// Whether the digits of a zero are right: where values underflow beside it they tell but roughly where it is.
  private func isPlaced(_ x: Double, _ order: Int, minus constant: Double) -> Bool {
    let step = max(abs(x), 0x1p-900) * 0x1p-30
    let ranges = [x, x - step, x + step].map { line.certainties[order].over($0...$0).range }
    if ranges[0].isPoint, ranges[0].contains(constant) { return true }
    return ranges[1].high < constant && ranges[2].low > constant
      || ranges[1].low > constant && ranges[2].high < constant
  }

  /// The zero between two points of opposite sign; of two neighbours the one with the smaller value.
  private func zero(_ order: Int, minus constant: Double, between a: Double, _ b: Double) -> Double
  {
    func difference(_ x: Double) -> Double { value(order, at: x) - constant }
    let change =
      polished(between: a, and: b, quickDifference(order, minus: constant), difference)
      ?? Bisection.signChange(between: a, and: b) { difference($0).signum }
    let (low, high) = (change.lowerBound, change.upperBound)
    return abs(difference(low)) <= abs(difference(high)) ? low : high
  }

  private func quickDifference(_ order: Int, minus constant: Double) -> (Double) -> Double {
    let quantity: Quantity = order == 0 ? .f : order == 1 ? .df : .d2f
    return { x in self.quick.columns([quantity], at: [x])[0][0] - constant }
  }

  /// The neighbouring doubles between which a sign changes, found by secants of values without proof and a step from a value
  /// with one, as proofs are long beside zeros; nil where that does not come out.
  private func polished(
    between a: Double, and b: Double, _ quick: (Double) -> Double, _ exact: (Double) -> Double
  ) -> ClosedRange<Double>? {
    let isRising = exact(a) < 0
    guard let near = Self.secant(between: a, and: b, quick) else { return nil }
    let reach = max(abs(near), 0x1p-900) * 0x1p-26
    guard near - reach > a, near + reach < b else { return nil }
    let slope = (quick(near + reach) - quick(near - reach)) / (2 * reach)
    guard slope.isFinite, slope != 0, (slope > 0) == isRising else { return nil }
    let x = near - exact(near) / slope
    guard x.isFinite, abs(x - near) < reach else { return nil }
    let isBefore = (exact(x) < 0) == isRising
    let next = isBefore ? x.nextUp : x.nextDown
    guard exact(next) == 0 || ((exact(next) < 0) == isRising) != isBefore else { return nil }
    return min(x, next)...max(x, next)
  }

  /// About where a smooth function is 0, by the method of secants; nil where that leaves the points.
  private static func secant(
    between a: Double, and b: Double, _ function: (Double) -> Double
  ) -> Double? {
    var (last, next) = (a, b)
    var (u, v) = (function(a), function(b))
    for _ in 0..<16 {
      let x = next - v * (next - last) / (v - u)
      guard x >= a, x <= b else { return nil }
      if abs(x - next) <= abs(x) * 0x1p-28 { return x }
      (last, u) = (next, v)
      (next, v) = (x, function(x))
      if v == 0 { return x }
    }
    return nil
  }
}
