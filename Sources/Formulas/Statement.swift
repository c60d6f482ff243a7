import Activations

/// What a function is said to be: a plain program, and what that denotes.
///
/// The program does what the formula says and nothing else: only identities have rewritten it, and no constant is rounded, so
/// that exact values can be had from it.
package struct Statement: Sendable {
  /// What the program states: f, its gate (also where a sign was given), its density up to a factor, or its slope.
  package let kind: Formula.Kind
  /// The program.
  package let program: Program
  /// What states the gate of a function that is stated as f, where that shows x as a factor.
  package private(set) var gate: Program?
  /// The function of the catalogue that it defines, and its parameters' values.
  package private(set) var member: (family: String, values: [Double])?

  /// Whether f is the integral of the gate that is stated.
  package private(set) var isIntegrated = false

  /// What a function of the catalogue, a formula or a definition states.
  package init?(_ function: Function) {
    let integral = function.activation as? GateIntegral
    if let formula = (integral?.base ?? function.activation) as? any CompiledFormula {
      self.init(formula)
    } else {
      self.init(function.family, at: function.settings.map(\.value))
    }
    isIntegrated = integral != nil
  }

  /// What the definition of a function of the catalogue states for one value a parameter.
  package init?(_ family: FunctionFamily, at values: [Double]) {
    let text = family.definition.text { name in
      zip(family.parameters, values).first { $0.0.name == name }?.1
    }
    let named = Dictionary(
      zip(family.parameters.map(\.name), values), uniquingKeysWith: { first, _ in first })
    guard let formula = try? Formula(defining: family, as: text),
      let expression = try? formula.programmed,
      let program = try? Compiler.plainProgram(expression, parameters: named)
    else { return nil }
    (kind, self.program) = (formula.kind == .sign ? .gate : formula.kind, program)
    member = (family.name, values)
  }

  /// What a function's derivative is, as a function of its own; nil where no formula states it.
  package init?(slopeOf function: Function) {
    guard Statement(function)?.kind != .density,
      let programs = try? CodePrograms(function, upTo: 1).programs
    else { return nil }
    self.init(of: programs[1])
  }

  /// What a plain program states as f.
  init(of program: Program) {
    kind = .activation
    self.program = program
  }

  private init?(_ formula: any CompiledFormula) {
    guard let source = formula.program.source,
      let program = try? Compiler.plainProgram(source.expression, parameters: source.parameters)
    else { return nil }
    self.program = program
    gate = (formula as? FormulaActivation)?.product?.program.source.flatMap { source in
      try? Compiler.plainProgram(source.expression, parameters: source.parameters)
    }
    switch formula {
    case is FormulaGate: kind = .gate
    case is FormulaDensity: kind = .density
    case is FormulaSlope: kind = .slope
    default: kind = .activation
    }
  }
}
