/// The part of the x-axis that shows the errors, and where it turns from linear to logarithmic.
struct Stretch {
  /// From a little below the first x with an error to a little above the last, in data units.
  let domain: ClosedRange<Double>
  /// A power of ten, above 0.
  let constant: Double

  /// Chooses them for rows in ascending order of x; all rows where none has an error.
  init(of rows: [Tally.Row]) {
    guard let lowest = rows.first(where: { $0.x.isFinite })?.x,
      let highest = rows.last(where: { $0.x.isFinite })?.x
    else {
      (domain, constant) = (-1...1, 1)
      return
    }
    func isShown(_ row: Tally.Row) -> Bool { row.x.isFinite && row.error > 0 }
    let first = rows.first(where: isShown)?.x ?? lowest
    let last = rows.last(where: isShown)?.x ?? highest
    // Half as much again on the outer side, unless the rows end before that.
    let low = max(lowest, first < 0 ? 1.5 * first : first / 1.5)
    let high = min(highest, last > 0 ? 1.5 * last : last / 1.5)
    let domain = low < high ? low...high : min(low, high) - 1...max(low, high) + 1
    // What few of the rows lie below is near enough to 0 to be drawn linearly; some tell for all.
    let some = stride(from: 0, to: rows.count, by: rows.count / 10_000 + 1).map { abs(rows[$0].x) }
    let magnitudes = some.filter { $0 > 0 && (domain.contains($0) || domain.contains(-$0)) }
      .sorted()
    let small = magnitudes.isEmpty ? 1 : magnitudes[magnitudes.count / 20]
    self.domain = domain
    constant = Self.powerOfTen(atMost: min(1, max(small, 1e-300)))
  }

  private static func powerOfTen(atMost value: Double) -> Double {
    var power = 1.0
    while power > value { power /= 10 }
    return power
  }
}
