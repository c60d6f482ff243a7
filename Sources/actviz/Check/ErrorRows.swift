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
  private static let freshCapacity = 1 << 17
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

  /// Adds the rows of another part, of which all are fresh.
  mutating func add(_ other: ErrorRows) {
    fresh += other.sorted + other.fresh
    if fresh.count >= Self.freshCapacity { settle() }
  }

  /// Puts the rows that were added among the others.
  mutating func settle() {
    if !zip(fresh, fresh.dropFirst()).allSatisfy({ $0.x <= $1.x }) {
      fresh.sort { $0.x < $1.x }
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

  /// Keeps three of six neighbours.
  private mutating func thin() {
    var kept = 0
    for start in stride(from: 0, to: sorted.count, by: 6) {
      var group = Array(sorted[start..<min(start + 6, sorted.count)])
      if group.count == 6 { group = Self.thinned(group) }
      for row in group {
        sorted[kept] = row
        kept += 1
      }
    }
    sorted.removeLast(sorted.count - kept)
  }

  /// The least, the middle and the largest error of some rows, in the order of x.
  private static func thinned(_ rows: [Row]) -> [Row] {
    let byError = rows.indices.sorted { rows[$0].error < rows[$1].error }
    let (low, middle, high) = (byError[0], byError[byError.count / 2], byError[byError.count - 1])
    var center = rows[middle]
    for index in rows.indices where ![low, middle, high].contains(index) {
      center.weight = UInt32(clamping: UInt64(center.weight) + UInt64(rows[index].weight))
      center.bad = UInt32(clamping: UInt64(center.bad) + UInt64(rows[index].bad))
    }
    return [low, middle, high].sorted().map { $0 == middle ? center : rows[$0] }
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
