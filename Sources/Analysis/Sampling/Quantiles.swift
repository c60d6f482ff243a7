/// Values and over how many pixels they are taken, in order: what shares of a picture's columns lie below a value.
struct Quantiles {
  /// The values, rising.
  private let values: [Double]
  /// The weight of all values up to the middle of each.
  private let middles: [Double]
  /// The weight of all.
  let total: Double

  init(_ weighed: [(value: Double, weight: Double)]) {
    let sorted = weighed.sorted { $0.value < $1.value }
    var (sum, middles) = (0.0, [Double]())
    for (_, weight) in sorted {
      middles.append(sum + weight / 2)
      sum += weight
    }
    values = sorted.map(\.value)
    self.middles = middles
    total = sum
  }

  /// The value that a share of the columns lies below; 0 where there are no values.
  ///
  /// Between two values in between: the mirrored values have mirrored quantiles.
  func callAsFunction(_ share: Double) -> Double {
    guard let first = values.first, let last = values.last else { return 0 }
    let place = share * total
    guard let index = middles.firstIndex(where: { $0 >= place }) else { return last }
    guard index > 0 else { return first }
    let (a, b) = (middles[index - 1], middles[index])
    let part = b > a ? (place - a) / (b - a) : 1
    // Rounding leads to neither side of the two.
    let mixed = values[index - 1] * (1 - part) + values[index] * part
    return min(max(mixed, values[index - 1]), values[index])
  }
}
