import Activations

/// Rows in turn, of which three are shown: that with the smallest error, that with the largest, and one for all others, which stands
/// where the first bad one is.
struct ErrorChunk {
  /// The rows that stand for all.
  let shown: [ErrorRows.Row]

  /// Chooses them among some rows, of which there is so much to say.
  init(
    _ rows: Range<Int>, _ errors: Comparison.Summary, _ answers: Answers, _ found: Comparison,
    above threshold: Double
  ) {
    func row(_ index: Int) -> ErrorRows.Row {
      let error = found.error(index)
      return .init(
        x: answers.xs[index], y: answers.y(index), error: error, bad: error > threshold ? 1 : 0)
    }
    let (high, low) = (row(errors.greatest.row), row(errors.least.row))
    var shown = [high]
    if low.error < .infinity, low.x != high.x { shown.append(low) }
    if rows.count > shown.count {
      let badOthers = errors.above - shown.reduce(0) { $0 + Int($1.bad) }
      var rest = row(badOthers > 0 ? errors.firstAbove ?? rows.lowerBound : rows.lowerBound)
      rest.weight = UInt32(clamping: rows.count - shown.count)
      rest.bad = UInt32(clamping: badOthers)
      rest.error = min(rest.error, high.error)
      shown.append(rest)
    }
    self.shown = shown
  }
}
