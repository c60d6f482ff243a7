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
