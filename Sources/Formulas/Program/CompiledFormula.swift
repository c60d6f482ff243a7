import Activations

/// What runs a compiled formula.
package protocol CompiledFormula: Activation {
  /// The formula, or that of its gate.
  var program: Program { get }
}

extension CompiledFormula {
  /// The formula over a batch of x with some of its derivatives, and the limits at ±∞.
  func formulaColumns(_ partials: Partials, at xs: [Double]) -> JetColumns {
    var columns = program.columns(partials, at: xs)
    columns.setLimits(xs, program.evaluate)
    return columns
  }

  /// Where the formula's pieces meet.
  package var seams: [Double] { KinkSearch(program).seams }

  package var rewrites: [String] { program.idioms }
}
