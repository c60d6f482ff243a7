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
      throw Obstacle("f is the integral of a gate, without a closed form")
    }
    let stated = try statement(of: function, arguments)
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

  private static func emit(_ stated: Statement, to builder: inout ProgramBuilder) throws(Obstacle)
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

  private typealias Statement = (
    kind: Formula.Kind, expression: Expression, parameters: [String: Double]
  )

  private static func statement(of function: Function, _ arguments: [String]) throws(Obstacle)
    -> Statement
  {
    if let formula = function.activation as? any CompiledFormula,
      let source = formula.program.source
    {
      let kind: Formula.Kind =
        switch formula {
        case is FormulaGate: .gate
        case is FormulaDensity: .density
        case is FormulaSlope: .slope
        default: .activation
        }
      try check(kind)
      let known = source.parameters.filter { !arguments.contains($0.key) }
      return (kind, source.expression, known)
    }
    let family = function.family
    let values = function.settings.map { ($0.parameter.name, $0.value) }
    let named = Dictionary(values, uniquingKeysWith: { first, _ in first })
      .filter { !arguments.contains($0.key) }
    let text = closedForm(of: family, named) ?? family.definition.text { named[$0] }
    return try statement(of: family, text, named)
  }

  private static func statement(
    of family: FunctionFamily, _ text: String, _ named: [String: Double]
  ) throws(Obstacle) -> Statement {
    guard let formula = try? Formula(defining: family, as: text),
      let expression = try? formula.programmed
    else { throw Obstacle("its definition cannot be read") }
    try check(formula.kind)
    return (formula.kind == .sign ? .gate : formula.kind, expression, named)
  }

  /// What the definition is where an argument has a value of its own.
  private static func cases(
    of function: Function, _ arguments: [String], _ known: [String: Double]
  ) throws(Obstacle) -> [(place: Int, value: Double, statement: Statement)] {
    var cases: [(place: Int, value: Double, statement: Statement)] = []
    for other in function.family.definition.cases {
      guard let place = arguments.firstIndex(of: other.parameter) else { continue }
      cases.append((place, other.value, try statement(of: function.family, other.text, known)))
    }
    return cases
  }

  private static func check(_ kind: Formula.Kind) throws(Obstacle) {
    switch kind {
    case .activation, .gate, .sign: break
    case .density: throw Obstacle("f is stated by its density, whose integral has no closed form")
    case .slope: throw Obstacle("f is stated by its slope, whose integral has no closed form")
    }
  }

  /// The generalised normal distribution where it has a name: Laplace's, the normal and the uniform one.
  private static func closedForm(of family: FunctionFamily, _ values: [String: Double]) -> String? {
    guard family.name == "gennorm" else { return nil }
    switch values["beta"] {
    case 1: return "gate: where(x < 0, exp(x/alpha)/2, 1 - exp(-x/alpha)/2)"
    case 2: return "gate: erfc(-x/alpha)/2"
    case .infinity?: return "gate: clip((x/alpha + 1)/2, 0, 1)"
    default: return nil
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
