import Exact

/// How many values were to be proved, and how many of them could not be decided.
package struct ProofCount: Equatable, Sendable {
  /// How many values proof was asked for.
  package private(set) var all = 0
  /// How many could not be decided.
  package private(set) var undecided = 0

  package init() {}

  /// Counts those of some columns too.
  package mutating func add(_ columns: ProvedColumns) {
    all += columns.count
    undecided += columns.undecided
  }

  /// Counts those of columns of a function of two variables too.
  package mutating func add(_ columns: ProvedSurface) {
    all += columns.count
    undecided += columns.undecided
  }

  /// Counts others too.
  package mutating func add(_ other: ProofCount) {
    all += other.all
    undecided += other.undecided
  }

  /// What was counted since there were so many.
  package func since(_ before: ProofCount) -> ProofCount {
    var count = self
    count.all -= before.all
    count.undecided -= before.undecided
    return count
  }
}
