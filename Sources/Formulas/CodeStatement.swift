import Activations

/// What a function is stated by, before it becomes a program that is written out.
struct CodeStatement {
  /// What the expression states; the gate where a sign was given.
  let kind: Formula.Kind
  let expression: Expression
  /// The values of the parameters that are no arguments.
  let parameters: [String: Double]

  /// What states a function, some parameters of which are arguments and have no values.
  ///
  /// - Parameter isTextbook: Whether it is to be read.
  init(_ function: Function, _ arguments: [String], isTextbook: Bool = false)
    throws(CodePrograms.Obstacle)
  {
    let base = (function.activation as? GateIntegral)?.base ?? function.activation
    if let formula = base as? any CompiledFormula, let source = formula.program.source {
      let kind: Formula.Kind =
        switch formula {
        case is FormulaGate: .gate
        case is FormulaDensity: .density
        case is FormulaSlope: .slope
        default: .activation
        }
      let known = source.parameters.filter { !arguments.contains($0.key) }
      self.init(kind: kind, expression: source.expression, parameters: known)
      return
    }
    let family = function.family
    let values = function.settings.map { ($0.parameter.name, $0.value) }
    let named = Dictionary(values, uniquingKeysWith: { first, _ in first })
      .filter { !arguments.contains($0.key) }
    let text =
      Self.closedForm(of: family, named, isTextbook) ?? family.definition.text { named[$0] }
    try self.init(of: family, text, named)
  }

  /// What a text says of a family.
  init(of family: FunctionFamily, _ text: String, _ named: [String: Double])
    throws(CodePrograms.Obstacle)
  {
    guard let formula = try? Formula(defining: family, as: text),
      let expression = try? formula.programmed
    else { throw CodePrograms.Obstacle("its definition cannot be read") }
    self.init(
      kind: formula.kind == .sign ? .gate : formula.kind, expression: expression,
      parameters: named)
  }

  private init(kind: Formula.Kind, expression: Expression, parameters: [String: Double]) {
    (self.kind, self.expression, self.parameters) = (kind, expression, parameters)
  }

  /// The generalised normal distribution: Laplace's, the normal and the uniform one, and any other by its own gate, or as it is read.
  private static func closedForm(
    of family: FunctionFamily, _ values: [String: Double], _ isTextbook: Bool
  ) -> String? {
    guard family.name == "gennorm" else { return nil }
    switch values["beta"] {
    case 1: return "gate: where(x < 0, exp(x/alpha)/2, 1 - exp(-x/alpha)/2)"
    case 2: return "gate: erfc(-x/alpha)/2"
    case .infinity?: return "gate: clip((x/alpha + 1)/2, 0, 1)"
    case _ where isTextbook:
      return "gate: 1/2 + sign(x)*gammaincp(1/beta, abs(x/alpha)^beta)/2"
    case .some: return "gate: gennorm(x/alpha; beta=beta)/(x/alpha)"
    case nil: return nil
    }
  }
}
