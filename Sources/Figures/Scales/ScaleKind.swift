/// How an axis is divided: evenly, logarithmically, or logarithmically to both sides of 0.
package enum ScaleKind: Equatable, Sendable {
  /// Equal distances for equal differences.
  case linear
  /// Equal distances for equal ratios; shows numbers above 0 only.
  case log
  /// Linear around 0, logarithmic far from it; the constant, above 0, is where one becomes the other.
  case symlog(constant: Double)

  /// The rule that the scale bends the number line by.
  package var transform: Transform {
    switch self {
    case .linear: .linear
    case .log: .log
    case .symlog(let constant): .symlog(constant)
    }
  }

  /// The least number that has a place on such an axis: on a logarithmic one the smallest double above 0.
  package var least: Double {
    switch self {
    case .linear, .symlog: -.greatestFiniteMagnitude
    case .log: .leastNonzeroMagnitude
    }
  }

  /// What such an axis shows where there is nothing to show.
  package var emptyDomain: ClosedRange<Double> {
    switch self {
    case .linear, .symlog: -1...1
    case .log: 0.1...10
    }
  }
}
