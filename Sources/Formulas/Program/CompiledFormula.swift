import Activations

/// What runs a compiled formula.
package protocol CompiledFormula: Activation {
  /// The formula, or that of its gate.
  var program: Program { get }
}

extension CompiledFormula {
  /// Where the formula's pieces meet.
  package var seams: [Double] { KinkSearch(program).seams }

  package var rewrites: [String] { program.idioms }
}
