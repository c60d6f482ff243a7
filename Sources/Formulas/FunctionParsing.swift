import Activations

extension Function {
  /// The function that a reference such as `gelu` or `gennorm:alpha=1,beta=inf` names, or that a
  /// formula without free parameters such as `x*tanh(softplus(x))` states.
  ///
  /// - Throws: `ReferenceError` for an unknown name or parameter, or an illegal value, and for a
  ///   function without a gate that is to be made from it; `FormulaError` for what is wrong in a
  ///   formula.
  public init(
    parsing text: String, definitions: Definitions = Definitions(),
    by construction: Construction = .product
  ) throws {
    let reference = try FunctionReference(parsing: text, definitions: definitions)
    guard reference.isFormula else {
      let function = reference.family.function(
        named: reference.name, given: reference.settings, defaults: reference.defaults)
      self = try function.made(by: construction)
      return
    }
    self = try reference.functions()[0].made(by: construction)
  }

  /// The function as it is made from its gate: itself by product, another one by integral.
  ///
  /// - Throws: `ReferenceError` where there is no gate to integrate.
  func made(by construction: Construction) throws(ReferenceError) -> Function {
    guard construction == .integral else { return self }
    guard let gated = activation.gated else { throw .noGate(name) }
    return Function(
      self, by: .integral, named: name + " by integral", activation: GateIntegral(of: gated))
  }
}
