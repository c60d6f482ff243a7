import Activations

// Derivatives of functions that are quoted, as in `gelu″(2x)`.

extension ProgramBuilder {
  /// The most instructions that a derivative may take, and a formula with several.
  private static let (most, mostInAll) = (4000, 12_000)

  /// Emits a derivative of a function at an argument.
  ///
  /// - Throws: `FormulaError` for a function whose derivative the language cannot say, or that would be too long.
  mutating func emit(
    _ order: Int, of quote: Quote, _ argument: Int, _ values: [String: Double],
    in text: String, at offset: Int
  ) throws(FormulaError) -> Int {
    var inner = ProgramBuilder()
    var register = try inner.emit(quote, of: inner.emit(.x), values)
    for _ in 0..<order {
      do throws(Underivable) {
        register = try inner.slope(of: register)
      } catch {
        throw FormulaError(
          "\(quote.name)′ needs the derivative of \(error.function), which the language has no word for.",
          in: text, at: offset)
      }
      guard inner.program.instructions.count <= Self.most else {
        throw FormulaError(
          "This derivative of \(quote.name) takes too many operations; take fewer primes.",
          in: text, at: offset)
      }
    }
    let result = emit(inner.program(of: register), of: argument)
    guard program.instructions.count <= Self.mostInAll else {
      throw FormulaError(
        "The derivatives in this formula take too many operations together.", in: text, at: offset)
    }
    return result
  }

  /// Emits a function written out, so that it can be differentiated; one that is stated by its density stands as it is.
  mutating func emit(_ quote: Quote, of u: Int, _ values: [String: Double]) throws(FormulaError)
    -> Int
  {
    let (form, expression) = try quote.statement(values)
    if form == .density, case .catalogue(let family) = quote {
      let known = family.parameters.map { values[$0.name] ?? .nan }
      return emit(
        Program.Callee(family: family, values: known, activation: family.activation(at: known)),
        of: u)
    }
    let value = try emit(expression, at: u, values)
    return form == .gate ? emit(.multiply(u, value)) : value
  }

  /// Emits an expression, catalogue's functions written out, with a register for x.
  mutating func emit(_ expression: Expression, at u: Int, _ values: [String: Double])
    throws(FormulaError) -> Int
  {
    var part = ProgramBuilder()
    part.writesOut = true
    let result = try part.emit(expression, parameters: values)
    return emit(part.program(of: result), of: u)
  }

  /// Emits a program with a register for x.
  mutating func emit(_ program: Program, of argument: Int) -> Int {
    var places: [Int] = []
    for instruction in program.instructions {
      if instruction == .x {
        places.append(argument)
      } else if case .activation(let place, let u) = instruction {
        places.append(emit(program.callees[place], of: places[u]))
      } else if case .exponentials(let place, let u) = instruction {
        places.append(emit(program.quotients[place], of: places[u]))
      } else {
        places.append(emit(instruction.mapOperands { places[$0] }))
      }
    }
    return places.last ?? argument
  }
}
