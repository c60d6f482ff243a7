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
  ///
  /// What equals the truth is counted in bulk, so that it costs little; the rest is looked at row by row.
  mutating func add(_ answers: Answers, truths: [Double]) {
    let unequal = answers.rows(unequalTo: truths)
    count += answers.count
    steps.add(answers, truths: truths, unequal)
    mirrored.add(answers)
    byInput.count(answers.xs)
    byTruth.count(truths)
    errors.add(exact: answers.count - unequal.count)
    histogram.add(exact: answers.count - unequal.count)
    var start = 0
    for row in unequal {
      addExact(start..<row, answers)
      add(self.case(row, answers, truths))
      start = row + 1
    }
    addExact(start..<answers.count, answers)
    settleChunk()
    addSpecials(answers, truths)
    if worst == nil, answers.count > 0 { worst = self.case(0, answers, truths) }
    if type != .f64, !answers.areOfType { addForeign(answers) }
  }

  @inline(__always)
  private func `case`(_ row: Int, _ answers: Answers, _ truths: [Double]) -> Case {
    let (x, value, truth) = (answers.xs[row], answers.values[row], truths[row])
    return Case(
      error: rules.error(of: value, from: truth, at: x), x: x, y: answers.y(row), value: value,
      truth: truth)
  }

  /// Counts a value that does not equal the truth; its error may be 0 all the same, as of NaN.
  private mutating func add(_ found: Case) {
    let isBad = found.error > rules.threshold
    addRow(
      Row(x: found.x, y: found.y, error: found.error, bad: isBad ? 1 : 0), found.error, isBad)
    errors.add(found.error)
    histogram.add(found.error)
    byInput.note(found.error, at: found.x, isBad: isBad)
    byTruth.note(found.error, at: found.truth, isBad: isBad)
    if found.error > 0 { worstCases.add(found, error: found.error) }
    if found.error > worst?.error ?? 0 { worst = found }
    addKind(of: found.value, found.truth)
  }

  private mutating func addRow(_ row: Row, _ error: Double, _ isBad: Bool) {
    guard rules.chunk > 1 else { return errorRows.append(row) }
    chunk.append(row, error: error, isBad: isBad)
    if chunk.count == rules.chunk { settleChunk() }
  }

  /// Shows rows whose values equal the truth.
  private mutating func addExact(_ rows: Range<Int>, _ answers: Answers) {
    func row(_ index: Int) -> Row {
      Row(x: answers.xs[index], y: answers.y(index), error: 0, bad: 0)
    }
    guard rules.chunk > 1 else {
      for index in rows { errorRows.append(row(index)) }
      return
    }
    var start = rows.lowerBound
    while start < rows.upperBound {
      let count = min(rows.upperBound - start, rules.chunk - chunk.count)
      chunk.append(exact: row(start), count: count)
      if chunk.count == rules.chunk { settleChunk() }
      start += count
    }
  }

  /// Takes note of special inputs, of which most parts have none.
  private mutating func addSpecials(_ answers: Answers, _ truths: [Double]) {
    guard answers.ys.isEmpty, specials.mayBe(among: answers.xs) else { return }
    for row in answers.xs.indices {
      let found = self.case(row, answers, truths)
      specials.add(found, at: found.x)
    }
  }

  private mutating func addForeign(_ answers: Answers) {
    for row in answers.xs.indices where isForeign(answers.xs[row]) || isForeign(answers.y(row)) {
      foreignCount += 1
    }
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
