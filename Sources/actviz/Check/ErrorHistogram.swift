/// How many errors lie between one power of two and the next.
struct ErrorHistogram: Sendable {
  /// A part of the error axis: open below, closed above; exact zeros and infinities stand apart.
  struct Bucket: Equatable {
    /// In ulp.
    var from: Double
    /// In ulp.
    var to: Double
    var count: Int
  }

  /// Errors of 2^-1 and less share a bucket, and so do those above 2^16.
  private static let exponents = -1...16

  private(set) var exact = 0
  private(set) var infinite = 0
  private var counts = Array(repeating: 0, count: exponents.count + 1)

  /// Counts errors that are not negative, so many of this one.
  @inline(__always)
  mutating func add(_ error: Double, _ count: Int = 1) {
    if error == 0 {
      exact += count
    } else if error == .infinity {
      infinite += count
    } else {
      // The least exponent of a power of two that the error does not exceed: that of the number before it, and one more.
      let exponent = Int((error.bitPattern - 1) >> 52) - 1022
      let last = Self.exponents.upperBound + 1
      let place = min(max(exponent, Self.exponents.lowerBound), last) - Self.exponents.lowerBound
      counts[place] += count
    }
  }

  /// Counts the errors of another part.
  mutating func add(_ other: ErrorHistogram) {
    exact += other.exact
    infinite += other.infinite
    for index in counts.indices { counts[index] += other.counts[index] }
  }

  /// The buckets from 0 up to the last that holds something; the first is what is exact.
  var buckets: [Bucket] {
    var buckets = [Bucket(from: 0, to: 0, count: exact)]
    for (index, count) in counts.enumerated() {
      let exponent = Self.exponents.lowerBound + index
      let to = Double(sign: .plus, exponent: exponent, significand: 1)
      let isFirst = index == 0
      let isLast = index == counts.count - 1
      buckets.append(
        Bucket(from: isFirst ? 0 : to / 2, to: isLast ? 1e300 : to, count: count))
    }
    while buckets.count > 1, buckets[buckets.count - 1].count == 0 { buckets.removeLast() }
    if infinite > 0 { buckets.append(Bucket(from: .infinity, to: .infinity, count: infinite)) }
    return buckets
  }
}
