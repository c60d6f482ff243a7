import Activations

/// What proves values of a formula where doubles lose them.
///
/// It comes from a target above, which needs programs to prove by; a formula without it takes what doubles give.
package struct Proofs: Sendable {
  /// f and its derivatives at every x, ±∞ too, as many as doubles are given of them, which stay where nothing better is known.
  package typealias Values = @Sendable ([(place: RunPlace, plain: [Double])]) -> [[Double]]

  let values: Values
  /// Those of the gate, where a gate is what is stated.
  let gates: Values
  /// Those of 2H − 1.
  let signs: Values

  package init(
    values: @escaping Values, gates: @escaping Values, signs: @escaping Values
  ) {
    self.values = values
    self.gates = gates
    self.signs = signs
  }
}

extension Function {
  /// The function's activation where its values can be proved by its formula.
  ///
  /// By the types that there are: to ask whether any other one conforms takes longer than drawing its curve.
  package var provable: (any Provable)? {
    (activation as? FormulaActivation) ?? (activation as? FormulaGate)
  }
}

/// An activation whose values are proved where doubles lose them.
package protocol Provable: Activation {
  /// The same activation with proofs.
  func proved(by proofs: Proofs) -> Self
  /// The same activation as doubles give it.
  var unproved: Self { get }
}
