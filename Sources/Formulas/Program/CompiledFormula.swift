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

  package var rewrites: [String] { program.idioms }
}
