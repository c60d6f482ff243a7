// The gate that a formula of f shows: what is left of x·G when x is taken out.

extension Expression {
  /// G of an expression x·G, where x can be taken out of a product, the numerator of a quotient, both terms of a sum, or both arms
  /// of a condition, of which one may be 0.
  ///
  /// Nothing is divided by x, so that G(0) is what the rest of the formula says. Nil where no such x is seen.
  var gateOfProduct: Expression? {
    guard let whole = nodes.indices.last else { return nil }
    var wanted: Set<Int> = [whole]
    for place in nodes.indices.reversed() where wanted.contains(place) {
      wanted.formUnion(nodes[place].holdersOfFactors)
    }
    var rest = self
    var quotients: [Int: Int] = [:]
    for place in wanted.sorted() {
      quotients[place] = try? rest.appendQuotient(of: nodes[place], quotients)
    }
    return quotients[whole].map { rest.needed(by: $0) }
  }

  /// Appends what a node is x times; nil where x is no factor of it, given those of the nodes before.
  private mutating func appendQuotient(of node: Node, _ quotients: [Int: Int])
    throws(FormulaError) -> Int?
  {
    let (operands, offset) = (node.operands, node.offset)
    let rests = operands.map { quotients[$0] }
    switch node.operation {
    case .x: return try append(.number(1), at: offset)
    case .negate, .divide:
      guard let rest = rests[0] else { return nil }
      return try append(node.operation, [rest] + operands.dropFirst(), at: offset)
    case .multiply:
      if let rest = rests[0] { return try append(rest, times: operands[1], at: offset) }
      guard let rest = rests[1] else { return nil }
      return try append(operands[0], times: rest, at: offset)
    case .add, .subtract:
      guard let a = rests[0], let b = rests[1] else { return nil }
      return try append(node.operation, [a, b], at: offset)
    case .select:
      // 0 is x times 0.
      let arms = [2, 3].map { rests[$0] ?? (isZero(operands[$0]) ? operands[$0] : nil) }
      guard rests[2] != nil || rests[3] != nil, let then = arms[0], let otherwise = arms[1]
      else { return nil }
      return try append(node.operation, [operands[0], operands[1], then, otherwise], at: offset)
    case .number, .constant, .parameter, .power, .intrinsic, .binary, .maximum, .minimum,
      .logSumExp, .component, .catalogue, .derivative:
      return nil
    }
  }

  /// Appends a product, without a factor 1.
  private mutating func append(_ a: Int, times b: Int, at offset: Int) throws(FormulaError) -> Int {
    if case .number(1) = nodes[a].operation { return b }
    if case .number(1) = nodes[b].operation { return a }
    return try append(.multiply, [a, b], at: offset)
  }

  private func isZero(_ place: Int) -> Bool {
    if case .number(0) = nodes[place].operation { true } else { false }
  }

  /// The part that a node needs, with this node as its last.
  private func needed(by whole: Int) -> Expression {
    var wanted: Set<Int> = [whole]
    for place in nodes.indices.reversed() where wanted.contains(place) {
      wanted.formUnion(nodes[place].operands)
    }
    let kept = wanted.sorted()
    let places = Dictionary(uniqueKeysWithValues: zip(kept, kept.indices))
    var part = self
    part.nodes = kept.map { place in
      var node = nodes[place]
      node.operands = node.operands.compactMap { places[$0] }
      return node
    }
    return part
  }
}

extension Expression.Node {
  /// The operands of which x may be a factor, where it is one of the node.
  fileprivate var holdersOfFactors: [Int] {
    switch operation {
    case .multiply, .add, .subtract: operands
    case .negate, .divide: [operands[0]]
    case .select: Array(operands[2...])
    case .x, .number, .constant, .parameter, .power, .intrinsic, .binary, .maximum, .minimum,
      .logSumExp, .component, .catalogue, .derivative:
      []
    }
  }
}
