import Activations

extension FeatureSearch {
  /// The largest value (or the smallest, with `sign` −1) and its place if it stands alone within the domain; at a jump
  /// or an edge the limit from its side, and nil where the trace has no bound on that side or none can be told.
  func extremum(sign: Double) -> Point? {
    guard !isUnbounded(sign) else { return nil }
    let found = slope.map { highest(sign, slope: $0) } ?? summit(sign: sign)
    let half = domain.upperBound / 2 - domain.lowerBound / 2
    let reach = half / 512
    guard let found, found.x - domain.lowerBound > reach / 64,
      domain.upperBound - found.x > reach / 64, found.y.isFinite
    else { return nil }
    let best = moved(found)
    let beside = trace.values([
      max(domain.lowerBound, best.x - reach), min(domain.upperBound, best.x + reach),
    ])
    return !beside.contains(best.y) && isHighest(best, sign) ? best : nil
  }

  /// Whether a piece ends at a pole of a sign.
  private func isUnbounded(_ sign: Double) -> Bool {
    solid.breaks.contains { place in
      [place.left, place.right].contains(.pole(sign: sign < 0 ? -1 : 1))
    }
  }

  /// The highest of all pieces; of equal ones the leftmost.
  private func highest(_ sign: Double, slope: Trace) -> Point? {
    let tops = solid.pieces.map { piece in
      trace.maximum(
        over: piece.range, slope: slope, sign: sign,
        knots: knots(over: piece.range, of: trace))
    }
    var best: Point?
    for top in tops where top.value.isFinite {
      let isHigher = best.map { sign * (top.value - $0.y) > 0x1p-36 * $0.y.magnitude } ?? true
      if isHigher { best = Point(x: top.x, y: top.value) }
    }
    return best
  }

  /// A point at the end of a piece, or on a stretch of equal values that leads there, at the place of the break and not
  /// at the double beside it.
  private func moved(_ point: Point) -> Point {
    guard let piece = solid.pieces.first(where: { $0.range.contains(point.x) }) else {
      return point
    }
    let ends = [(piece.left, piece.range.lowerBound), (piece.right, piece.range.upperBound)]
    guard let end = ends.first(where: { $0.0 != nil && trace.value(at: $0.1) == point.y }),
      let place = end.0
    else { return point }
    let jump = trace.jumps.first { place.place.contains($0) }
    let value = place.kind == .edge ? place.value : nil
    return Point(x: jump ?? place.x, y: value ?? point.y)
  }

  /// Whether nothing is known to be beyond a point: not what cannot be told, nor what is right beside it.
  private func isHighest(_ best: Point, _ sign: Double) -> Bool {
    let margin = 1e-9 * best.y.magnitude
    let isOpen = solid.doubtful.contains { cell in
      guard let range = solid.certainty?.over(cell).range, !range.isEmpty else { return false }
      return (sign > 0 ? range.high : -range.low) > sign * best.y + margin
    }
    if isOpen { return false }
    let reach = (domain.upperBound / 2 - domain.lowerBound / 2) / 512
    let steps = (0..<44).map { reach * Double(sign: .plus, exponent: -$0, significand: 1) }
    let beside = trace.values(steps.flatMap { [best.x - $0, best.x + $0] })
    return !beside.contains { sign * $0 > sign * best.y + margin }
  }

  /// The highest point by values alone: of a grid, then between its neighbours by golden section.
  private func summit(sign: Double) -> Point? {
    let xs = solid.pieces.flatMap { knots(over: $0.range, of: trace) }
    let ys = trace.values(xs).map { $0.isNaN ? -.infinity : sign * $0 }
    guard let top = ys.indices.max(by: { ys[$0] < ys[$1] }), ys[top].isFinite else { return nil }
    var (low, high) = (xs[max(0, top - 1)], xs[min(xs.count - 1, top + 1)])
    let ratio = 0.6180339887498949
    func height(_ x: Double) -> Double { sign * trace.value(at: x) }
    for _ in 0..<64 {
      let (a, b) = (high - ratio * (high - low), low + ratio * (high - low))
      if height(a) < height(b) { low = a } else { high = b }
    }
    let middle = low / 2 + high / 2
    let best = height(middle) > ys[top] ? middle : xs[top]
    // Half of the digits are known: within them a place that the trace itself tells of is the place.
    let slack =
      1e-7 * max(best.magnitude, (domain.upperBound / 2 - domain.lowerBound / 2) / 16)
    let known = (trace.landmarks + trace.corners).filter { abs($0 - best) <= slack }
    let x = known.first { height($0) >= height(best) } ?? best
    return Point(x: x, y: trace.value(at: x))
  }
}
