/// The part of the x-axis that shows the errors, and where it turns from linear to logarithmic.
struct Stretch {
  /// From a little below the first x with an error to a little above the last, in data units.
  let domain: ClosedRange<Double>
  /// A power of ten, above 0.
  let constant: Double
  /// Whether an even axis would press most errors into a small part of it.
  var isWide: Bool {
    max(domain.lowerBound.magnitude, domain.upperBound.magnitude) > 1e5 * constant
  }

  /// Chooses them for one set of rows or several, each in ascending order of x.
  ///
  /// Where no row has an error, all are shown.
  init(of sets: [[Tally.Row]]) {
    let finite = sets.compactMap { Self.hull(of: $0) { $0.x.isFinite } }
    let wrong = sets.compactMap { Self.hull(of: $0, where: Self.isWrong) }
    guard let all = Self.hull(finite), let shown = Self.hull(wrong) ?? Self.hull(finite) else {
      (domain, constant) = (-1...1, 1)
      return
    }
    // Half as much again on the outer side, unless the rows end before that.
    let (first, last) = (shown.lowerBound, shown.upperBound)
    let low = max(all.lowerBound, first < 0 ? 1.5 * first : first / 1.5)
    let high = min(all.upperBound, last > 0 ? 1.5 * last : last / 1.5)
    domain = low < high ? low...high : min(low, high) - 1...max(low, high) + 1
    constant = Self.constant(for: sets)
  }

  /// A thousandth of what a quarter of the errors' |x| lie above, as a power of ten.
  ///
  /// Errors at the smallest x, which many a kernel flushes to 0, then stand together at 0 and leave
  /// the axis to the others.
  private static func constant(for sets: [[Tally.Row]]) -> Double {
    let magnitudes = sets.flatMap { rows in
      // Some rows tell for all, so that a long file costs no more memory here.
      stride(from: 0, to: rows.count, by: rows.count / 100_000 + 1).lazy.map { rows[$0] }
        .filter(isWrong).map { abs($0.x) }.filter { $0 > 0 }
    }.sorted()
    let large = magnitudes.isEmpty ? 1 : magnitudes[magnitudes.count * 3 / 4]
    return powerOfTen(atMost: min(1, max(large / 1000, 1e-300)))
  }

  private static func isWrong(_ row: Tally.Row) -> Bool { row.x.isFinite && row.error > 0 }

  private static func hull(
    of rows: [Tally.Row], where isMeant: (Tally.Row) -> Bool
  ) -> ClosedRange<Double>? {
    guard let first = rows.first(where: isMeant)?.x, let last = rows.last(where: isMeant)?.x else {
      return nil
    }
    return first...last
  }

  private static func hull(_ ranges: [ClosedRange<Double>]) -> ClosedRange<Double>? {
    guard let low = ranges.map(\.lowerBound).min(), let high = ranges.map(\.upperBound).max() else {
      return nil
    }
    return low...high
  }

  private static func powerOfTen(atMost value: Double) -> Double {
    var power = 1.0
    while power > value { power /= 10 }
    return power
  }
}
