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
    var program = builder.program(of: result)
    program.source = Program.Source(expression: expression, parameters: parameters)
    return program
  }

  /// The program that does what an expression says and nothing else: no constant rounded, and rewritten by identities alone.
  ///
  /// - Throws: `FormulaError` for a parameter of a catalogue's function outside its domain.
  static func plainProgram(_ expression: Expression, parameters: [String: Double])
    throws(FormulaError) -> Program
  {
    var builder = ProgramBuilder()
    let result = try builder.emit(expression, parameters: parameters)
    return builder.program(of: result)
  }

  /// The program for more digits than doubles have, of a formula or of x times it; nil where it has none.
  static func preciseProgram(_ source: Program.Source, timesX: Bool) -> PreciseProgram? {
    var builder = ProgramBuilder.precise
    guard let body = try? builder.emit(source.expression, parameters: source.parameters) else {
      return nil
    }
    let result = timesX ? builder.emit(.multiply(builder.emit(.x), body)) : body
    return PreciseProgram(builder.program(of: result))
  }
}
