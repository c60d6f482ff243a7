/// How often each error occurs, in bounded memory.
///
/// Errors are few different ones mostly, multiples of half an ulp. Where they are more than tens of thousands, those that agree
/// in their first digits are counted as one.
struct ErrorCounts: Sendable {
  private static let most = 1 << 16

  private var zeros = 0
  private var counts: [UInt64: Int] = [:]
  /// How many of the last bits are left away.
  private var shift: UInt64 = 0
  private var total = 0

  /// Counts an error that is not negative.
  @inline(__always)
  mutating func add(_ error: Double) {
    total += 1
    if error == 0 { zeros += 1 } else { addOther(error) }
  }

  private mutating func addOther(_ error: Double) {
    counts[error.bitPattern >> shift, default: 0] += 1
    while counts.count > Self.most { shorten(by: 4) }
  }

  private mutating func shorten(by bits: UInt64) {
    guard bits > 0 else { return }
    shift += bits
    counts = Dictionary(counts.map { ($0.key >> bits, $0.value) }, uniquingKeysWith: +)
  }

  /// Counts the errors of another part.
  mutating func add(_ other: ErrorCounts) {
    var other = other
    shorten(by: max(shift, other.shift) - shift)
    other.shorten(by: shift - other.shift)
    counts.merge(other.counts, uniquingKeysWith: +)
    while counts.count > Self.most { shorten(by: 4) }
    zeros += other.zeros
    total += other.total
  }

  /// The error that 99 of 100 do not exceed, by the nearest rank.
  var percentile99: Double {
    // One in a hundred and no more lies above.
    var rest = total - (99 * total + 99) / 100
    // Not negative, so that their bits rise with them.
    for key in counts.keys.sorted(by: >) {
      let count = counts[key] ?? 0
      if rest < count { return Double(bitPattern: key << shift) }
      rest -= count
    }
    return 0
  }
}
