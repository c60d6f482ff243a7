import Activations

// A search asks for values at very many settings of parameters. To make the function itself each time, with its kinks and its names,
// would take longer than to evaluate it.
extension FunctionReference {
  /// Whether `plainValues` tells the values of a quantity: of formulas that state f, where so many parameters are given.
  package func hasPlainValues(of quantity: Quantity, given names: [String]) -> Bool {
    guard let formula, formula.kind == .activation, !quantity.needsGate else { return false }
    let all = settings.map(\.parameter.name) + names
    return !all.contains(Expression.secondVariable) && !formula.hasTwoVariables(given: all)
  }

  /// The values of a quantity as doubles give them; nil where there is no function.
  package func plainValues(
    of quantity: Quantity, at xs: [Double], setting values: [String: Double]
  ) -> [Double]? {
    guard let formula else { return nil }
    var named: [String: Double] = [:]
    for parameter in family.parameters {
      let fixed = settings.first { $0.parameter == parameter }?.value
      let value = fixed ?? values[parameter.name] ?? parameter.defaultValue
      guard parameter.domain.contains(value) else { return nil }
      named[parameter.name] = value
    }
    guard let program = try? Compiler.program(formula.expression, parameters: named) else {
      return nil
    }
    return program.columns(.upTo(quantity.order), at: xs, nil).column(quantity)
  }
}
