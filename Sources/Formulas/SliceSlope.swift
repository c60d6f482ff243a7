import Activations

extension Function {
  /// Of a function of x and y with a value for y its derivative in y there, as a function of x: 0 where there is no y, nil where the
  /// language has no word for it.
  package func slope(inY order: Int) -> Function? {
    guard let source = (activation as? any CompiledFormula)?.program.source,
      let y = source.parameters[Expression.secondVariable]
    else { return Function(self, activation: Program(instructions: [.constant(0)])) }
    var plain = ProgramBuilder()
    (plain.axis, plain.writesOut) = (.y, true)
    let free = source.parameters.filter { $0.key != Expression.secondVariable }
    guard var register = try? plain.emit(source.expression, parameters: free) else { return nil }
    for _ in 0..<order {
      guard let slope = try? plain.slope(of: register) else { return nil }
      register = slope
    }
    var program = plain.program(of: register).turned
    program.instructions = program.instructions.map { $0 == .held(0) ? .constant(y) : $0 }
    var builder = ProgramBuilder(Rewrite.all)
    let result = builder.emit(program, of: builder.emit(.x))
    return Function(self, activation: builder.program(of: result))
  }

  private init(_ function: Function, activation program: Program) {
    self.init(
      function, by: function.construction, named: function.name,
      activation: FormulaActivation(program))
    title = function.title
  }
}
