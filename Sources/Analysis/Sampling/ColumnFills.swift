import Activations

/// What a trace fills where it oscillates faster than pixels: for every dense column the lowest and the highest value in it.
struct ColumnFills {
  private let refinement: Refinement
  private let frame: Frame

  init(_ refinement: Refinement, _ frame: Frame) {
    self.refinement = refinement
    self.frame = frame
  }

  /// The lowest and the highest point of a column.
  private struct Column {
    let index: Int
    var low: Point
    var high: Point
  }

  /// The fills from left to right, a run for each stretch of neighbouring columns.
  func runs() -> [[Graph.Extent]] {
    let indices = refinement.dense.indices.filter { refinement.dense[$0] }
    guard !indices.isEmpty else { return [] }
    var columns = sampled(indices)
    if refinement.trace.jets != nil {
      for _ in 0..<3 { polish(&columns) }
    }
    var runs: [[Column]] = []
    for column in columns {
      if let last = runs.last?.last, last.index == column.index - 1 {
        runs[runs.count - 1].append(column)
      } else {
        runs.append([column])
      }
    }
    return runs.map(extents)
  }

  /// A run's columns at their middles, with the first and the last drawn out to the run's ends.
  private func extents(_ run: [Column]) -> [Graph.Extent] {
    guard let first = run.first, let last = run.last else { return [] }
    func extent(_ column: Column, at share: Double) -> Graph.Extent {
      let domain = frame.x.domain
      let x = frame.x.value(at: min(Double(column.index) + share, frame.x.length))
      return Graph.Extent(
        x: min(max(x, domain.lowerBound), domain.upperBound), low: column.low.y,
        high: column.high.y)
    }
    return [extent(first, at: 0)] + run.map { extent($0, at: 0.5) } + [extent(last, at: 1)]
  }

  /// The columns' extremes among many points in each, none of them at a regular distance from the next.
  private func sampled(_ indices: [Int]) -> [Column] {
    let count = refinement.trace.jets == nil ? 512 : 96
    return indices.compactMap { index -> Column? in
      let xs = (0..<count).map { k -> Double in
        let turn = Double(index &* count &+ k) * 0.6180339887498949
        let jitter = turn - turn.rounded(.down)
        return frame.x.value(
          at: min(Double(index) + (Double(k) + jitter) / Double(count), frame.x.length))
      }
      let points = zip(xs, refinement.trace.values(xs)).map { Point(x: $0, y: $1) }
        .filter { $0.y.isFinite }
      guard let low = points.min(by: { $0.y < $1.y }), let high = points.max(by: { $0.y < $1.y })
      else { return nil }
      return Column(index: index, low: low, high: high)
    }
  }

  /// Moves the extremes to where the slope is 0 nearby, by one step of the secant method.
  private func polish(_ columns: inout [Column]) {
    guard let jets = refinement.trace.jets else { return }
    for sign in [-1.0, 1] {
      let points = columns.map { sign < 0 ? $0.low : $0.high }
      let slopes = jets(points.map(\.x)).slopes
      let beside = columns.indices.map { index -> Double in
        let swing = columns[index].high.y - columns[index].low.y
        // So near that the oscillation, whatever its period, has gone a tenth of its height at most.
        return points[index].x + 0.1 * swing / max(abs(slopes[index]), .leastNormalMagnitude) * sign
          * (slopes[index] < 0 ? -1 : 1)
      }
      let besides = jets(beside).slopes
      let better = columns.indices.map { index -> Double in
        let (x, step) = (points[index].x, beside[index] - points[index].x)
        let bend = (besides[index] - slopes[index]) / step
        let move = bend * sign < 0 ? -slopes[index] / bend : step
        let place = frame.x.position(x + move)
        let isNear =
          place >= Double(columns[index].index) && place <= Double(columns[index].index) + 1
        return (x + move).isFinite && isNear ? x + move : x
      }
      for (index, y) in refinement.trace.values(better).enumerated()
      where sign * y > sign * points[index].y {
        if sign < 0 {
          columns[index].low = Point(x: better[index], y: y)
        } else {
          columns[index].high = Point(x: better[index], y: y)
        }
      }
    }
  }
}
