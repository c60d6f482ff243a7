/// A parameter with the values that it takes: `a=0.5,1`.
package struct Assignment: Equatable, Sendable {
  /// The parameter, in lower case.
  package let name: String
  /// The parameter as it was written.
  package let written: String
  package let values: [Double]
}

/// A parameter with the range in which it is varied: `beta=0.5:5`.
package struct Variation: Equatable, Sendable {
  /// The parameter, in lower case.
  package let name: String
  package let range: ClosedRange<Double>
}

/// How many points a grid has in x and in y, at least 2 each.
package struct GridSize: Equatable, Sendable {
  package var x: Int
  package var y: Int
}
