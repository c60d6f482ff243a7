/// A stretch of x in which errors sit.
struct BadRange: Equatable {
  /// The smallest x with an error above the threshold.
  var from: Double
  /// The largest.
  var to: Double
  /// All rows in between, ends included.
  var rows: Int
  /// The rows whose errors are above the threshold.
  var bad: Int
  /// The largest error, in ulp.
  var worst: Double

  /// How many stretches are told apart at most.
  private static let most = 5

  /// The stretches that hold all errors above a threshold; `rows` are in ascending order of x.
  ///
  /// Stretches are told apart where good rows lie between bad ones: a fiftieth of all at least.
  static func ranges(of rows: [Tally.Row], above threshold: Double) -> [BadRange] {
    let bad = rows.indices.filter { rows[$0].error > threshold }
    guard let first = bad.first, let last = bad.last else { return [] }
    let gaps = zip(bad, bad.dropFirst()).filter { $1 - $0 - 1 >= max(1, rows.count / 50) }
    let widest = gaps.sorted { $0.1 - $0.0 > $1.1 - $1.0 }.prefix(most - 1)
      .sorted { $0.0 < $1.0 }
    let starts = [first] + widest.map(\.1)
    let ends = widest.map(\.0) + [last]
    return zip(starts, ends).map { start, end in
      let inside = rows[start...end].lazy.map(\.error)
      return BadRange(
        from: rows[start].x, to: rows[end].x, rows: inside.count,
        bad: inside.count { $0 > threshold }, worst: inside.max() ?? 0)
    }
  }
}
