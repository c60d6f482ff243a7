import Activations
import Formulas

extension Function {
  /// The same function, a formula's values proved where doubles lose digits on the way; a function of the catalogue has
  /// a kernel that does not.
  package var proved: Function {
    guard let activation = activation as? any Provable,
      let exact = ExactFunction(self)
    else { return self }
    return Function(
      self, by: construction, named: name, activation: activation.proved(by: Proofs(exact)))
  }
}

extension Proofs {
  fileprivate init(_ exact: ExactFunction) {
    self.init {
      Self.settled($0, exact) { $0.values(at: $1, upTo: $2) }
    } gates: {
      Self.settled($0, exact) { $0.gates(at: $1, upTo: $2) }
    } signs: {
      Self.settled($0, exact) { $0.signs(at: $1, upTo: $2) }
    }
  }

  /// So many values in a row that may be 0 to the last bit speak of a formula that is 0; those behind them get fewer bits.
  private static let (zeros, briefBits) = (16, 320)

  private static func settled(
    _ doubts: [(x: Double, plain: [Double])], _ exact: ExactFunction,
    _ outcomes: (inout ExactFunction, Double, _ order: Int) -> [Outcome]
  ) -> [[Double]] {
    var (exact, zeros) = (exact, 0)
    return doubts.map { x, plain in
      let found = outcomes(&exact, x, plain.count - 1)
      zeros = !found[0].isKnown && found[0].value == 0 ? zeros + 1 : 0
      exact.limit = zeros < Self.zeros ? ExactFunction.mostBits : Self.briefBits
      return zip(found, plain).map { $0.settled($1) }
    }
  }
}
