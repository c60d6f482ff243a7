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
    if let proved = proved(place, at: (hasMiddle ? [middle] : []) + [low, high]) {
      return proved
    }
    let left = doubted(approach(low, -unit, over(low...(hasMiddle ? middle : high))), low, -unit)
    let right = doubted(approach(high, unit, over((hasMiddle ? middle : low)...high)), high, unit)
    let end = left.side == .undefined ? high : low
    return Break(
      place: place, x: hasMiddle ? middle : end, left: left.side, right: right.side,
      value: value.isFinite ? value : nil, slack: 4 * (left.step + right.step))
  }

  /// What is proved of a place: that one of its doubles is where the graph breaks, or that it goes on over all of them; nil
  /// where nothing is, as of a pole between two doubles.
  private func proved(_ place: ClosedRange<Double>, at xs: [Double]) -> Break? {
    guard let proofs else { return nil }
    var values: [Double] = []
    for x in xs {
      guard let left = proofs.limit(x, -1), let right = proofs.limit(x, 1) else { return nil }
      let value = proofs.value(x).flatMap { $0.isFinite ? $0 : nil }
      if left.isNaN, right.isNaN {
        values.append(left)
        continue
      }
      guard left == right, left.isFinite else {
        return Break(
          place: place, x: x, left: Self.side(left), right: Self.side(right), value: value, slack: 0
        )
      }
      values.append(left)
    }
    guard let slack = slack(place, values, proofs) else { return nil }
    let ends = values.suffix(2)
    return Break(
      place: place, x: xs[0], left: .limit(ends[ends.startIndex]),
      right: .limit(ends[ends.startIndex + 1]), value: values[0], slack: slack)
  }

  /// By how much values at the doubles of a place differ where nothing breaks between them; nil where something may.
  ///
  /// They differ far less than over a thousand times their distance.
  private func slack(
    _ place: ClosedRange<Double>, _ values: [Double], _ proofs: PointProofs
  ) -> Double? {
    // A double without a value is on the other side of an edge.
    guard !values.contains(where: \.isNaN) else { return nil }
    let (low, high) = (place.lowerBound, place.upperBound)
    let width = high - low
    guard let left = proofs.value(low - 1024 * width), let right = proofs.value(high + 1024 * width)
    else { return nil }
    let ends = (values[values.count - 2], values[values.count - 1])
    let change = values.map { max(($0 - ends.0).magnitude, ($0 - ends.1).magnitude) }.max() ?? 0
    let around = max((left - ends.0).magnitude, (right - ends.1).magnitude)
    let size = values.map(\.magnitude).max() ?? 0
    return change <= max(0.1 * around, 0x1p-40 * size) ? change : nil
  }

  /// What doubles say of a side, unless intervals see the graph go up and down beside it all the while: asked where limits were
  /// to be proved and could not be.
  private func doubted(
    _ found: (side: Break.Side, step: Double), _ x: Double, _ unit: Double
  ) -> (side: Break.Side, step: Double) {
    guard proofs != nil, case .limit(let value) = found.side else { return found }
    let range = over(min(x, x + 1024 * unit)...max(x, x + 1024 * unit)).range
    // Even what comes to its limit like 1/ln t does so within a few percent.
    let isWide = range.high - range.low > 0x1p-4 * max(value.magnitude, 0x1p-900)
    return isWide ? (.undecided, 0) : found
  }

  /// Whether a place is an edge at which the graph fades like a power of the distance: over no octave of that does it change by
  /// more than most of itself, as what goes up and down does.
  func fades(at place: Break) -> Bool {
    guard (place.left == .undefined) != (place.right == .undefined) else { return false }
    let (low, high) = (place.place.lowerBound, place.place.upperBound)
    let size = max(high / 2 - low / 2, low.ulp, high.ulp)
    let (x, unit) = place.left == .undefined ? (high, size) : (low, -size)
    return (0..<10).allSatisfy { octave in
      let near = x + unit * Double(sign: .plus, exponent: octave, significand: 1)
      let far = x + unit * Double(sign: .plus, exponent: octave + 1, significand: 1)
      let range = over(min(near, far)...max(near, far)).range
      return range.high - range.low <= 0.75 * max(range.low.magnitude, range.high.magnitude)
    }
  }

  private static func side(_ limit: Double) -> Break.Side {
    limit.isNaN ? .undefined : limit.isInfinite ? .pole(sign: limit < 0 ? -1 : 1) : .limit(limit)
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
