import Activations
import Formulas

extension Function {
  /// The same function, its values proved where doubles lose digits on the way, and where pairs of doubles do beside zeros.
  package var proved: Function {
    provedActivation.map { Function(self, by: construction, named: name, activation: $0) } ?? self
  }

  private var provedActivation: (any Activation)? {
    if let formula = activation as? any Provable {
      return ExactFunction(self).map { formula.proved(by: Proofs($0)) }
    }
    return (activation as? any Doubting).map { ProvedKernel($0, of: self) }
  }
}

extension Proofs {
  fileprivate init(_ exact: ExactFunction) {
    self.init {
      exact.settled($0) { $0.values(at: $1, upTo: $2) }
    } gates: {
      exact.settled($0) { $0.gates(at: $1, upTo: $2) }
    } signs: {
      exact.settled($0) { $0.signs(at: $1, upTo: $2) }
    }
  }
}

extension ExactFunction {
  /// So many values in a row that may be 0 to the last bit speak of a formula that is 0; those behind them get fewer bits.
  private static let (zeros, briefBits) = (16, 320)

  /// What is proved at every place; what is not known there, or may be what doubles say, stays theirs.
  func settled(
    _ doubts: [(x: Double, plain: [Double])],
    _ outcomes: (inout ExactFunction, Double, _ order: Int) -> [Outcome]
  ) -> [[Double]] {
    var (exact, zeros) = (self, 0)
    return doubts.map { x, plain in
      let found = outcomes(&exact, x, plain.count - 1)
      zeros = !found[0].isKnown && found[0].value == 0 ? zeros + 1 : 0
      exact.limit = zeros < Self.zeros ? ExactFunction.mostBits : Self.briefBits
      return zip(found, plain).map { $0.settled($1) }
    }
  }
}
