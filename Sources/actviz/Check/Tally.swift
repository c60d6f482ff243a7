import Activations

/// What is known of the errors of an implementation's values after some of them.
struct Tally: Sendable {
  typealias Row = ErrorRows.Row

  /// The values at one place.
  struct Case: Sendable {
    var error: Double
    var x: Double
    /// NaN on the line.
    var y: Double
    var value: Double
    var truth: Double
  }

  let rules: TallyRules
  private var errorRows = ErrorRows()
  private var chunk = ErrorChunk()
  private var errors = ErrorCounts()
  /// How many rows there were.
  private(set) var count = 0
  private(set) var histogram = ErrorHistogram()
  /// The first of the rows with the largest error.
  private(set) var worst: Case?
  /// The rows with the largest errors, as many as are asked for.
  private(set) var worstCases: WorstCases
  /// The errors by the binade of x.
  private(set) var byInput = ErrorGroups()
  /// The errors by the binade of the truth.
  private(set) var byTruth = ErrorGroups()
  private(set) var specials: SpecialCases
  private(set) var steps: Steps
  private(set) var mirrored: Mirrored
  /// Rows whose value is NaN where the truth is not.
  private(set) var nanCount = 0
  /// Rows whose value is infinite where the truth is not.
  private(set) var infiniteCount = 0
  /// Rows whose value is zero where the truth, rounded to the type, is not.
  private(set) var flushedCount = 0
  /// Rows whose x, or y in the plane, is no value of the type.
  private(set) var foreignCount = 0

  init(_ rules: TallyRules) {
    self.rules = rules
    worstCases = WorstCases(rules.worstCount)
    specials = SpecialCases(rules.type)
    steps = Steps(rules.type)
    mirrored = Mirrored(rules)
  }

  var type: FloatType { rules.type }

  /// Counts the values of an implementation against the true ones.
  mutating func add(_ answers: Answers, truths: [Double]) {
    count += answers.count
    steps.add(answers, truths: truths)
    mirrored.add(answers)
    let isOnLine = answers.ys.isEmpty
    let mayBeForeign = type != .f64 && !answers.areOfType
    for index in answers.xs.indices {
      let (x, y) = (answers.xs[index], answers.y(index))
      let (value, truth) = (answers.values[index], truths[index])
      let error = rules.error(of: value, from: truth, at: x)
      let isBad = error > rules.threshold
      var found: Case { Case(error: error, x: x, y: y, value: value, truth: truth) }
      addRow(Row(x: x, y: y, error: error, bad: isBad ? 1 : 0), error, isBad)
      errors.add(error)
      histogram.add(error)
      byInput.add(x, error: error, isBad: isBad)
      byTruth.add(truth, error: error, isBad: isBad)
      if isOnLine { specials.add(found, at: x) }
      if error > 0 { worstCases.add(found, error: error) }
      if error > worst?.error ?? -1 { worst = found }
      if value != truth { addKind(of: value, truth) }
      if mayBeForeign, isForeign(x) || isForeign(y) { foreignCount += 1 }
    }
    settleChunk()
  }

  @inline(__always)
  private mutating func addRow(_ row: @autoclosure () -> Row, _ error: Double, _ isBad: Bool) {
    guard rules.chunk > 1 else { return errorRows.append(row()) }
    chunk.append(row(), error: error, isBad: isBad)
    if chunk.count == rules.chunk { settleChunk() }
  }

  private mutating func settleChunk() {
    for row in chunk.rows { errorRows.append(row) }
    chunk = ErrorChunk()
  }

  private mutating func addKind(of value: Double, _ truth: Double) {
    if value.isNaN, !truth.isNaN { nanCount += 1 }
    if value.isInfinite, truth.isFinite { infiniteCount += 1 }
    if value == 0, truth != 0, !truth.isNaN { flushedCount += 1 }
  }

  /// Counts what a later part found.
  mutating func add(_ later: Tally) {
    count += later.count
    errorRows.add(later.errorRows)
    errors.add(later.errors)
    histogram.add(later.histogram)
    byInput.add(later.byInput)
    byTruth.add(later.byTruth)
    specials.add(later.specials)
    steps.add(later.steps)
    mirrored.add(later.mirrored)
    worstCases.add(later.worstCases)
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
