import Activations

/// A function whose derivative is asked for: `gelu′(x)`.
package enum Quote: Sendable {
  /// One that the language has by itself.
  case intrinsic(Intrinsic)
  /// One that the user defined.
  case definition(Definition)
  case catalogue(FunctionFamily)

  /// The most primes.
  static let most = 6

  /// What it is called.
  var name: String {
    switch self {
    case .intrinsic(let function): function.rawValue
    case .definition(let definition): definition.name
    case .catalogue(let family): family.name
    }
  }

  /// What tells it from others of its name.
  var body: String {
    if case .definition(let definition) = self { return "\(name) \(definition.body.nodes)" }
    return name
  }

  var parameters: [Parameter] {
    switch self {
    case .intrinsic: []
    case .definition(let definition): definition.parameters
    case .catalogue(let family): family.parameters
    }
  }

  var hasTwoVariables: Bool {
    switch self {
    case .intrinsic: false
    case .definition(let definition): definition.hasTwoVariables
    case .catalogue(let family): family.hasTwoVariables
    }
  }

  /// How a catalogue's definition states a function.
  enum Form {
    case function, gate, density
  }

  /// What states it for values of its parameters.
  func statement(_ values: [String: Double]) throws(FormulaError) -> (Form, Expression) {
    switch self {
    case .intrinsic(let function):
      var expression = Expression(text: function.rawValue)
      let x = try expression.append(.x, at: 0)
      _ = try expression.append(.intrinsic(function), [x], at: 0)
      return (.function, expression)
    case .definition(let definition): return (.function, definition.body)
    case .catalogue(let family):
      let text = family.definition.text { values[$0] }
      let forms: [(String, Form)] = [("gate:", .gate), ("density:", .density)]
      let (prefix, form) = forms.first { text.hasPrefix($0.0) } ?? ("", .function)
      var parser = try Parser(
        text, declared: family.parameters.map(\.name), from: prefix.count)
      return (form, try parser.formula())
    }
  }
}

extension Parser {
  /// The primes behind a name: how many derivatives they ask for.
  mutating func primes() throws(FormulaError) -> Int {
    var count = 0
    let offset = peek.offset
    while case .prime(let order) = peek.kind {
      take()
      count += order
    }
    guard count <= Quote.most else {
      throw FormulaError(
        "A derivative has at most \(Quote.most) primes, not \(count).", in: text, at: offset)
    }
    return count
  }

  /// The derivative of a function, what is behind its parenthesis next.
  mutating func derivative(_ order: Int, of name: String, _ token: Token) throws(FormulaError)
    -> Int
  {
    guard var quote = quote(name) else {
      let reason =
        Self.reciprocals[name].map { "write it by \($0.rawValue)" } ?? "it takes several arguments"
      throw FormulaError(
        "No prime can stand behind \(token.text): \(reason).", in: text, at: token.offset)
    }
    if quote.hasTwoVariables {
      throw FormulaError(
        "No prime can stand behind \(token.text): of a function of x and y it does not say which derivative is meant.",
        in: text, at: token.offset)
    }
    let argument = try sum()
    if peek.kind == .symbol(.comma) { throw wrongCount(token, "1 argument", 2) }
    let assignments = skip(.semicolon) ? try self.assignments(of: quote.parameters) : []
    try expect(.close)
    if assignments.isEmpty, definitions[name] == nil, let function = Intrinsic(rawValue: name) {
      quote = .intrinsic(function)
    }
    try check(assignments, of: quote.name, quote.parameters.map(\.name))
    var operands = [argument]
    for parameter in quote.parameters {
      operands.append(try operand(for: parameter, assignments, at: token.offset))
    }
    return try expression.append(.derivative(order, of: quote), operands, at: token.offset)
  }

  private func quote(_ name: String) -> Quote? {
    if let definition = definitions[name] { return .definition(definition) }
    if let family = Catalogue.family(named: name) { return .catalogue(family) }
    return Intrinsic(rawValue: name).map { .intrinsic($0) }
  }
}
