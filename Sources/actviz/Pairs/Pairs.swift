import Activations

/// Some x and the y that an implementation gave for them, or x and y with the z, or x alone.
struct Pairs: Sendable {
  var xs: [Double] = []
  /// Empty where x stands alone.
  var ys: [Double] = []
  /// What a third column holds, the errors of y or the z; empty where there is none.
  var thirds: [Double] = []

  var count: Int { xs.count }

  /// The pairs as places of the plane.
  var points: [Point] { zip(xs, ys).map { Point(x: $0, y: $1) } }

  mutating func append(_ x: Double, _ y: Double?, _ third: Double? = nil) {
    xs.append(x)
    if let y { ys.append(y) }
    if let third { thirds.append(third) }
  }

  /// Appends others behind all.
  mutating func append(_ others: Pairs) {
    xs += others.xs
    ys += others.ys
    thirds += others.thirds
  }

  /// Takes the nearest values of a type for all.
  mutating func round(to type: FloatType) {
    xs = xs.map(type.rounded)
    ys = ys.map(type.rounded)
    thirds = thirds.map(type.rounded)
  }
}

/// One way of writing pairs down: knows where in the input the next ones are.
protocol PairFormat {
  /// The type of the numbers, where the format says it.
  var type: FloatType? { get }

  /// Takes the next pairs, at most `limit`; nil behind the last.
  mutating func next(_ limit: Int, from input: inout ByteInput) throws(Failure) -> PairRows?
}

extension PairFormat {
  /// Text says nothing of types.
  var type: FloatType? { nil }
}
