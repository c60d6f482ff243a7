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
    if isTernary { return try ternary() }
    var branches: [(value: Int, condition: Condition, offset: Int)] = []
    var last = try sum()
    if peek.kind == .name("if") { return try conditional(last) }
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

  /// `condition ? a : b`, as in C.
  private mutating func ternary() throws(FormulaError) -> Int {
    let level = try deepen()
    defer { rise(to: level) }
    let offset = peek.offset
    let condition = try alternatives()
    try expect(.question)
    let value = try cases()
    try expect(.colon)
    return try choice(condition, value, try cases(), at: offset)
  }

  /// Whether a question mark stands in what comes next, in no bracket of its own.
  private var isTernary: Bool {
    guard hasQuestion else { return false }
    var depth = 0
    for token in tokens[min(next, tokens.count)...] {
      switch token.kind.symbol {
      case .open: depth += 1
      case .close:
        depth -= 1
        if depth < 0 { return false }
      case .question where depth == 0: return true
      case .comma where depth == 0, .semicolon where depth == 0, .colon where depth == 0:
        return false
      default: break
      }
    }
    return false
  }

  /// `a if condition else b`, as in Python, behind a.
  private mutating func conditional(_ value: Int) throws(FormulaError) -> Int {
    let level = try deepen()
    defer { rise(to: level) }
    let offset = take().offset
    let condition = try alternatives()
    guard peek.kind == .name("else") else { throw unexpected("'else' or an operator") }
    take()
    return try choice(condition, value, try cases(), at: offset)
  }

  /// A condition in brackets as a number: 1 where it holds, else 0; the bracket is next.
  mutating func indicator() throws(FormulaError) -> Int {
    let offset = take().offset
    let condition = try alternatives()
    try expect(.close)
    let one = try expression.append(.number(1), at: offset)
    let zero = try expression.append(.number(0), at: offset)
    return try choice(condition, one, zero, at: offset)
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
    while peek.kind == .name("or") || peek.kind == .symbol(.or) || isDoubleBar {
      if isDoubleBar { take() }
      take()
      condition = .either(condition, try conjunction())
    }
    return condition
  }

  /// `condition and condition`, which binds stronger than `or`.
  private mutating func conjunction() throws(FormulaError) -> Condition {
    var condition = try comparisons()
    while peek.kind == .name("and") || peek.kind == .symbol(.and) {
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

  /// `||`, as in C.
  var isDoubleBar: Bool {
    peek.kind == .symbol(.bar) && peekSecond.kind == .symbol(.bar)
      && peek.end == peekSecond.offset
  }

  /// The comparison that comes next; in a condition `=` can mean nothing else than `==`.
  private var comparison: Expression.Comparison? {
    if peek.kind == .symbol(.equals) { return .equal }
    return peek.kind.symbol.flatMap { Expression.Comparison(rawValue: $0.rawValue) }
  }

  /// Whether the bracket that comes next holds a condition and not a number: a comparison, `and` or `or` stands
  /// in it and in no bracket within.
  var opensCondition: Bool {
    guard peek.kind == .symbol(.open) else { return false }
    var (depth, compares) = (0, false)
    for token in tokens[next...] {
      switch token.kind {
      case .symbol(.open): depth += 1
      case .symbol(.close): depth -= 1
      case .name("for") where depth == 1, .name("if") where depth == 1: return false
      case .symbol(.question) where depth == 1, .symbol(.comma) where depth == 1: return false
      case .name("and") where depth == 1, .name("or") where depth == 1: compares = true
      case .symbol(let symbol) where depth == 1:
        compares = compares || Expression.Comparison(rawValue: symbol.rawValue) != nil
      case .name, .number, .raised, .prime, .symbol, .end: break
      }
      if depth == 0 { return compares }
    }
    return compares
  }
}
