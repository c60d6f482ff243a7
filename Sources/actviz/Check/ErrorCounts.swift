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
  /// The error that was counted last is the next one mostly, and is counted apart.
  private var recent: UInt64 = 0
  private var run = 0

  /// Counts an error that is not negative.
  @inline(__always)
  mutating func add(_ error: Double) {
    total += 1
    guard error != 0 else {
      zeros += 1
      return
    }
    if error.bitPattern != recent {
      settle()
      recent = error.bitPattern
    }
    run += 1
  }

  /// Counts values without an error.
  @inline(__always)
  mutating func add(exact count: Int) {
    zeros += count
    total += count
  }

  /// Puts the run among the others.
  private mutating func settle() {
    if run > 0 { counts[recent >> shift, default: 0] += run }
    run = 0
    while counts.count > Self.most { shorten(by: 4) }
  }

  private mutating func shorten(by bits: UInt64) {
    guard bits > 0 else { return }
    shift += bits
    counts = Dictionary(counts.map { ($0.key >> bits, $0.value) }, uniquingKeysWith: +)
  }

  /// Counts the errors of another part.
  mutating func add(_ other: ErrorCounts) {
    settle()
    var other = other
    other.settle()
    shorten(by: max(shift, other.shift) - shift)
    other.shorten(by: shift - other.shift)
    counts.merge(other.counts, uniquingKeysWith: +)
    while counts.count > Self.most { shorten(by: 4) }
    zeros += other.zeros
    total += other.total
  }

  /// The error that 99 of 100 do not exceed, by the nearest rank.
  var percentile99: Double {
    var settled = self
    settled.settle()
    // One in a hundred and no more lies above.
    var rest = total - (99 * total + 99) / 100
    // Not negative, so that their bits rise with them.
    for (key, count) in settled.counts.sorted(by: { $0.key > $1.key }) {
      if rest < count { return Double(bitPattern: key << settled.shift) }
      rest -= count
    }
    return 0
  }
}
