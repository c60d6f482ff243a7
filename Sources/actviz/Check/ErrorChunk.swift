/// Rows in turn, of which three are shown: that with the smallest error, that with the largest, and one for all others, which stands
/// where the first bad one is.
struct ErrorChunk: Sendable {
  private var low: ErrorRows.Row?
  private var high: ErrorRows.Row?
  private var first: ErrorRows.Row?
  private var firstBad: ErrorRows.Row?
  private(set) var count = 0
  private var bad = 0

  @inline(__always)
  mutating func append(_ row: @autoclosure () -> ErrorRows.Row, error: Double, isBad: Bool) {
    count &+= 1
    if isBad {
      bad &+= 1
      if firstBad == nil { firstBad = row() }
    }
    if error > high?.error ?? -1 { high = row() }
    if error < low?.error ?? .infinity { low = row() }
    if first == nil { first = row() }
  }

  /// Takes rows without an error, of which this is the first.
  @inline(__always)
  mutating func append(exact row: @autoclosure () -> ErrorRows.Row, count rows: Int) {
    count &+= rows
    if high == nil { high = row() }
    if low?.error ?? .infinity > 0 { low = row() }
    if first == nil { first = row() }
  }

  /// The rows that stand for all.
  var rows: [ErrorRows.Row] {
    guard let high, let first else { return [] }
    var shown = [high]
    if let low, low.x != high.x { shown.append(low) }
    guard count > shown.count else { return shown }
    let badOthers = bad - shown.reduce(0) { $0 + Int($1.bad) }
    var rest = badOthers > 0 ? firstBad ?? first : first
    rest.weight = UInt32(clamping: count - shown.count)
    rest.bad = UInt32(clamping: badOthers)
    rest.error = min(rest.error, high.error)
    return shown + [rest]
  }
}
