import Activations

/// Columns of proved values of one function, and how many could not be decided.
package struct ProvedColumns: Sendable {
  /// The precision at which proofs end, in bits.
  package static let mostBits = ExactFunction.mostBits

  private var exact: ExactFunction?
  private let function: Function
  /// How many values were asked for.
  package private(set) var count = 0
  /// How many of them could not be decided.
  package private(set) var undecided = 0

  package init(_ function: Function) {
    self.function = function
    exact = ExactFunction(function)
  }

  /// The quantities at every x, rounded once to the type; what cannot be decided is as it is without proof, where there is no
  /// middle of what it may be.
  package mutating func columns(_ quantities: [Quantity], at xs: [Double], as type: FloatType)
    -> [[Double]]
  {
    let plain = function.activation.columns(quantities, at: xs, as: type)
    var columns = plain
    for (row, x) in xs.enumerated() {
      for (column, outcome) in outcomes(quantities, at: x, type).enumerated() {
        count += 1
        if !outcome.isKnown { undecided += 1 }
        columns[column][row] =
          !outcome.isKnown && outcome.value.isNaN ? plain[column][row] : outcome.value
      }
    }
    return columns
  }

  private mutating func outcomes(_ quantities: [Quantity], at x: Double, _ type: FloatType)
    -> [Outcome]
  {
    func order(_ needsGate: Bool) -> Int? {
      quantities.filter { $0.needsGate == needsGate }.map(\.order).max()
    }
    let values = order(false).flatMap { exact?.values(at: x, upTo: $0, in: type) }
    let gates = order(true).flatMap { exact?.gates(at: x, upTo: $0, in: type) }
    return quantities.map { quantity in
      (quantity.needsGate ? gates : values)?[quantity.order] ?? .undecided(.nan)
    }
  }
}
