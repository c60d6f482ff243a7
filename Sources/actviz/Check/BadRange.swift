/// A stretch of x in which errors sit, or a rectangle of x and y.
struct BadRange: Equatable {
  /// The smallest x with an error above the threshold.
  var from: Double
  /// The largest.
  var to: Double
  /// The y with errors above the threshold among these x; nil on the line.
  var ys: ClosedRange<Double>?
  /// All rows in between, ends included.
  var rows: Int
  /// The rows whose errors are above the threshold.
  var bad: Int
  /// The largest error, in ulp.
  var worst: Double

  /// How many stretches are told apart at most.
  private static let most = 5

  /// The stretches that hold all bad rows; `rows` are in ascending order of x.
  ///
  /// Stretches are told apart where good rows lie between bad ones: a fiftieth of all at least.
  static func ranges(of rows: [Tally.Row], inPlane: Bool = false) -> [BadRange] {
    // On a grid of the plane many rows share an x, and are one step.
    let steps = inPlane ? Self.steps(of: rows) : rows.indices.map { $0..<$0 + 1 }
    let bad = steps.indices.filter { steps[$0].contains { rows[$0].bad > 0 } }
    guard let first = bad.first, let last = bad.last else { return [] }
    let total = steps.reduce(0) { $0 + (inPlane ? 1 : Int(rows[$1.lowerBound].weight)) }
    let gaps = zip(bad, bad.dropFirst()).compactMap { end, start -> (Int, Int, Int)? in
      let good = steps[(end + 1)..<start].reduce(0) {
        $0 + (inPlane ? 1 : Int(rows[$1.lowerBound].weight))
      }
      return good >= max(1, total / 50) ? (end, start, good) : nil
    }
    let widest = gaps.sorted { $0.2 > $1.2 }.prefix(most - 1).sorted { $0.0 < $1.0 }
    let starts = [first] + widest.map(\.1)
    let ends = widest.map(\.0) + [last]
    return zip(starts, ends).map { start, end in
      var inside = rows[steps[start].lowerBound..<steps[end].upperBound]
      let (from, to) = (rows[steps[start].lowerBound].x, rows[steps[end].lowerBound].x)
      let ys = inPlane ? hull(of: inside.lazy.filter { $0.bad > 0 }.map(\.y)) : nil
      if let ys { inside = ArraySlice(inside.filter { ys.contains($0.y) }) }
      return BadRange(
        from: from, to: to, ys: ys, rows: inside.reduce(0) { $0 + Int($1.weight) },
        bad: inside.reduce(0) { $0 + Int($1.bad) }, worst: inside.lazy.map(\.error).max() ?? 0)
    }
  }

  /// Rows that share an x, together.
  private static func steps(of rows: [Tally.Row]) -> [Range<Int>] {
    rows.indices.reduce(into: []) { steps, index in
      if let last = steps.last, rows[last.lowerBound].x == rows[index].x {
        steps[steps.count - 1] = last.lowerBound..<index + 1
      } else {
        steps.append(index..<index + 1)
      }
    }
  }

  private static func hull(of values: some Sequence<Double>) -> ClosedRange<Double>? {
    values.reduce(nil) { hull, value in
      value.isNaN
        ? hull : min(hull?.lowerBound ?? value, value)...max(hull?.upperBound ?? value, value)
    }
  }
}
