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

    init(_ row: Int, _ answers: Answers, _ truths: FloatColumn, _ found: Comparison) {
      (error, x, y) = (found.error(row), answers.xs[row], answers.y(row))
      (value, truth) = (answers.values[row], truths[row])
    }
  }

  let rules: TallyRules
  private var errorRows = ErrorRows()
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
  mutating func add(_ answers: Answers, truths: FloatColumn) {
    guard answers.count > 0 else { return }
    let found = rules.comparison(of: answers, truths: truths)
    count += answers.count
    steps.add(answers, truths: truths, found)
    mirrored.add(answers)
    byInput.add(answers.xs, found, above: rules.threshold)
    byTruth.add(truths, found, above: rules.threshold)
    addErrors(found)
    addRows(answers, truths, found)
    addSpecials(answers, truths, found)
    nanCount += found.counts.nan
    infiniteCount += found.counts.infinite
    flushedCount += found.counts.zero
    if type != .f64, !answers.areOfType { addForeign(answers) }
  }

  /// Counts the errors: an ulp is what most wrong values err by, and counted in bulk.
  private mutating func addErrors(_ found: Comparison) {
    let (wrongCount, unitCount) = (found.wrong.count, found.units.count)
    for (error, count) in [(0.0, found.count - wrongCount), (1, unitCount)] {
      errors.add(error, count)
      histogram.add(error, count)
    }
    guard wrongCount > unitCount else { return }
    ErrorCounts.forEachRun(of: found.otherErrors, in: found.wrong.subtracting(found.units)) {
      errors.add($0, $2)
      histogram.add($1, $2)
    }
  }

  /// Shows the rows, all, or three of so many in turn, and takes note of the worst one.
  private mutating func addRows(_ answers: Answers, _ truths: FloatColumn, _ found: Comparison) {
    var greatest: (error: Double, row: Int)?
    if rules.chunk == 1 {
      errorRows.append(answers, found, above: rules.threshold)
      greatest = found.summary(0..<answers.count, above: rules.threshold).greatest
    } else {
      for start in stride(from: 0, to: answers.count, by: rules.chunk) {
        let rows = start..<min(start + rules.chunk, answers.count)
        let errors = found.summary(rows, above: rules.threshold)
        let chunk = ErrorChunk(rows, errors, answers, found, above: rules.threshold)
        for row in chunk.shown { errorRows.append(row) }
        if errors.greatest.error > greatest?.error ?? -1 { greatest = errors.greatest }
      }
    }
    errorRows.sort()
    if let greatest, worst == nil || greatest.error > worst?.error ?? 0 {
      worst = Case(greatest.row, answers, truths, found)
    }
    guard rules.worstCount > 0 else { return }
    for row in found.wrong {
      worstCases.add(Case(row, answers, truths, found), error: found.error(row))
    }
  }

  /// Takes note of special inputs, of which most parts have none.
  private mutating func addSpecials(_ answers: Answers, _ truths: FloatColumn, _ found: Comparison)
  {
    guard answers.ys.isEmpty, specials.mayBe(among: found) else { return }
    for row in answers.xs.indices {
      specials.add(Case(row, answers, truths, found), at: answers.xs[row])
    }
  }

  private mutating func addForeign(_ answers: Answers) {
    for row in answers.xs.indices where isForeign(answers.xs[row]) || isForeign(answers.y(row)) {
      foreignCount += 1
    }
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
