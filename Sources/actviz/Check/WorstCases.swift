/// The rows with the largest errors, so many at most; of equal ones those that came first.
struct WorstCases: Sendable {
  private let most: Int
  /// From the largest error down.
  private(set) var cases: [Tally.Case] = []

  init(_ most: Int) { self.most = most }

  /// Takes a row that is among the worst so far.
  @inline(__always)
  mutating func add(_ candidate: @autoclosure () -> Tally.Case, error: Double) {
    guard most > 0, cases.count < most || error > cases[cases.count - 1].error else { return }
    insert(candidate())
  }

  private mutating func insert(_ candidate: Tally.Case) {
    let place = cases.firstIndex { $0.error < candidate.error } ?? cases.count
    cases.insert(candidate, at: place)
    if cases.count > most { cases.removeLast() }
  }

  /// Takes those of a later part.
  mutating func add(_ later: WorstCases) {
    for candidate in later.cases { add(candidate, error: candidate.error) }
  }
}
