import Activations

/// What is known of the errors of an implementation's values after some of them.
struct Tally {
  /// An x with the error there, in ulp, not negative.
  struct Row {
    var x: Double
    var error: Double
  }

  /// The values at one x.
  struct Case {
    var error: Double
    var x: Double
    var y: Double
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
  /// Rows whose y is NaN where the truth is not.
  private(set) var nanCount = 0
  /// Rows whose y is infinite where the truth is not.
  private(set) var infiniteCount = 0
  /// Rows whose y is zero where the truth, rounded to the type, is not.
  private(set) var flushedCount = 0
  /// Rows whose x is no value of the type.
  private(set) var foreignCount = 0

  init(type: FloatType) {
    self.type = type
  }

  /// Counts the values of an implementation against the true ones.
  mutating func add(_ pairs: Pairs, truths: [Double]) {
    count += pairs.count
    for index in pairs.xs.indices {
      let (x, y, truth) = (pairs.xs[index], pairs.ys[index], truths[index])
      let error = abs(type.ulps(of: y, from: truth))
      rows.append(Row(x: x, error: error))
      histogram.add(error)
      if error > worst?.error ?? -1 { worst = Case(error: error, x: x, y: y, truth: truth) }
      if y.isNaN, !truth.isNaN { nanCount += 1 }
      if y.isInfinite, truth.isFinite { infiniteCount += 1 }
      if y == 0, truth != 0, !truth.isNaN { flushedCount += 1 }
      if type != .f64, type.rounded(x) != x, !x.isNaN { foreignCount += 1 }
    }
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
}
