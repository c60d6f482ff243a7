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

  /// The same program as it is evaluated over cells.
  static func overCells(_ program: Program) -> Program {
    guard let source = program.source, source.expression.hasSquares else { return program }
    var builder = ProgramBuilder(Rewrite.all)
    builder.isForCells = true
    let result = try? builder.emit(source.expression, parameters: source.parameters)
    return result.map { builder.program(of: $0) } ?? program
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

extension Expression {
  /// Whether a component of entmax15 stands in it, which is stated in another way over cells.
  fileprivate var hasSquares: Bool {
    nodes.contains { node in
      if case .component(_, of: .entmax15) = node.operation { true } else { false }
    }
  }
}
