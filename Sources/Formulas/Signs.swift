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

  /// Appends s where the last node is ½ ± s/2, (1 ± s)/2, erfc(−u)/2, σ(u) or Φ(u); whether it is.
  private mutating func appendOddPart() throws(FormulaError) -> Bool {
    guard let top = nodes.last else { return false }
    if let (a, b, sign) = sum(top) {
      if value(a) == 0.5 { return try append(2 * sign, times: b) }
      return value(b) == 0.5 && sign > 0 ? try append(2, times: a) : false
    }
    if let half = half(top) {
      if case .intrinsic(.erfc) = nodes[half].operation {
        _ = try append(.intrinsic(.erf), nodes[half].operands, at: 0)
        return try append(-1, times: nodes.count - 1)
      }
      return try appendTerm(of: nodes[half])
    }
    if case .intrinsic(.sigmoid) = top.operation {
      _ = try append(0.5, times: top.operands[0])
      _ = try append(.intrinsic(.tanh), [nodes.count - 1], at: 0)
      return true
    }
    guard case .intrinsic(.distribution) = top.operation else { return false }
    let two = try append(.number(2), at: 0)
    let root = try append(.intrinsic(.sqrt), [two], at: 0)
    let argument = try append(.divide, [top.operands[0], root], at: 0)
    _ = try append(.intrinsic(.erf), [argument], at: 0)
    return true
  }

  /// Appends s where a node is 1 ± s or s + 1.
  private mutating func appendTerm(of node: Node) throws(FormulaError) -> Bool {
    guard let (a, b, sign) = sum(node) else { return false }
    if value(a) == 1 { return try append(sign, times: b) }
    return value(b) == 1 && sign > 0 ? try append(1, times: a) : false
  }

  /// a and b of a + b or a − b, with the sign of b.
  private func sum(_ node: Node) -> (a: Int, b: Int, sign: Double)? {
    if case .add = node.operation { return (node.operands[0], node.operands[1], 1) }
    if case .subtract = node.operation { return (node.operands[0], node.operands[1], -1) }
    return nil
  }

  /// What a node is half of.
  private func half(_ node: Node) -> Int? {
    if case .divide = node.operation {
      return value(node.operands[1]) == 2 ? node.operands[0] : nil
    }
    guard case .multiply = node.operation else { return nil }
    return value(node.operands[0]) == 0.5
      ? node.operands[1] : value(node.operands[1]) == 0.5 ? node.operands[0] : nil
  }

  private mutating func append(_ factor: Double, times node: Int) throws(FormulaError) -> Bool {
    let factor = try append(.number(factor), at: 0)
    _ = try append(.multiply, [factor, node], at: 0)
    return true
  }

  /// The value of a node that is a number or a quotient of two.
  private func value(_ node: Int) -> Double? {
    if case .number(let number) = nodes[node].operation { return number }
    guard case .divide = nodes[node].operation, let a = value(nodes[node].operands[0]),
      let b = value(nodes[node].operands[1])
    else { return nil }
    return a / b
  }
}
