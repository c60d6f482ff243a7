import Activations

/// What an implementation gave for places of the line, or of the plane.
struct Answers: Sendable {
  private(set) var xs = FloatColumn()
  /// The second coordinates; empty on the line.
  private(set) var ys: [Double] = []
  private(set) var values = FloatColumn()
  /// Whether every place is known to be of the type that is asked for.
  private(set) var areOfType = false

  init() {}

  /// The rows of a file; of two variables where `isOfPlane`.
  init(_ rows: Pairs, isOfPlane: Bool) {
    xs = FloatColumn(rows.xs)
    if isOfPlane { ys = rows.ys }
    values = FloatColumn(isOfPlane ? rows.thirds : rows.ys)
  }

  /// What a program answered to the inputs of a block, or to the first of them.
  init(_ inputs: Inputs, block: Int, _ answers: [UInt8]) {
    let type = inputs.type
    areOfType = true
    let places = inputs.bytes(ofBlock: block)
    // A program may fail on the way.
    xs = FloatColumn(
      places.count > answers.count ? Array(places.prefix(answers.count)) : places, type)
    values = FloatColumn(answers, type)
  }

  /// Values at places of the line.
  init(_ xs: [Double], _ values: [Double]) {
    (self.xs, self.values) = (FloatColumn(xs), FloatColumn(values))
  }

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

extension FloatColumn {
  /// The numbers of a type that little-endian bytes hold.
  fileprivate init(_ bytes: [UInt8], _ type: FloatType) {
    guard type != .f32 || 1.littleEndian != 1 else {
      self.init(singles: bytes)
      return
    }
    let element = NpyElement(type)
    var numbers: [Double] = []
    bytes.withUnsafeBytes { bytes in
      guard let start = bytes.baseAddress else { return }
      element.append(bytes.count / element.width, at: start, stride: element.width, to: &numbers)
    }
    self.init(numbers)
  }
}
