import Activations

/// The errors of rows in ascending order of x, in bounded memory.
///
/// Up to a quarter of a million rows are all kept. Of more, six neighbours are kept as three again and again: the one with the smallest
/// error, that with the largest, and that in the middle, which stands for the others too. So counts and the worst errors stay what
/// they are, and places are known to within a hundred-thousandth of all rows.
struct ErrorRows: Sendable {
  /// A place with the error there, in ulp, not negative.
  struct Row: Sendable {
    var x: Double
    /// NaN on the line.
    var y: Double
    var error: Double
    /// How many rows it stands for.
    var weight: UInt32 = 1
    /// How many of them have an error above the threshold.
    var bad: UInt32
  }

  /// How many rows are gathered before they are put among the others.
  private static let freshCapacity = 1 << 15
  /// How many are kept.
  private static let capacity = 1 << 18

  /// In ascending order of x.
  private(set) var sorted: [Row] = []
  private var fresh: [Row] = []

  /// Adds a row; one whose x is NaN has no place.
  @inline(__always)
  mutating func append(_ row: Row) {
    guard !row.x.isNaN else { return }
    fresh.append(row)
    if fresh.count == Self.freshCapacity { settle() }
  }

  /// Adds a row for each of some answers, of which an error above a threshold is bad.
  mutating func append(_ answers: Answers, _ found: Comparison, above threshold: Double) {
    fresh.reserveCapacity(fresh.count + answers.count)
    for index in answers.xs.indices {
      let error = found.error(index)
      append(
        Row(
          x: answers.xs[index], y: answers.y(index), error: error, bad: error > threshold ? 1 : 0))
    }
  }

  /// Adds the rows of another part, of which all are fresh.
  mutating func add(_ other: ErrorRows) {
    // Room at once for all that there will ever be: an array that grows holds three times as much for a while.
    fresh.reserveCapacity(Self.freshCapacity + other.sorted.count + other.fresh.count)
    fresh += other.sorted
    fresh += other.fresh
    if fresh.count >= Self.freshCapacity { settle() }
  }

  /// Puts the rows that were added in order, so that it costs little to put those of several parts among the others.
  mutating func sort() {
    var isAscending = true
    for index in fresh.indices.dropFirst() where fresh[index].x < fresh[index - 1].x {
      isAscending = false
      break
    }
    if !isAscending { fresh.sort { $0.x < $1.x } }
  }

  /// Puts the rows that were added among the others.
  mutating func settle() {
    sort()
    // What is never more than full grows once, not by copies of itself.
    if sorted.count > Self.freshCapacity / 2 {
      sorted.reserveCapacity(Self.capacity + Self.freshCapacity + fresh.count)
    }
    if let last = sorted.last, let first = fresh.first, first.x < last.x {
      mergeFresh()
    } else {
      sorted += fresh
    }
    fresh.removeAll(keepingCapacity: true)
    if sorted.count > Self.capacity { thin() }
  }

  /// Merges from behind, so that no second copy is needed.
  private mutating func mergeFresh() {
    var (old, new) = (sorted.count - 1, fresh.count - 1)
    sorted += fresh
    var place = sorted.count - 1
    while new >= 0 {
      if old >= 0, sorted[old].x > fresh[new].x {
        sorted[place] = sorted[old]
        old -= 1
      } else {
        sorted[place] = fresh[new]
        new -= 1
      }
      place -= 1
    }
  }

  /// Keeps three of six neighbours: the least, the middle and the largest error, in the order of x.
  private mutating func thin() {
    let count = sorted.count
    let kept = sorted.withUnsafeMutableBufferPointer { rows in
      var kept = 0
      for start in stride(from: 0, to: count, by: 6) {
        guard start + 6 <= count else {
          for index in start..<count { rows[kept + index - start] = rows[index] }
          return kept + count - start
        }
        let three = Self.gatherInMiddle(rows, start)
        for index in start..<start + 6 where three.isKept(index - start) {
          rows[kept] = rows[index]
          kept += 1
        }
      }
      return kept
    }
    sorted.removeLast(count - kept)
  }

  /// Has the row with the middle error of six stand for those that are not kept.
  @inline(__always)
  private static func gatherInMiddle(_ rows: UnsafeMutableBufferPointer<Row>, _ start: Int) -> Kept
  {
    var kept = Kept()
    for index in 0..<6 {
      let error = rows[start + index].error
      // Its place among the six in the order of errors, of equal ones in that of x.
      var rank = 0
      for other in 0..<6 {
        let isBefore = rows[start + other].error < error
        if isBefore || other < index && rows[start + other].error == error { rank += 1 }
      }
      kept.note(index, rank)
    }
    var (weight, bad) = (rows[start + kept.middle].weight, rows[start + kept.middle].bad)
    for index in 0..<6 where !kept.isKept(index) {
      weight = weight.addingClamped(rows[start + index].weight)
      bad = bad.addingClamped(rows[start + index].bad)
    }
    rows[start + kept.middle].weight = weight
    rows[start + kept.middle].bad = bad
    return kept
  }

  /// Which three of six rows are kept.
  private struct Kept {
    private var low = 0
    private(set) var middle = 0
    private var high = 0

    @inline(__always)
    mutating func note(_ index: Int, _ rank: Int) {
      if rank == 0 { low = index }
      if rank == 3 { middle = index }
      if rank == 5 { high = index }
    }

    @inline(__always)
    func isKept(_ index: Int) -> Bool { index == low || index == middle || index == high }
  }

  /// The rows over their second coordinate in place of the first, in its order.
  var overY: [Row] {
    sorted.filter { !$0.y.isNaN }.sorted { $0.y < $1.y }.map { row in
      var row = row
      (row.x, row.y) = (row.y, row.x)
      return row
    }
  }
}

extension UInt32 {
  /// The sum, or the greatest number where it is beyond.
  fileprivate func addingClamped(_ other: UInt32) -> UInt32 {
    let (sum, isBeyond) = addingReportingOverflow(other)
    return isBeyond ? .max : sum
  }
}
