// Conditions: in `where(condition, a, b)` and in cases, `a for condition, else b`.

/// What a choice depends on.
private indirect enum Condition {
  case comparison(Expression.Comparison, Int, Int)
  case both(Condition, Condition)
  case either(Condition, Condition)
}

extension Parser {
  /// `a for condition, b for condition, else c`, or a sum alone.
  mutating func cases() throws(FormulaError) -> Int {
    var branches: [(value: Int, condition: Condition, offset: Int)] = []
    var last = try sum()
    while peek.kind == .name("for") {
      let offset = take().offset
      branches.append((last, try alternatives(), offset))
      guard skip(.comma) else { throw unexpected("an operator or ', else'") }
      let isLast = peek.kind == .name("else")
      if isLast { take() }
      last = try sum()
      guard isLast || peek.kind == .name("for") else { throw unexpected("'for' or an operator") }
      if isLast { break }
    }
    for branch in branches.reversed() {
      last = try choice(branch.condition, branch.value, last, at: branch.offset)
    }
    return last
  }

  /// `condition, a, b)` behind `where(`.
  mutating func selection(at offset: Int) throws(FormulaError) -> Int {
    let condition = try alternatives()
    var operands: [Int] = []
    for _ in 0..<2 {
      guard skip(.comma) else { throw unexpected("an operator or ','") }
      operands.append(try sum())
    }
    try expect(.close)
    return try choice(condition, operands[0], operands[1], at: offset)
  }

  /// One of two values.
  private mutating func choice(
    _ condition: Condition, _ value: Int, _ otherwise: Int, at offset: Int
  ) throws(FormulaError) -> Int {
    switch condition {
    case .comparison(let comparison, let left, let right):
      return try expression.append(
        .select(comparison), [left, right, value, otherwise], at: offset)
    case .both(let first, let second):
      let inner = try choice(second, value, otherwise, at: offset)
      return try choice(first, inner, otherwise, at: offset)
    case .either(let first, let second):
      let inner = try choice(second, value, otherwise, at: offset)
      return try choice(first, value, inner, at: offset)
    }
  }

  /// `condition or condition`.
  private mutating func alternatives() throws(FormulaError) -> Condition {
    var condition = try conjunction()
    while peek.kind == .name("or") {
      take()
      condition = .either(condition, try conjunction())
    }
    return condition
  }

  /// `condition and condition`, which binds stronger than `or`.
  private mutating func conjunction() throws(FormulaError) -> Condition {
    var condition = try comparisons()
    while peek.kind == .name("and") {
      take()
      condition = .both(condition, try comparisons())
    }
    return condition
  }

  /// `a < b`, or a chain such as `0 < x <= 1`, or a condition in brackets.
  private mutating func comparisons() throws(FormulaError) -> Condition {
    if opensCondition {
      let depth = try deepen()
      defer { rise(to: depth) }
      take()
      let condition = try alternatives()
      try expect(.close)
      return condition
    }
    var left = try sum()
    guard let first = comparison else { throw unexpected("a comparison such as '<'", wants: false) }
    take()
    var right = try sum()
    var condition = Condition.comparison(first, left, right)
    while let next = comparison {
      take()
      left = right
      right = try sum()
      condition = .both(condition, .comparison(next, left, right))
    }
    return condition
  }

  /// The comparison that comes next.
  private var comparison: Expression.Comparison? {
    peek.kind.symbol.flatMap { Expression.Comparison(rawValue: $0.rawValue) }
  }

  /// Whether the bracket that comes next holds a condition and not a number: a comparison, `and` or `or` stands
  /// in it and in no bracket within.
  private var opensCondition: Bool {
    guard peek.kind == .symbol(.open) else { return false }
    var depth = 0
    for token in tokens[next...] {
      switch token.kind {
      case .symbol(.open): depth += 1
      case .symbol(.close): depth -= 1
      case .name("for") where depth == 1: return false
      case .name("and") where depth == 1, .name("or") where depth == 1: return true
      case .symbol(let symbol) where depth == 1:
        if Expression.Comparison(rawValue: symbol.rawValue) != nil { return true }
      case .name, .number, .raised, .prime, .symbol, .end: break
      }
      if depth == 0 { return false }
    }
    return false
  }
}
