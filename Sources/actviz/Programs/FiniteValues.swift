import Activations

/// The finite values of a type, or those of them in a range, in ascending order, −0 before 0; made where they are needed.
struct FiniteValues: Sendable {
  private let type: FloatType
  private let order: BitOrder
  /// The place of the first.
  private let start: UInt64
  let count: Int

  init(of type: FloatType, in range: ClosedRange<Double>? = nil) {
    let order = BitOrder(type)
    (self.type, self.order) = (type, order)
    let largest = type.bitPattern(of: type.greatestFiniteMagnitude)
    let ends =
      order.place(type.bitPattern(of: -type.greatestFiniteMagnitude))...order.place(largest)
    guard let range else {
      (start, count) = (ends.lowerBound, Int(ends.upperBound - ends.lowerBound) + 1)
      return
    }
    /// The first place from which something holds.
    func first(_ holds: (Double) -> Bool) -> UInt64 {
      var (low, high) = (ends.lowerBound, ends.upperBound + 1)
      while low < high {
        let middle = low + (high - low) / 2
        if holds(type.value(bitPattern: order.bits(middle))) {
          high = middle
        } else {
          low = middle + 1
        }
      }
      return low
    }
    start = first { $0 >= range.lowerBound }
    count = Int(max(start, first { $0 > range.upperBound }) - start)
  }

  /// Those at some places, counted from the first.
  func values(_ places: Range<Int>) -> [Double] {
    places.map { type.value(bitPattern: order.bits(start + UInt64($0))) }
  }
}
