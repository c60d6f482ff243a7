import Activations

/// What is known of the errors of an implementation's values after some of them.
struct Tally {
  /// A place with the error there, in ulp, not negative.
  struct Row {
    var x: Double
    /// NaN on the line.
    var y: Double
    var error: Double
  }

  /// The values at one place.
  struct Case {
    var error: Double
    var x: Double
    /// NaN on the line.
    var y: Double
    var value: Double
    var truth: Double
  }

  let type: FloatType
  /// Every row with its error, in the order read until they are sorted.
  private(set) var rows: [Row] = []
  /// How many rows there were.
  private(set) var count = 0
  private(set) var histogram = ErrorHistogram()
  /// The first of the rows with the largest error.
  private(set) var worst: Case?
  /// Rows whose value is NaN where the truth is not.
  private(set) var nanCount = 0
  /// Rows whose value is infinite where the truth is not.
  private(set) var infiniteCount = 0
  /// Rows whose value is zero where the truth, rounded to the type, is not.
  private(set) var flushedCount = 0
  /// Rows whose x, or y in the plane, is no value of the type.
  private(set) var foreignCount = 0

  init(type: FloatType) {
    self.type = type
  }

  /// Counts the values of an implementation against the true ones.
  mutating func add(_ answers: Answers, truths: [Double]) {
    count += answers.count
    for index in answers.xs.indices {
      let (x, y) = (answers.xs[index], answers.y(index))
      let (value, truth) = (answers.values[index], truths[index])
      let error = abs(type.ulps(of: value, from: truth))
      rows.append(Row(x: x, y: y, error: error))
      histogram.add(error)
      if error > worst?.error ?? -1 {
        worst = Case(error: error, x: x, y: y, value: value, truth: truth)
      }
      if value.isNaN, !truth.isNaN { nanCount += 1 }
      if value.isInfinite, truth.isFinite { infiniteCount += 1 }
      if value == 0, truth != 0, !truth.isNaN { flushedCount += 1 }
      if type != .f64, isForeign(x) || isForeign(y) { foreignCount += 1 }
    }
  }

  private func isForeign(_ coordinate: Double) -> Bool {
    type.rounded(coordinate) != coordinate && !coordinate.isNaN
  }

  /// The error that 99 of 100 rows do not exceed, by the nearest rank.
  var percentile99: Double { Self.percentile99(rows.lazy.map(\.error)) }

  /// The smallest of some errors that 99 in 100 of them do not exceed.
  static func percentile99(_ errors: some Collection<Double>) -> Double {
    guard !errors.isEmpty else { return 0 }
    // One in a hundred and no more lies above: only the largest need be put in order.
    var rest = errors.count - (99 * errors.count + 99) / 100
    // Not negative, so that their bits rise with them: the first 16 sort them into classes.
    var counts = Array(repeating: 0, count: 1 << 16)
    for error in errors { counts[Int(error.bitPattern >> 48)] += 1 }
    var top = counts.count - 1
    while rest >= counts[top] {
      rest -= counts[top]
      top -= 1
    }
    let sorted = errors.filter { Int($0.bitPattern >> 48) == top }.sorted()
    return sorted[sorted.count - 1 - rest]
  }

  /// Puts the rows into ascending order of x, and leaves out those whose x is NaN.
  mutating func sortRows() {
    rows.removeAll { $0.x.isNaN }
    rows.sort { $0.x < $1.x }
  }

  /// The rows over their second coordinate in place of the first, in its order.
  var rowsOverY: [Row] {
    rows.filter { !$0.y.isNaN }.sorted { $0.y < $1.y }.map {
      Row(x: $0.y, y: $0.x, error: $0.error)
    }
  }
}
