import Activations
import Formulas

// What a graph comes to on both sides of a place.

extension Certainty {
  /// What a place between doubles is.
  func classified(_ place: ClosedRange<Double>) -> Break {
    let (low, high) = (place.lowerBound, place.upperBound)
    let middle = low < 0 && high > 0 ? 0 : low / 2 + high / 2
    let hasMiddle = low < middle && middle < high
    let value = hasMiddle ? value(at: middle) : .nan
    let unit = max(high / 2 - low / 2, low.ulp, high.ulp)
    let left = approach(low, -unit, over(low...(hasMiddle ? middle : high)))
    let right = approach(high, unit, over((hasMiddle ? middle : low)...high))
    let end = left.side == .undefined ? high : low
    return Break(
      place: place, x: hasMiddle ? middle : end, left: left.side, right: right.side,
      value: value.isFinite ? value : nil, slack: 4 * (left.step + right.step))
  }

  /// What the graph does from `x` outward, and by how much it changes over the last few doubles.
  ///
  /// - Parameters:
  ///   - x: The double next to the place.
  ///   - unit: How far the place is from it at most, with the sign of its side.
  ///   - last: The graph from there to the place.
  private func approach(_ x: Double, _ unit: Double, _ last: Enclosure) -> (
    side: Break.Side, step: Double
  ) {
    // Each a thousand times as far from the place as the one before.
    let xs = [0, 10, 20, 30].map {
      x + unit * (Double(sign: .plus, exponent: $0, significand: 1) - 1)
    }
    let ys = values(xs)
    let beyond = over(min(x, xs[1])...max(x, xs[1]))
    if beyond.isNowhereDefined { return (.undefined, 0) }
    guard let start = ys.firstIndex(where: { !$0.isNaN }), start < 2 else {
      return (beyond.isDefined ? .undecided : .undefined, 0)
    }
    if ys[start].isInfinite { return (.pole(sign: ys[start] > 0 ? 1 : -1), 0) }
    let steps = zip(ys.dropFirst(start), ys.dropFirst(start + 1)).map { $0 - $1 }
    let scale = 16 * ys[start].ulp
    guard steps.count > 1, steps.allSatisfy(\.isFinite), steps[0].magnitude > scale else {
      return (.limit(ys[start]), scale)
    }
    // What converges changes less from step to step, what has a pole as much or more.
    let isSteady = steps[0].magnitude >= 0.5 * steps[1].magnitude
    if isSteady, !last.range.isBounded, (steps[0] > 0) == (steps[1] > 0) {
      return (.pole(sign: steps[0] > 0 ? 1 : -1), 0)
    }
    let most = steps.dropFirst().map(\.magnitude).max() ?? 0
    if steps[0].magnitude >= 0.5 * most { return (.undecided, 0) }
    return (.limit(ys[start]), scale + steps[0].magnitude)
  }
}
