import Activations

/// What an implementation gave for places of the line, or of the plane.
struct Answers: Sendable {
  private(set) var xs: [Double] = []
  /// The second coordinates; empty on the line.
  private(set) var ys: [Double] = []
  private(set) var values: [Double] = []
  /// Whether every place is known to be of the type that is asked for.
  private(set) var areOfType = false

  init() {}

  /// The rows of a file; of two variables where `isOfPlane`.
  init(_ rows: Pairs, isOfPlane: Bool) {
    xs = rows.xs
    if isOfPlane {
      (ys, values) = (rows.ys, rows.thirds)
    } else {
      values = rows.ys
    }
  }

  /// What a program answered to the inputs of a block, or to the first of them.
  init(_ inputs: Inputs, block: Int, _ answers: [UInt8]) {
    let element = NpyElement(inputs.type)
    func numbers(_ bytes: [UInt8]) -> [Double] {
      var numbers: [Double] = []
      bytes.withUnsafeBytes { bytes in
        guard let start = bytes.baseAddress else { return }
        element.append(
          answers.count / element.width, at: start, stride: element.width, to: &numbers)
      }
      return numbers
    }
    areOfType = true
    (xs, values) = (numbers(inputs.bytes(ofBlock: block)), numbers(answers))
  }

  /// Values at places of the line.
  init(_ xs: [Double], _ values: [Double]) { (self.xs, self.values) = (xs, values) }

  /// Some places of which nothing was asked yet.
  init(at xs: [Double]) { self.init(xs, xs.map { _ in .nan }) }

  var count: Int { xs.count }

  /// The places in the plane.
  var points: [Point] { zip(xs, ys).map { Point(x: $0, y: $1) } }

  /// The second coordinate of a place; NaN on the line.
  @inline(__always)
  func y(_ index: Int) -> Double { ys.isEmpty ? .nan : ys[index] }

  /// The rows whose values do not equal others: NaN equals nothing.
  func rows(unequalTo others: [Double]) -> [Int] {
    values.withUnsafeBufferPointer { values in
      others.withUnsafeBufferPointer { others in
        Self.rows(0..<min(values.count, others.count)) { values[$0] != others[$0] }
      }
    }
  }

  /// The rows at which ascending runs begin: x does not go up from the last one, or changes its sign.
  var starts: [Int] {
    guard count > 0 else { return [] }
    return xs.withUnsafeBufferPointer { xs in
      [0]
        + Self.rows(1..<xs.count) { row in
          let (last, next) = (xs[row &- 1], xs[row])
          return !(next > last) || (next < 0) != (last < 0)
        }
    }
  }

  /// The rows of which something holds; it is asked of many at once, since it rarely does.
  @inline(__always)
  private static func rows(_ all: Range<Int>, where holds: (Int) -> Bool) -> [Int] {
    var rows: [Int] = []
    var start = all.lowerBound
    while start < all.upperBound {
      let end = min(start &+ 64, all.upperBound)
      var found = 0
      for row in start..<end { found |= holds(row) ? 1 : 0 }
      if found > 0 { for row in start..<end where holds(row) { rows.append(row) } }
      start = end
    }
    return rows
  }

  /// Some of them, in the order asked.
  func picked(_ indices: some Sequence<Int>) -> Answers {
    var picked = Answers()
    for index in indices { picked.append(self, index) }
    return picked
  }

  /// Takes one of others.
  mutating func append(_ others: Answers, _ index: Int) {
    xs.append(others.xs[index])
    if !others.ys.isEmpty { ys.append(others.ys[index]) }
    values.append(others.values[index])
  }
}
