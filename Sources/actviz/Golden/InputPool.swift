import Activations
import Exact

/// Inputs of a type from which those are picked whose results are hard to round.
struct InputPool {
  /// Bit patterns of finite inputs, in the order of their values.
  let inputs: [UInt64]
  private let type: FloatType
  /// The results in double precision, for each quantity.
  private let columns: [[Double]]

  /// So many of types with more than 16 bits.
  private static let size = 1 << 16

  /// Every finite input of a 16-bit type, else some of every binade; in a range where there is one.
  init(
    _ function: Function, _ quantities: [Quantity], _ type: FloatType,
    in range: ClosedRange<Double>?
  ) {
    let all =
      type.bitWidth == 16
      ? Inputs(every: 1, of: type, in: range) : Inputs(sample: Self.size, of: type, in: range)
    let order = BitOrder(type)
    inputs = all.bits(0..<all.count)
      .filter { type.value(bitPattern: $0).isFinite }
      .sorted { order.place($0) < order.place($1) }
    self.type = type
    columns = function.activation.columns(
      quantities, at: inputs.map { type.value(bitPattern: $0) })
  }

  /// Of each quantity so many inputs whose results lie nearest to the middle between two values of the type.
  ///
  /// Half as many, at most, are middles themselves, where there are such. Distances are those of doubles, so that there are none
  /// of doubles.
  func ties(_ count: Int) -> [UInt64] {
    guard type != .f64 else { return [] }
    return columns.flatMap { column in
      let distances = column.enumerated().compactMap { row, value in
        distanceToTie(value).map { (row, $0) }
      }
      let exact = distances.filter { $0.1 == 0 }.map(\.0)
      let near = distances.filter { $0.1 > 0 }.sorted { $0.1 < $1.1 }.prefix(count).map(\.0)
      return Self.thinned(exact, to: count / 2) + near
    }.map { inputs[$0] }
  }

  /// Of each quantity so many inputs whose results are subnormal and not 0.
  func subnormals(_ count: Int) -> [UInt64] {
    let least = type.leastNormalMagnitude
    return columns.flatMap { column in
      let rows = column.indices.filter {
        let size = abs(type.rounded(column[$0]))
        return 0 < size && size < least
      }
      return Self.thinned(rows, to: count)
    }.map { inputs[$0] }
  }

  /// How far from the middle between two values a result is, in units of their distance; nil where it is infinite or NaN.
  private func distanceToTie(_ value: Double) -> Double? {
    guard type.rounded(value).isFinite else { return nil }
    let steps = abs(value) / type.ulp(of: value)
    return abs(steps - steps.rounded(.down) - 0.5)
  }

  /// So many rows, spread evenly over all.
  private static func thinned(_ rows: [Int], to count: Int) -> [Int] {
    guard rows.count > count else { return rows }
    return (0..<count).map { rows[$0 * rows.count / count] }
  }
}
