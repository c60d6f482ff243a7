import Activations

/// Understands a formula by descending through its precedences; how deep is bounded.
///
/// formula = sum [for condition, formula or else formula], sum = product { (+ | −) product },
/// product = unary { (* | / | nothing) unary }, unary = − unary | power, power = primary [^ unary];
/// calls and conditions stand in extensions.
package struct Parser {
  /// The longest formula, in characters.
  static let longest = 10_000
  /// How deep parentheses, calls, powers and signs may nest.
  static let deepest = 200

  let text: String
  let definitions: Definitions
  /// The names that may be parameters; any may where it is nil.
  let declared: [String]?
  let tokens: [Token]
  /// Whether a `?` stands in it, which is looked for again and again.
  let hasQuestion: Bool
  private(set) var next = 0
  private var depth = 0
  /// How many bars of `|x|` are open.
  private var bars = 0
  var expression: Expression
  /// The call of a vector of which no component was picked, where one was met.
  var vector: VectorCall?

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
    hasQuestion = tokens.contains { $0.kind == .symbol(.question) }
    expression = Expression(text: text)
  }

  /// The whole text as one formula.
  mutating func formula() throws(FormulaError) -> Expression {
    let root = try cases()
    return try ended(root)
  }

  /// The formula whose value is a node, if the text ends there.
  func ended(_ root: Int) throws(FormulaError) -> Expression {
    var expression = expression
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
    while true {
      let offset = peek.offset
      let operation: Expression.Operation
      if let written = Self.multiplicative[peek.kind.symbol] {
        operation = written
        take()
      } else if isJuxtaposed {
        operation = .multiply
      } else {
        return left
      }
      let right = try unary()
      left = try expression.append(operation, [left, right], at: offset)
      if case .divide = operation, isJuxtaposed { throw ambiguous("/") }
    }
  }

  /// Whether what comes next stands right behind an operand, which makes it a factor: `2x`, `½(1 + x)`.
  private var isJuxtaposed: Bool {
    guard next > 0, tokens[next - 1].end == peek.offset else { return false }
    switch peek.kind {
    case .name, .symbol(.open), .symbol(.root), .symbol(.cubeRoot), .symbol(.openFloor),
      .symbol(.openCeiling):
      return true
    case .symbol(.bar): return bars == 0 && !isDoubleBar
    case .number, .raised, .prime, .symbol, .end: return false
    }
  }

  private func ambiguous(_ operation: String) -> FormulaError {
    FormulaError(
      "What belongs to the '\(operation)' is not clear: a product is written with '*', "
        + "or brackets stand around it.", in: text, at: peek.offset)
  }

  private mutating func unary() throws(FormulaError) -> Int {
    let level = try deepen()
    defer { rise(to: level) }
    let offset = peek.offset
    if skip(.minus) { return try expression.append(.negate, [try unary()], at: offset) }
    if skip(.plus) { return try unary() }
    var base = try primary()
    while case .raised(let exponent) = peek.kind {
      take()
      let power = try expression.append(.number(exponent), at: offset)
      base = try expression.append(.power, [base, power], at: offset)
    }
    // Of a raised exponent it is clear where it ends.
    let (place, isRaised) = (peek.offset, peek.text.isEmpty)
    guard skip(.power) else { return base }
    let power = try expression.append(.power, [base, try unary()], at: place)
    if isJuxtaposed, !isRaised { throw ambiguous("^") }
    return power
  }

  private mutating func primary() throws(FormulaError) -> Int {
    let token = peek
    switch token.kind {
    case .number(let value):
      take()
      return try expression.append(.number(value), at: token.offset)
    case .name(let name):
      take()
      return isCall(of: name, token) ? try call(name, token) : try constant(name, token)
    case .symbol(.root), .symbol(.cubeRoot):
      take()
      return try root(token)
    case .symbol(.open):
      if opensCondition { return try indicator() }
      take()
      let inner = try cases()
      try expect(.close)
      return inner
    case .symbol(.bar):
      take()
      bars += 1
      let inner = try sum()
      bars -= 1
      guard skip(.bar) else { throw unexpected("an operator or '|'") }
      return try expression.append(.intrinsic(.abs), [inner], at: token.offset)
    case .symbol(.openFloor): return try rounded(.floor, until: .closeFloor)
    case .symbol(.openCeiling): return try rounded(.ceil, until: .closeCeiling)
    default:
      throw unexpected("a number, a name or '('", wants: false)
    }
  }

  /// Goes one level deeper, and gives the level to come back to.
  mutating func deepen() throws(FormulaError) -> Int {
    guard depth < Self.deepest else {
      throw FormulaError(
        "A formula nests at most \(Self.deepest) levels deep.", in: text, at: peek.offset)
    }
    depth += 1
    return depth - 1
  }

  mutating func rise(to level: Int) { depth = level }

  /// `⌊x⌋` or `⌈x⌉`.
  private mutating func rounded(_ function: Intrinsic, until close: Token.Symbol)
    throws(FormulaError) -> Int
  {
    let offset = take().offset
    let inner = try sum()
    guard skip(close) else { throw unexpected("an operator or '\(close.rawValue)'") }
    return try expression.append(.intrinsic(function), [inner], at: offset)
  }

  /// What stands behind a sign of a root: a number, a name, a call or brackets.
  private mutating func root(_ token: Token) throws(FormulaError) -> Int {
    let level = try deepen()
    defer { rise(to: level) }
    let function: Intrinsic = token.kind == .symbol(.root) ? .sqrt : .cbrt
    return try expression.append(.intrinsic(function), [try primary()], at: token.offset)
  }

  private mutating func constant(_ name: String, _ token: Token) throws(FormulaError) -> Int {
    switch Self.withoutModule(name) {
    case "x": return try expression.append(.x, at: token.offset)
    case "pi": return try expression.append(.constant(.pi), at: token.offset)
    case "e": return try expression.append(.constant(.e), at: token.offset)
    case "inf": return try expression.append(.number(.infinity), at: token.offset)
    default:
      if let declared, !declared.contains(name) {
        throw FormulaError(unknownName(token.text), in: text, at: token.offset)
      }
      // γ alone is no forgotten Γ(x).
      if declared == nil, isFunction(name), Symbols.namesOfGreek[token.text] == nil {
        expression.functionNames.insert(name)
      }
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
    if `operator`, let function = functionBefore {
      return FormulaError(
        "What \(function) takes stands in brackets: \(function)(x).", in: text, at: token.offset)
    }
    switch token.kind {
    case .number, .name, .symbol(.open):
      hint = `operator` ? "; a product is written with '*'" : ""
    case .symbol(.equals):
      hint = "; a definition begins with 'NAME(x) =', and numbers are compared with '=='"
    case .symbol(let symbol) where Expression.Comparison(rawValue: symbol.rawValue) != nil:
      hint = "; a condition stands in brackets, or in where(condition, a, b)"
    default: hint = ""
    }
    return FormulaError(
      "Expected \(expected), not \(token.quoted)\(hint).", in: text, at: token.offset)
  }

  /// The function whose name stands right before, where a name or a number follows.
  private var functionBefore: String? {
    guard next > 0, case .name(let word) = tokens[next - 1].kind else { return nil }
    switch peek.kind {
    case .name, .number: break
    case .raised, .prime, .symbol, .end: return nil
    }
    let typed = tokens[next - 1].text
    return isFunction(word) || isFunction(Self.function(word, as: typed)) ? typed : nil
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
