import Activations

/// What is known of the errors of an implementation's values after some of them.
struct Tally {
  typealias Row = ErrorRows.Row

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
  /// The error above which a row is bad, in ulp.
  private let threshold: Double
  private var errorRows = ErrorRows()
  private var errors = ErrorCounts()
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

  init(type: FloatType, threshold: Double) {
    self.type = type
    self.threshold = threshold
  }

  /// Counts the values of an implementation against the true ones.
  mutating func add(_ answers: Answers, truths: [Double]) {
    count += answers.count
    for index in answers.xs.indices {
      let (x, y) = (answers.xs[index], answers.y(index))
      let (value, truth) = (answers.values[index], truths[index])
      let error = abs(type.ulps(of: value, from: truth))
      errorRows.append(x: x, y: y, error: error, isBad: error > threshold)
      errors.add(error)
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

  /// Counts what a later part found.
  mutating func add(_ later: Tally) {
    count += later.count
    errorRows.add(later.errorRows)
    errors.add(later.errors)
    histogram.add(later.histogram)
    if let other = later.worst, other.error > worst?.error ?? -1 { worst = other }
    nanCount += later.nanCount
    infiniteCount += later.infiniteCount
    flushedCount += later.flushedCount
    foreignCount += later.foreignCount
  }

  private func isForeign(_ coordinate: Double) -> Bool {
    type.rounded(coordinate) != coordinate && !coordinate.isNaN
  }

  /// The error that 99 of 100 rows do not exceed, by the nearest rank.
  var percentile99: Double { errors.percentile99 }

  /// Puts the last rows among the others.
  mutating func finish() { errorRows.settle() }

  /// The rows in ascending order of x, but for those whose x is NaN; of many some, each with its weight.
  var rows: [Row] { errorRows.sorted }

  /// The rows over their second coordinate in place of the first, in its order.
  var rowsOverY: [Row] { errorRows.overY }
}
