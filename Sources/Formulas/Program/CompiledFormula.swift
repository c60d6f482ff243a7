import Activations

/// What runs a compiled formula.
package protocol CompiledFormula: Activation {
  /// The formula, or that of its gate.
  var program: Program { get }
}

extension CompiledFormula {
  /// The formula over a batch of x with its derivatives up to an order, and the limits at ±∞.
  func formulaColumns(order: Int, at xs: [Double]) -> JetColumns {
    var columns = program.columns(order: order, at: xs)
    columns.setLimits(xs, program.evaluate)
    return columns
  }

  /// Where the formula's pieces meet.
  package var seams: [Double] { KinkSearch(program).seams }
}

extension FormulaActivation: CompiledFormula {}
extension FormulaGate: CompiledFormula {}
extension FormulaDensity: CompiledFormula {}
extension FormulaSlope: CompiledFormula {}

extension Function {
  /// The idioms that were found in a formula and replaced by twins that neither overflow nor cancel, such
  /// as `ln(1 + e^u) → softplus(u)`; none for functions of the catalogue.
  public var idioms: [String] { (activation as? any CompiledFormula)?.program.idioms ?? [] }
}
