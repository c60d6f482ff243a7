import Activations

/// What a trace fills where it oscillates faster than pixels: for every half of a dense column the lowest and the highest
/// value in it.
struct ColumnFills {
  private let refinement: Refinement
  private let frame: Frame

  init(_ refinement: Refinement, _ frame: Frame) {
    self.refinement = refinement
    self.frame = frame
  }

  /// Into how many parts a column is divided: where an envelope is steep, a whole one would be too coarse.
  private static let parts = 2

  /// An extreme of a part of a column, and between which points beside it a greater one may be.
  private struct Peak {
    var point: Point
    var low: Double
    var high: Double
  }

  /// The lowest and the highest point of a part of a column.
  private struct Part {
    let index: Int
    var low: Peak
    var high: Peak
  }

  /// The fills from left to right, a run for each stretch of neighbouring columns.
  func runs() -> [[Extent]] {
    let columns = refinement.dense.indices.filter { refinement.dense[$0] }
    var parts = columns.flatMap { column in
      (0..<Self.parts).compactMap { sampled(column * Self.parts + $0) }
    }
    guard !parts.isEmpty else { return [] }
    sharpen(&parts, \.low, sign: -1)
    sharpen(&parts, \.high, sign: 1)
    var runs: [[Part]] = []
    for part in parts {
      if let last = runs.last?.last, last.index == part.index - 1 {
        runs[runs.count - 1].append(part)
      } else {
        runs.append([part])
      }
    }
    return runs.map(extents)
  }

  /// A run's parts at their middles, with the first and the last drawn out to the run's ends.
  private func extents(_ run: [Part]) -> [Extent] {
    guard let first = run.first, let last = run.last else { return [] }
    func extent(_ part: Part, at share: Double) -> Extent {
      Extent(x: place(part.index, share), low: part.low.point.y, high: part.high.point.y)
    }
    return [extent(first, at: 0)] + run.map { extent($0, at: 0.5) } + [extent(last, at: 1)]
  }

  /// Where a share of a part is, in data units.
  private func place(_ index: Int, _ share: Double) -> Double {
    let u = min((Double(index) + share) / Double(Self.parts), frame.x.length)
    let domain = frame.x.domain
    return min(max(frame.x.value(at: u), domain.lowerBound), domain.upperBound)
  }

  /// A part's extremes among many points in it, none of them at a regular distance from the next.
  private func sampled(_ index: Int) -> Part? {
    let count = 64
    let xs = (0..<count).map { k -> Double in
      let turn = Double(index &* count &+ k) * 0.6180339887498949
      return place(index, (Double(k) + turn - turn.rounded(.down)) / Double(count))
    }
    let ys = refinement.trace.values(xs)
    func peak(_ sign: Double) -> Peak? {
      Self.summit(xs, ys, sign).map { k in
        Peak(
          point: Point(x: xs[k], y: ys[k]), low: k > 0 ? xs[k - 1] : self.place(index, 0),
          high: k + 1 < count ? xs[k + 1] : self.place(index, 1))
      }
    }
    guard let low = peak(-1), let high = peak(1) else { return nil }
    return Part(index: index, low: low, high: high)
  }

  /// Which of some points is nearest to the highest place (the lowest with `sign` −1), as a parabola through it and its
  /// neighbours tells: of two peaks that are nearly as high the lower may happen to have the higher point.
  private static func summit(_ xs: [Double], _ ys: [Double], _ sign: Double) -> Int? {
    func height(_ k: Int) -> Double {
      let y = sign * ys[k]
      guard k > 0, k + 1 < xs.count, sign * ys[k - 1] < y, sign * ys[k + 1] < y else { return y }
      let (left, right) = (xs[k] - xs[k - 1], xs[k + 1] - xs[k])
      let (fall, other) = (y - sign * ys[k - 1], y - sign * ys[k + 1])
      let slope = (fall * right * right - other * left * left) / (left * right * (left + right))
      let bend = (fall * right + other * left) / (left * right * (left + right))
      let gain = slope * slope / (4 * bend)
      return gain.isFinite ? y + gain : y
    }
    return ys.indices.filter { ys[$0].isFinite }.max { height($0) < height($1) }
  }

  /// Moves extremes to the top of what is around them, by sections of the golden ratio: corners have one as waves have.
  private func sharpen(_ parts: inout [Part], _ end: WritableKeyPath<Part, Peak>, sign: Double) {
    let ratio = 0.6180339887498949
    for _ in 0..<Self.sections {
      let spans = parts.map { ($0[keyPath: end].low, $0[keyPath: end].high) }
      let firsts = spans.map { $1 - ratio * ($1 - $0) }
      let seconds = spans.map { $0 + ratio * ($1 - $0) }
      let values = refinement.trace.values(firsts + seconds)
      for index in parts.indices {
        let (a, b) = (values[index], values[index + parts.count])
        let isFirst = !(sign * a < sign * b)
        let better = isFirst ? Point(x: firsts[index], y: a) : Point(x: seconds[index], y: b)
        var peak = parts[index][keyPath: end]
        if isFirst { peak.high = seconds[index] } else { peak.low = firsts[index] }
        if sign * better.y > sign * peak.point.y { peak.point = better }
        parts[index][keyPath: end] = peak
      }
    }
  }

  /// From a hundredth of a pixel to a hundred-thousandth.
  private static let sections = 16
}
