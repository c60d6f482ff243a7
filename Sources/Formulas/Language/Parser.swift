import Activations

/// Understands a formula by descending through its precedences; how deep is bounded.
///
/// sum = product { (+ | −) product }, product = unary { (* | /) unary }, unary = − unary | power,
/// power = primary [^ unary]; calls stand in an extension.
package struct Parser {
  /// The longest formula, in characters.
  static let longest = 10_000
  /// How deep parentheses, calls, powers and signs may nest.
  static let deepest = 200

  let text: String
  let definitions: Definitions
  /// The names that may be parameters; any may where it is nil.
  let declared: [String]?
  private let tokens: [Token]
  private var next = 0
  private var depth = 0
  var expression: Expression

  init(
    _ text: String, definitions: Definitions = Definitions(), declared: [String]? = nil,
    from start: Int = 0
  ) throws(FormulaError) {
    guard text.utf8.count <= 4 * Self.longest, text.count <= Self.longest else {
      throw FormulaError(
        "A formula has at most \(Self.longest) characters.", in: text, at: Self.longest)
    }
    self.text = text
    self.definitions = definitions
    self.declared = declared
    tokens = try Lexer.tokens(of: text, from: start)
    expression = Expression(text: text)
  }

  /// The whole text as one formula.
  mutating func formula() throws(FormulaError) -> Expression {
    let root = try sum()
    guard peek.kind == .end else { throw unexpected("an operator") }
    // The last node is the formula's value; a lone name that was read first may not be it.
    guard root == expression.nodes.count - 1 else {
      let zero = try expression.append(.number(0), at: 0)
      _ = try expression.append(.add, [root, zero], at: 0)
      return expression
    }
    return expression
  }

  // MARK: Precedences

  mutating func sum() throws(FormulaError) -> Int {
    var left = try product()
    while let operation = Self.additive[peek.kind.symbol] {
      let offset = take().offset
      let right = try product()
      left = try expression.append(operation, [left, right], at: offset)
    }
    return left
  }

  private mutating func product() throws(FormulaError) -> Int {
    var left = try unary()
    while let operation = Self.multiplicative[peek.kind.symbol] {
      let offset = take().offset
      let right = try unary()
      left = try expression.append(operation, [left, right], at: offset)
    }
    return left
  }

  private mutating func unary() throws(FormulaError) -> Int {
    depth += 1
    defer { depth -= 1 }
    guard depth <= Self.deepest else {
      throw FormulaError(
        "A formula nests at most \(Self.deepest) levels deep.", in: text, at: peek.offset)
    }
    let offset = peek.offset
    if skip(.minus) { return try expression.append(.negate, [try unary()], at: offset) }
    if skip(.plus) { return try unary() }
    var base = try primary()
    while let exponent: Double = skip(.square) ? 2 : skip(.cube) ? 3 : nil {
      let power = try expression.append(.number(exponent), at: offset)
      base = try expression.append(.power, [base, power], at: offset)
    }
    let place = peek.offset
    guard skip(.power) else { return base }
    return try expression.append(.power, [base, try unary()], at: place)
  }

  private mutating func primary() throws(FormulaError) -> Int {
    let token = peek
    switch token.kind {
    case .number(let value):
      take()
      return try expression.append(.number(value), at: token.offset)
    case .name(let name):
      take()
      return peek.kind == .symbol(.open) ? try call(name, token) : try constant(name, token)
    case .symbol(.open):
      take()
      let inner = try sum()
      try expect(.close)
      return inner
    case .symbol(.bar):
      take()
      let inner = try sum()
      guard skip(.bar) else { throw unexpected("an operator or '|'") }
      return try expression.append(.intrinsic(.abs), [inner], at: token.offset)
    default:
      throw unexpected("a number, a name or '('", wants: false)
    }
  }

  private mutating func constant(_ name: String, _ token: Token) throws(FormulaError) -> Int {
    switch name {
    case "x": return try expression.append(.x, at: token.offset)
    case "pi": return try expression.append(.constant(.pi), at: token.offset)
    case "e": return try expression.append(.constant(.e), at: token.offset)
    case "inf": return try expression.append(.number(.infinity), at: token.offset)
    default:
      if let declared, !declared.contains(name) {
        throw FormulaError(unknownName(token.text), in: text, at: token.offset)
      }
      if declared == nil, isFunction(name) { expression.functionNames.insert(name) }
      return try expression.append(.parameter(name), at: token.offset)
    }
  }

  private func unknownName(_ name: String) -> String {
    isFunction(name.lowercased())
      ? "\(name) is a function and needs an argument: \(name)(x)."
      : "'\(name)' is not a parameter here; add it to the list: NAME(x; \(name)=1) = …"
  }

  // MARK: Tokens

  var peek: Token { tokens[min(next, tokens.count - 1)] }
  /// The token behind the next.
  var peekSecond: Token { tokens[min(next + 1, tokens.count - 1)] }

  @discardableResult
  mutating func take() -> Token {
    defer { next += 1 }
    return peek
  }

  /// Takes the symbol if it is next.
  mutating func skip(_ symbol: Token.Symbol) -> Bool {
    guard peek.kind == .symbol(symbol) else { return false }
    next += 1
    return true
  }

  mutating func expect(_ symbol: Token.Symbol) throws(FormulaError) {
    guard skip(symbol) else { throw unexpected("an operator or '\(symbol.rawValue)'") }
  }

  /// Says what was expected where the next token stands; `wants` is false where an operand is.
  func unexpected(_ expected: String, wants operator: Bool = true) -> FormulaError {
    let token = peek
    let hint: String
    switch token.kind {
    case .number, .name, .symbol(.open):
      hint = `operator` ? "; a product is written with '*'" : ""
    case .symbol(.equals):
      hint = "; a definition begins with 'NAME(x) =', and numbers are compared with '=='"
    case .symbol(let symbol) where Expression.Comparison(rawValue: symbol.rawValue) != nil:
      hint = "; comparisons stand in where(condition, a, b) only"
    default: hint = ""
    }
    return FormulaError(
      "Expected \(expected), not \(token.quoted)\(hint).", in: text, at: token.offset)
  }

  private static let additive: [Token.Symbol?: Expression.Operation] = [
    .plus: .add, .minus: .subtract,
  ]
  private static let multiplicative: [Token.Symbol?: Expression.Operation] = [
    .times: .multiply, .over: .divide,
  ]
}

extension Token.Kind {
  /// The symbol that the token is, if it is one.
  var symbol: Token.Symbol? {
    if case .symbol(let symbol) = self { symbol } else { nil }
  }
}
