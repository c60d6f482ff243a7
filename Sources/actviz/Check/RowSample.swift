/// Some of a file's rows, evenly spread over it, so that they can be looked at once more.
///
/// All rows where there are few; of many, every second, fourth and so on.
struct RowSample {
  /// More than there are finite values of a 16-bit type, so that files of all of them stay whole.
  private static let capacity = 1 << 16

  private(set) var pairs = Pairs()
  private var stride = 1
  private var seen = 0

  mutating func add(_ new: Pairs) {
    for index in new.xs.indices {
      if seen % stride == 0 {
        if pairs.count == Self.capacity { halve() }
        if seen % stride == 0 { pairs.append(new.xs[index], new.ys[index]) }
      }
      seen += 1
    }
  }

  private mutating func halve() {
    let even = Swift.stride(from: 0, to: pairs.count, by: 2)
    pairs = Pairs(xs: even.map { pairs.xs[$0] }, ys: even.map { pairs.ys[$0] })
    stride *= 2
  }
}
