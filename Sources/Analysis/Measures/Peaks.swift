/// The highest local maxima of a curve that is given by its values.
struct Peaks {
  /// The highest value; infinite where one is.
  let value: Double
  /// The places of the highest maxima, the highest first.
  let xs: [Double]

  /// - Parameter start: Where the curve is looked at first, in ascending order; NaN counts for nothing.
  init(_ start: [Double], of values: ([Double]) -> [Double]) {
    var (xs, ys) = (start, values(start))
    var tops = Self.tops(ys)
    for _ in 0..<8 where !tops.isEmpty && ys[tops[0]].isFinite {
      // More points between the neighbours of every one.
      xs = tops.flatMap { index -> [Double] in
        let (left, right) = (xs[max(index - 1, 0)], xs[min(index + 1, xs.count - 1)])
        return Self.quarters(left, xs[index]) + Self.quarters(xs[index], right)
      }.sortedOnce()
      ys = values(xs)
      tops = Self.tops(ys)
    }
    value = tops.first.map { ys[$0] } ?? 0
    let top = value
    // Equal ones from the left.
    let first = tops.filter { ys[$0] >= top * (1 - 0x1p-40) }.min()
    self.xs = (first.map { [xs[$0]] } ?? []) + tops.filter { $0 != first }.map { xs[$0] }
  }

  private static let most = 40

  private static func quarters(_ low: Double, _ high: Double) -> [Double] {
    [low, 0.75 * low + 0.25 * high, 0.5 * low + 0.5 * high, 0.25 * low + 0.75 * high, high]
  }

  private static func tops(_ values: [Double]) -> [Int] {
    let most = values.reduce(0) { $1 > $0 ? $1 : $0 }
    let tops = values.indices.filter { index in
      values[index] >= 0.3 * most && !(index > 0 && values[index - 1] > values[index])
        && !(index + 1 < values.count && values[index + 1] >= values[index])
    }
    // Of a curve that is level at its top the first point.
    let all = tops.isEmpty ? values.indices.filter { values[$0] == most } : tops
    return Array(all.sorted { values[$0] > values[$1] }.prefix(Self.most))
  }
}
