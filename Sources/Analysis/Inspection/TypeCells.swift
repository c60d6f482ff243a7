import Activations
import Exact

/// Stretches of a type's magnitudes, as bit patterns, in which intervals do not prove that a function rounds to what is wanted.
struct TypeCells {
  /// The function over stretches of x.
  let graph: Certainty
  let type: FloatType
  /// −1 for x < 0, 1 for x > 0.
  let side: Double
  /// The true zeros, which are not told from what rounds to 0.
  let zeros: [SignInterval]

  /// How many open cells of a size are halved, those nearest to the end of a run: far out a wave has no end of them.
  private static let most = 512

  /// The x of a magnitude.
  func x(_ bits: UInt64) -> Double { side * type.value(bitPattern: bits) }

  /// Whether every x of a cell, what lies between the type's numbers too, has a value that rounds to one wanted number.
  func isCertain(_ cell: ClosedRange<UInt64>, _ isWanted: (Double) -> Bool) -> Bool {
    let (a, b) = (x(cell.lowerBound), x(cell.upperBound))
    let stretch = min(a, b)...max(a, b)
    let enclosure = graph.over(stretch)
    let (low, high) = (type.rounded(enclosure.range.low), type.rounded(enclosure.range.high))
    return enclosure.isDefined && low == high && isWanted(low)
      && !zeros.contains { $0.low <= stretch.upperBound && stretch.lowerBound <= $0.high }
  }

  /// What is open between the end of a run and its beginning: single magnitudes beside the end, cells of any size farther on.
  func open(from end: UInt64, to beginning: UInt64, _ isWanted: (Double) -> Bool) -> [ClosedRange<
    UInt64
  >] {
    let isUpward = end <= beginning
    var (cells, left) = ([min(end, beginning)...max(end, beginning)], [ClosedRange<UInt64>]())
    while !cells.isEmpty {
      let open = cells.filter { !isCertain($0, isWanted) }
      left += open.filter { $0.count == 1 }
      let halves = open.filter { $0.count > 1 }.flatMap { cell in
        let middle = cell.lowerBound + (cell.upperBound - cell.lowerBound) / 2
        let halves = [cell.lowerBound...middle, middle + 1...cell.upperBound]
        return isUpward ? halves : halves.reversed()
      }
      left += halves.dropFirst(Self.most)
      cells = Array(halves.prefix(Self.most))
    }
    return left
  }
}
