import Activations

/// Turns an expression into a program: constants folded, equal parts computed once, overflowing
/// idioms replaced by their stable twins.
package struct Compiler {
  var program = Program()
  private var known: [Program.Instruction: Int] = [:]

  /// The program of an expression with its parameters set.
  ///
  /// - Throws: `FormulaError` for a parameter of a catalogue's function outside its domain.
  static func program(_ expression: Expression, parameters: [String: Double])
    throws(FormulaError) -> Program
  {
    var compiler = Compiler()
    var places: [Int] = []
    for node in expression.nodes {
      let operands = node.operands.map { places[$0] }
      places.append(try compiler.lower(node, operands, parameters, expression.text))
    }
    compiler.program.keep(places.last ?? 0)
    return compiler.program
  }

  private mutating func lower(
    _ node: Expression.Node, _ operands: [Int], _ parameters: [String: Double], _ text: String
  ) throws(FormulaError) -> Int {
    switch node.operation {
    case .x: return emit(.x)
    case .number(let value): return emit(.constant(value))
    case .parameter(let name): return emit(.constant(parameters[name] ?? .nan))
    case .add: return add(operands[0], operands[1])
    case .subtract: return subtract(operands[0], operands[1])
    case .multiply: return multiply(operands[0], operands[1])
    case .divide: return divide(operands[0], operands[1])
    case .power: return power(operands[0], operands[1])
    case .negate: return scale(operands[0], by: -1)
    case .intrinsic(let function): return intrinsic(function, operands[0])
    case .binary(let function): return emit(.binary(function, operands[0], operands[1]))
    case .maximum: return emit(.maximum(operands[0], operands[1]))
    case .minimum: return emit(.minimum(operands[0], operands[1]))
    case .select(let comparison):
      return emit(
        .select(comparison, operands[0], operands[1], operands[2], otherwise: operands[3]))
    case .catalogue(let family, let owned):
      var values: [Double] = []
      for (parameter, operand) in zip(owned, operands.dropFirst()) {
        let value = constant(operand) ?? .nan
        guard parameter.domain.contains(value) else {
          throw FormulaError(
            "\(parameter.name) of \(family.name) must be \(parameter.domain.sentence), "
              + "not \(Activations.text(value)).", in: text, at: node.offset)
        }
        values.append(value)
      }
      program.activations.append(family.make(values))
      return emit(.activation(place: program.activations.count - 1, operands[0]))
    }
  }

  /// The value of a register that does not change with x.
  func constant(_ register: Int) -> Double? {
    if case .constant(let value) = program.instructions[register] { value } else { nil }
  }

  /// The register of an instruction: one that has it already, or a new one; constants are folded.
  mutating func emit(_ instruction: Program.Instruction) -> Int {
    if let register = known[instruction] { return register }
    let operands = instruction.operands
    if !operands.isEmpty, operands.allSatisfy({ constant($0) != nil }) {
      return emit(.constant(folded(instruction)))
    }
    program.instructions.append(instruction)
    known[instruction] = program.instructions.count - 1
    return program.instructions.count - 1
  }

  /// The value of an instruction whose operands are all constants.
  private func folded(_ instruction: Program.Instruction) -> Double {
    var single = Program()
    single.activations = program.activations
    single.quotients = program.quotients
    let moved = instruction.mapOperands { operand in
      single.instructions.append(program.instructions[operand])
      return single.instructions.count - 1
    }
    single.instructions.append(moved)
    return single.evaluate([0])[0].value
  }
}

extension Program {
  /// Drops the instructions that a register does not need, so that it stands last.
  fileprivate mutating func keep(_ result: Int) {
    var isNeeded = Array(repeating: false, count: instructions.count)
    isNeeded[result] = true
    for index in instructions.indices.reversed() where isNeeded[index] {
      for operand in instructions[index].operands { isNeeded[operand] = true }
    }
    var places = Array(repeating: 0, count: instructions.count)
    var kept: [Instruction] = []
    for (index, instruction) in instructions.enumerated() where isNeeded[index] {
      places[index] = kept.count
      kept.append(instruction.mapOperands { places[$0] })
    }
    instructions = kept
  }
}
