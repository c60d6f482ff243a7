import Activations

// From the nodes of an expression to instructions, one for one.

extension ProgramBuilder {
  /// Emits an expression with its parameters set, and gives the register of its value.
  ///
  /// - Throws: `FormulaError` for a parameter of a catalogue's function outside its domain.
  mutating func emit(_ expression: Expression, parameters: [String: Double])
    throws(FormulaError) -> Int
  {
    var places: [Int] = []
    for node in expression.nodes {
      let operands = node.operands.map { places[$0] }
      places.append(try lower(node, operands, parameters, expression.text))
    }
    return places.last ?? constant(.nan)
  }

  /// A number without a last digit by functions that give it: π = 4·arctan 1, e = exp 1.
  mutating func exact(_ constant: Expression.Constant) -> Int {
    let one: Int = self.constant(1.0)
    switch constant {
    case .pi:
      let angle = emit(.intrinsic(.atan, one))
      return emit(.scale(angle, by: 4))
    case .e: return emit(.intrinsic(.exp, one))
    }
  }

  /// u − m·⌊u/m⌋, of an m that may have no last digit.
  private mutating func remainder(_ u: Int, _ m: Int) -> Int {
    let steps = emit(.intrinsic(.floor, emit(.divide(u, m))))
    return emit(.subtract(u, emit(.multiply(m, steps))))
  }

  private mutating func lower(
    _ node: Expression.Node, _ operands: [Int], _ parameters: [String: Double], _ text: String
  ) throws(FormulaError) -> Int {
    switch node.operation {
    case .x: return emit((axis ?? .x).instruction(of: .x))
    case .number(let value): return constant(value)
    case .constant(let value): return constants == .rounded ? rounded(value.value) : exact(value)
    case .parameter(let name) where parameters[name] == nil && arguments.contains(name):
      return emit(.held(arguments.firstIndex(of: name) ?? 0))
    case .parameter(Expression.secondVariable) where parameters[Expression.secondVariable] == nil:
      guard let axis else { return constant(.nan) }
      return emit(axis.instruction(of: .y))
    case .parameter(let name): return constant(parameters[name] ?? .nan)
    case .add: return emit(.add(operands[0], operands[1]))
    case .subtract: return emit(.subtract(operands[0], operands[1]))
    case .multiply: return emit(.multiply(operands[0], operands[1]))
    case .divide: return emit(.divide(operands[0], operands[1]))
    case .power: return emit(.power(operands[0], operands[1]))
    case .negate: return emit(.scale(operands[0], by: -1))
    case .intrinsic(.abs): return emit(.abs(operands[0]))
    case .intrinsic(.sign): return emit(.sign(operands[0]))
    case .intrinsic(.heaviside): return emit(.heaviside(operands[0]))
    case .intrinsic(let function): return emit(.intrinsic(function, operands[0]))
    case .binary(.mod) where constants != .rounded: return remainder(operands[0], operands[1])
    case .binary(let function): return emit(.binary(function, operands[0], operands[1]))
    case .maximum: return emit(.maximum(operands[0], operands[1]))
    case .minimum: return emit(.minimum(operands[0], operands[1]))
    case .logSumExp: return logarithmOfSum(operands)
    case .component(let place, let function): return emit(place, of: function, operands)
    case .select(let comparison):
      return emit(
        .select(comparison, operands[0], operands[1], operands[2], otherwise: operands[3]))
    case .catalogue(let family, let owned):
      let values = try values(of: owned, family.name, operands, text, at: node.offset)
      if writesOut {
        return try emit(.catalogue(family), of: operands[0], Self.named(owned, values))
      }
      let callee = Program.Callee(
        family: family, values: values, activation: family.activation(at: values))
      return emit(callee, of: operands[0])
    case .derivative(let order, let quote):
      let owned = quote.parameters
      let values = try values(of: owned, quote.name, operands, text, at: node.offset)
      return try emit(
        order, of: quote, operands[0], Self.named(owned, values), in: text, at: node.offset)
    }
  }

  /// The parameters' values, which stand behind x among the operands.
  private func values(
    of owned: [Parameter], _ function: String, _ operands: [Int], _ text: String, at offset: Int
  ) throws(FormulaError) -> [Double] {
    var values: [Double] = []
    for (parameter, operand) in zip(owned, operands.dropFirst()) {
      let value = value(of: operand)
      guard parameter.domain.contains(value) else {
        throw FormulaError(
          "\(parameter.name) of \(function) must be \(parameter.domain.sentence), "
            + "not \(Decimal.text(value)).", in: text, at: offset)
      }
      values.append(value)
    }
    return values
  }

  private static func named(_ owned: [Parameter], _ values: [Double]) -> [String: Double] {
    Dictionary(zip(owned.map(\.name), values), uniquingKeysWith: { first, _ in first })
  }
}
