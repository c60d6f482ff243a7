import Activations

/// A function that the user defined: `NAME(x; a=1) = …`.
public struct Definition: Sendable {
  /// Its name, in lower case.
  public let name: String
  /// Its parameters with their defaults.
  public let parameters: [Parameter]
  /// What it computes, earlier definitions written out.
  let body: Expression
  /// Whether it is a function of x and y: `NAME(x, y; a=1) = …`.
  let hasTwoVariables: Bool
}

/// The functions that the user defined, in the order of their definition.
public struct Definitions: Sendable {
  private var all: [Definition] = []
  /// The places of the names: a file may hold tens of thousands.
  private var places: [String: Int] = [:]

  /// None.
  public init() {}

  /// Adds one definition, which may use those before it.
  mutating func append(_ definition: Definition) {
    places[definition.name] = all.count
    all.append(definition)
  }

  /// The names, in the order of definition.
  var names: [String] { all.map(\.name) }

  /// The function of that name; case is ignored, and `-` and `_` are alike.
  subscript(name: String) -> Definition? {
    places[Catalogue.canonical(name)].map { all[$0] }
  }

  /// Whether a text begins as a definition does, `NAME(x; a=1) =`, or is meant to, as `NAME(t) =` is.
  package func isDefinition(_ text: String) -> Bool {
    // Most arguments are names with or without parameters, and need not be read.
    guard text.contains(where: { $0 == "=" || $0 == "＝" }),
      text.contains(where: { "([{".contains(Symbols.plain($0)) }),
      var parser = try? Parser(text, definitions: self, declared: [])
    else { return false }
    var attempt = parser
    if (try? attempt.heading()) != nil { return true }
    guard case .name = parser.take().kind else { return false }
    while case .prime = parser.peek.kind { parser.take() }
    guard parser.peek.kind == .symbol(.open) else { return false }
    while parser.peek.kind != .end {
      if parser.take().kind == .symbol(.close) { return parser.peek.kind == .symbol(.equals) }
    }
    return false
  }
}

/// What stands before the body of a definition, and the equals sign.
struct Heading {
  /// A parameter and the expression of its default.
  struct Default {
    var name: String
    var expression: Expression
    /// The character at which the expression stands.
    var offset: Int
  }

  var name: String
  var offset: Int
  var hasTwoVariables: Bool
  var parameters: [Default]
  /// Where the body begins.
  var end: Int
  /// Where the body calls the function that it defines, if it does.
  var recursion: Int?
}

extension Parser {
  /// The names that are numbers everywhere: no parameter can have them.
  static let constants: Set = ["x", "e", "pi", "inf"]

  /// `NAME(x; a=1, b=2) =` or `NAME(x, y; a=1) =`.
  mutating func heading() throws(FormulaError) -> Heading {
    let first = peek
    guard case .name(let name) = first.kind else {
      throw unexpected("a definition such as 'NAME(x; a=1) = …'", wants: false)
    }
    take()
    if case .prime = peek.kind {
      throw FormulaError(
        "The name of a definition has no primes: \(name)′ is the derivative of \(name).", in: text,
        at: peek.offset)
    }
    try expectHeading(.open)
    guard peek.kind == .name("x") else { throw unexpected("'x'", wants: false) }
    take()
    let hasTwoVariables = peekSecond.kind == .name(Expression.secondVariable) && skip(.comma)
    if hasTwoVariables { take() }
    var parameters: [Heading.Default] = []
    if skip(.semicolon) {
      repeat { parameters.append(try defaulted(parameters)) } while skip(.comma)
    }
    try expectHeading(.close)
    try expectHeading(.equals)
    let end = peek.offset
    return Heading(
      name: name, offset: first.offset, hasTwoVariables: hasTwoVariables, parameters: parameters,
      end: end,
      recursion: firstCall(of: name))
  }

  /// Where the tokens that are left call a function.
  private func firstCall(of name: String) -> Int? {
    var parser = self
    while parser.peek.kind != .end {
      let token = parser.take()
      while case .prime = parser.peek.kind { parser.take() }
      if token.kind == .name(name), parser.peek.kind == .symbol(.open) { return token.offset }
    }
    return nil
  }

  private mutating func expectHeading(_ symbol: Token.Symbol) throws(FormulaError) {
    guard skip(symbol) else {
      throw unexpected("'\(symbol.rawValue)' of 'NAME(x; a=1) = …'", wants: false)
    }
  }

  /// `a=1`, where the value is a constant expression.
  private mutating func defaulted(_ earlier: [Heading.Default]) throws(FormulaError)
    -> Heading.Default
  {
    let token = peek
    guard case .name(let name) = token.kind, peekSecond.kind == .symbol(.equals) else {
      throw unexpected("a parameter with its default, such as 'a=1'", wants: false)
    }
    // A function of that name is hidden by it, but where it is called.
    guard !Self.constants.contains(name), !earlier.contains(where: { $0.name == name }) else {
      throw FormulaError(
        "'\(token.text)' cannot name a parameter: it is taken.", in: text, at: token.offset)
    }
    take()
    take()
    let place = peek.offset
    let root = try sum()
    guard !expression.nodes[root].varies else {
      throw FormulaError("A default cannot depend on x.", in: text, at: place)
    }
    var constant = Expression(text: text)
    constant.nodes = Array(expression.nodes[0...root])
    return Heading.Default(name: name, expression: constant, offset: place)
  }
}
