import Activations

/// A function and its derivatives as programs from which code is written.
///
/// Functions of the catalogue are written out, and no constant is rounded. Derivatives are made by a pass over the program, which
/// rewrites what it makes, so that parts that f and f′ share are the same in both.
package struct CodePrograms: Sendable {
  /// Why there is no code of a function.
  package struct Obstacle: Error {
    /// What stands in the way, as the end of a sentence: "f is an integral without a closed form".
    package let reason: String

    package init(_ reason: String) { self.reason = reason }
  }

  /// f, f′, … up to the order that was asked for; arguments are held fixed, by their places.
  package let programs: [Program]

  /// Makes them of a function whose parameters have their values, but for those that are arguments.
  package init(_ function: Function, upTo order: Int, arguments: [String] = [])
    throws(Obstacle)
  {
    var builder = ProgramBuilder.code
    programs = try Self.registers(of: function, upTo: order, arguments, &builder)
      .map { builder.program(of: $0) }
  }

  /// Makes the slope in the first argument, as it changes with x.
  package init(slopeInArgumentOf function: Function, arguments: [String]) throws(Obstacle) {
    var builder = ProgramBuilder.code
    let f = try Self.registers(of: function, upTo: 0, arguments, &builder)[0]
    builder.slopeVariable = .held(0)
    let slope = try Self.slope(of: f, in: &builder)
    programs = [builder.program(of: slope)]
  }

  /// The registers of f, f′, … in a program that a builder makes.
  static func registers(
    of function: Function, upTo order: Int, _ arguments: [String],
    _ builder: inout ProgramBuilder
  ) throws(Obstacle) -> [Int] {
    guard function.surface == nil else {
      throw Obstacle("f is a function of two variables; give y a value with --param y=VALUE")
    }
    guard function.construction == .product else {
      throw Obstacle(
        "f is the integral of a gate, without a closed form; --show df writes the gate")
    }
    let stated = try CodeStatement(function, arguments, isTextbook: builder.isTextbook)
    try check(stated.kind)
    builder.arguments = arguments
    var result = try emit(stated, to: &builder)
    for other in try cases(of: function, arguments, stated.parameters) {
      let there = try emit(other.statement, to: &builder)
      let (place, value) = (builder.emit(.held(other.place)), builder.constant(other.value))
      result = builder.emit(.select(.equal, place, value, there, otherwise: result))
    }
    var results = [result]
    for _ in 0..<order {
      result = try slope(of: result, in: &builder)
      results.append(result)
    }
    return results
  }

  private static func emit(_ stated: CodeStatement, to builder: inout ProgramBuilder)
    throws(Obstacle)
    -> Int
  {
    do throws(FormulaError) {
      let result = try builder.emit(stated.expression, parameters: stated.parameters)
      guard stated.kind != .activation else { return result }
      return builder.emit(.multiply(builder.emit(.x), result))
    } catch {
      throw Obstacle("\(error)")
    }
  }

  static func slope(of result: Int, in builder: inout ProgramBuilder) throws(Obstacle)
    -> Int
  {
    do throws(Underivable) {
      return try builder.slope(of: result)
    } catch {
      throw Obstacle("the language has no word for the derivative of \(error.function)")
    }
  }

  /// What the definition is where an argument has a value of its own.
  private static func cases(
    of function: Function, _ arguments: [String], _ known: [String: Double]
  ) throws(Obstacle) -> [(place: Int, value: Double, statement: CodeStatement)] {
    var cases: [(place: Int, value: Double, statement: CodeStatement)] = []
    for other in function.family.definition.cases {
      guard let place = arguments.firstIndex(of: other.parameter) else { continue }
      let statement = try CodeStatement(of: function.family, other.text, known)
      try check(statement.kind)
      cases.append((place, other.value, statement))
    }
    return cases
  }

  private static func check(_ kind: Formula.Kind) throws(Obstacle) {
    switch kind {
    case .activation, .gate, .sign: break
    case .density: throw Obstacle("f is stated by its density, whose integral has no closed form")
    case .slope:
      throw Obstacle(
        "f is stated by its slope, whose integral has no closed form; --show df writes the slope")
    }
  }
}

extension Program {
  /// The numbers that do not change with x, as pairs, by their registers; nil for what does, and for what pairs do not tell.
  package var constants: [Pair?] { PreciseProgram(self).knownConstants }

  /// The same with its arguments set to values, register by register.
  package func setting(_ arguments: [Double]) -> Program {
    var program = self
    program.instructions = instructions.map { instruction in
      if case .held(let place) = instruction { .constant(arguments[place]) } else { instruction }
    }
    return program
  }

  /// The values of a register at points, in doubles.
  package func values(of register: Int, at xs: [Double]) -> [Double] {
    var part = self
    part.instructions = Array(instructions[...register])
    return part.values(xs)
  }
}
