/// Turns an expression into a program: rewritten by all rules, constants folded, equal parts computed once.
enum Compiler {
  /// The program of an expression with its parameters set.
  ///
  /// - Throws: `FormulaError` for a parameter of a catalogue's function outside its domain.
  static func program(_ expression: Expression, parameters: [String: Double])
    throws(FormulaError) -> Program
  {
    var builder = ProgramBuilder(Rewrite.all)
    let result = try builder.emit(expression, parameters: parameters)
    return builder.program(of: result)
  }
}
