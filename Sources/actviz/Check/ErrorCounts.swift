import Activations

/// How often each error occurs, in bounded memory.
///
/// Errors are counted by their exponent and the first twelve bits behind it. Where all that agree in these are one number, as multiples
/// of half an ulp are, it is kept as it is; where they are several, the least number that begins so stands for them, which is less by
/// a 4,096th at most.
struct ErrorCounts: Sendable {
  private static let bits: UInt64 = 12
  private static let pageSize = 1 << Int(bits)

  private var zeros = 0
  /// How many errors are 1, as most are that are not 0.
  private var units = 0
  private var total = 0
  /// Where the counts of an exponent begin, in pages; nothing is kept of those that do not occur.
  private var pages: [UInt64: Int] = [:]
  private var counts: [Int] = []
  /// The error of each count, as its bits.
  private var errors: [UInt64] = []
  /// The page that was asked for last is the next one mostly.
  private var recent: (exponent: UInt64, page: Int) = (.max, 0)

  /// Counts errors that are not negative, so many of this one.
  @inline(__always)
  mutating func add(_ error: Double, _ count: Int = 1) {
    guard count > 0 else { return }
    total += count
    switch error {
    case 0: zeros += count
    case 1: units += count
    default: add(error.bitPattern, count)
    }
  }

  /// Takes the errors of some rows, none of them 0, together where neighbours are counted together.
  ///
  /// They are told by the error that stands for them, one of them, and their number. All lie between one power of two and the next.
  static func forEachRun(
    of errors: [Double], in rows: RowSet, _ take: (_ shown: Double, _ one: Double, Int) -> Void
  ) {
    errors.withUnsafeBufferPointer { errors in
      var (shown, last, count) = (0 as UInt64, 0 as UInt64, 0)
      func end() {
        if count > 0 { take(Double(bitPattern: shown), Double(bitPattern: last), count) }
      }
      for (index, word) in rows.words.enumerated() {
        var rest = word
        while rest != 0 {
          let error = errors[index &<< 6 | rest.trailingZeroBitCount].bitPattern
          rest &= rest &- 1
          // A power of two is the last of those before it.
          if first(of: error) == first(of: last), (error &- 1) &>> 52 == (last &- 1) &>> 52 {
            if error != last { shown = first(of: error) }
          } else {
            end()
            (shown, count) = (error, 0)
          }
          last = error
          count &+= 1
        }
      }
      end()
    }
  }

  @inline(__always)
  private mutating func add(_ error: UInt64, _ count: Int) {
    let exponent = error >> 52
    if exponent != recent.exponent { recent = (exponent, page(of: exponent)) }
    let place = recent.page | Int(error >> (52 - Self.bits)) & (Self.pageSize - 1)
    if counts[place] == 0 {
      errors[place] = error
    } else if errors[place] != error {
      errors[place] = Self.first(of: error)
    }
    counts[place] += count
  }

  /// Where the counts of an exponent begin.
  private mutating func page(of exponent: UInt64) -> Int {
    if let page = pages[exponent] { return page }
    let page = counts.count
    pages[exponent] = page
    counts += Array(repeating: 0, count: Self.pageSize)
    errors += Array(repeating: 0, count: Self.pageSize)
    return page
  }

  /// The least number that is counted together with an error.
  private static func first(of error: UInt64) -> UInt64 { error & ~((1 << (52 - bits)) - 1) }

  /// Counts the errors of another part.
  mutating func add(_ other: ErrorCounts) {
    for place in other.counts.indices where other.counts[place] > 0 {
      add(other.errors[place], other.counts[place])
    }
    zeros += other.zeros
    units += other.units
    total += other.total
  }

  /// The error that 99 of 100 do not exceed, by the nearest rank.
  var percentile99: Double {
    // One in a hundred and no more lies above.
    var rest = total - (99 * total + 99) / 100
    var all = self
    if units > 0 { all.add(1.0.bitPattern, units) }
    // Not negative, so that their bits rise with them.
    for (_, page) in all.pages.sorted(by: { $0.key > $1.key }) {
      for place in (page..<page + Self.pageSize).reversed() {
        if rest < all.counts[place] { return Double(bitPattern: all.errors[place]) }
        rest -= all.counts[place]
      }
    }
    return 0
  }
}
