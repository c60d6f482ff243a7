import Activations

// A gate H and the approximation s = 2H − 1 of sign x, each from the other.

extension Expression {
  /// (1 + s)/2 of an expression s; of tanh(u) and erf(u) what keeps the left tail, σ(2u) and erfc(−u)/2.
  func gateOfSign() throws(FormulaError) -> Expression {
    var gate = self
    let sign = nodes.count - 1
    if case .intrinsic(.tanh) = nodes[sign].operation {
      _ = try gate.append(2, times: nodes[sign].operands[0])
      _ = try gate.append(.intrinsic(.sigmoid), [gate.nodes.count - 1], at: 0)
      return gate
    }
    if case .intrinsic(.erf) = nodes[sign].operation {
      _ = try gate.append(.negate, nodes[sign].operands, at: 0)
      let rest = try gate.append(.intrinsic(.erfc), [gate.nodes.count - 1], at: 0)
      _ = try gate.append(0.5, times: rest)
      return gate
    }
    let one = try gate.append(.number(1), at: 0)
    let sum = try gate.append(.add, [one, sign], at: 0)
    let two = try gate.append(.number(2), at: 0)
    _ = try gate.append(.divide, [sum, two], at: 0)
    return gate
  }

  /// 2H − 1 of an expression H; what stands beside ½ in it where that can be read off, so that it keeps its digits.
  func signOfGate() throws(FormulaError) -> Expression {
    var sign = self
    if try sign.appendOddPart() { return sign }
    let gate = nodes.count - 1
    let two = try sign.append(.number(2), at: 0)
    let double = try sign.append(.multiply, [two, gate], at: 0)
    let one = try sign.append(.number(1), at: 0)
    _ = try sign.append(.subtract, [double, one], at: 0)
    return sign
  }

  /// Appends s where the last node is ½ ± s/2, (1 ± s)/2, σ(u) or Φ(u); whether it is.
  private mutating func appendOddPart() throws(FormulaError) -> Bool {
    guard let top = nodes.last else { return false }
    let operands = top.operands
    switch top.operation {
    case .add, .subtract:
      let sign: Double = if case .subtract = top.operation { -1 } else { 1 }
      if value(operands[0]) == 0.5 { return try append(2 * sign, times: operands[1]) }
      guard value(operands[1]) == 0.5, sign > 0 else { return false }
      return try append(2, times: operands[0])
    case .multiply where value(operands[0]) == 0.5:
      if case .intrinsic(.erfc) = nodes[operands[1]].operation {
        _ = try append(.intrinsic(.erf), nodes[operands[1]].operands, at: 0)
        return try append(-1, times: nodes.count - 1)
      }
      return try appendTerm(of: operands[1])
    case .multiply where value(operands[1]) == 0.5: return try appendTerm(of: operands[0])
    case .divide where value(operands[1]) == 2: return try appendTerm(of: operands[0])
    case .intrinsic(.sigmoid):
      _ = try append(0.5, times: operands[0])
      _ = try append(.intrinsic(.tanh), [nodes.count - 1], at: 0)
      return true
    case .intrinsic(.distribution):
      let two = try append(.number(2), at: 0)
      let root = try append(.intrinsic(.sqrt), [two], at: 0)
      let argument = try append(.divide, [operands[0], root], at: 0)
      _ = try append(.intrinsic(.erf), [argument], at: 0)
      return true
    default: return false
    }
  }

  /// Appends s where a node is 1 ± s or s + 1.
  private mutating func appendTerm(of node: Int) throws(FormulaError) -> Bool {
    let operands = nodes[node].operands
    switch nodes[node].operation {
    case .add where value(operands[0]) == 1: return try append(1, times: operands[1])
    case .add where value(operands[1]) == 1: return try append(1, times: operands[0])
    case .subtract where value(operands[0]) == 1: return try append(-1, times: operands[1])
    default: return false
    }
  }

  private mutating func append(_ factor: Double, times node: Int) throws(FormulaError) -> Bool {
    let factor = try append(.number(factor), at: 0)
    _ = try append(.multiply, [factor, node], at: 0)
    return true
  }

  /// The value of a node that is a number or a quotient of two.
  private func value(_ node: Int) -> Double? {
    let operands = nodes[node].operands
    switch nodes[node].operation {
    case .number(let number): return number
    case .divide: return value(operands[0]).flatMap { a in value(operands[1]).map { a / $0 } }
    default: return nil
    }
  }
}
