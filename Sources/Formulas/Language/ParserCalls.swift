import Activations

// Calls of functions: `where`, `min`, `max`, `clip` and `pow`, those of the table of intrinsics, the
// user's definitions and the catalogue.

extension Parser {
  static let special: Set = [
    "where", "min", "max", "clip", "pow", "hypot", "sech", "csch", "coth", "sec", "csc", "cot",
  ]
  /// Those that are reciprocals of others.
  static let reciprocals: [String: Intrinsic] = [
    "sech": .cosh, "csch": .sinh, "coth": .tanh, "sec": .cos, "csc": .sin, "cot": .tan,
  ]

  /// Whether a name with a parenthesis behind it would be understood.
  func isFunction(_ name: String) -> Bool {
    isOfLanguage(name) || definitions[name] != nil || Catalogue.family(named: name) != nil
  }

  /// Whether the language has a function of that name by itself.
  func isOfLanguage(_ name: String) -> Bool {
    Self.special.contains(name) || Intrinsic(rawValue: name) != nil
      || BinaryIntrinsic(rawValue: name) != nil || VectorFunction(rawValue: name) != nil
  }

  /// What follows the name of a function, its parenthesis next.
  mutating func call(_ word: String, _ token: Token) throws(FormulaError) -> Int {
    if word.contains(where: { $0 == "." || $0 == ":" }) {
      guard skip(.open) else { throw unexpected("'('") }
      return try callOfModule(word, token)
    }
    let name = definitions[word] == nil ? Self.function(word, as: token.text) : word
    guard isFunction(name) else { throw unknownFunction(name, token) }
    let order = try primes()
    if order > 0 {
      guard skip(.open) else {
        throw FormulaError(
          "A derivative needs an argument: \(token.text)′(x).", in: text, at: token.offset)
      }
      return try derivative(order, of: name, token)
    }
    var exponent: Double?
    if skip(.power), case .number(let value) = peek.kind {
      take()
      exponent = value
    } else if case .raised(let value) = peek.kind {
      guard value > 0 else { throw inverse(token) }
      take()
      exponent = value
    }
    take()
    let value = try called(name, token)
    guard let exponent else { return value }
    let power = try expression.append(.number(exponent), at: token.offset)
    return try expression.append(.power, [value, power], at: token.offset)
  }

  private func inverse(_ token: Token) -> FormulaError {
    FormulaError(
      "What \(token.text)⁻¹ means is not clear: write 1/\(token.text)(x), or a\(token.text)(x).",
      in: text, at: token.offset)
  }

  /// What follows the parenthesis of a call.
  mutating func called(_ name: String, _ token: Token) throws(FormulaError) -> Int {
    if name == "where" { return try selection(at: token.offset) }
    let arguments = try arguments(of: name, token)
    return try applied(name, arguments, token)
  }

  /// The arguments of a call, up to a semicolon or the end.
  ///
  /// Calls nest through here alone: what they are made into has no frame on the stack meanwhile.
  private mutating func arguments(of name: String, _ token: Token) throws(FormulaError) -> [Int] {
    try checkThatArgumentsFollow(name, token)
    var arguments = [try sum()]
    while skip(.comma) {
      if case .name = peek.kind, peekSecond.kind == .symbol(.equals) {
        throw parameters(behind: name)
      }
      arguments.append(try sum())
    }
    return arguments
  }

  /// What a function makes of its arguments, and of the parameters that stand behind them.
  private mutating func applied(_ name: String, _ arguments: [Int], _ token: Token)
    throws(FormulaError) -> Int
  {
    if Self.special.contains(name) {
      try expect(.close)
      return try special(name, arguments, token)
    }
    if isOfAnyNumber(name), name != Vocabulary.logSumExp || arguments.count != 2 {
      return try value(of: name, arguments, token)
    }
    let owned = definitions[name]?.parameters ?? Catalogue.family(named: name)?.parameters ?? []
    let assignments = skip(.semicolon) ? try self.assignments(of: owned) : []
    try expect(.close)
    if definitions[name] == nil, let function = BinaryIntrinsic(rawValue: name) {
      guard arguments.count == 2 else {
        throw wrongCount(token, "2 arguments, \(function.signature)", arguments.count)
      }
      guard assignments.isEmpty else { throw hasNoParameters(name, assignments[0].offset) }
      return try expression.append(.binary(function), arguments, at: token.offset)
    }
    let hasTwo =
      definitions[name]?.hasTwoVariables ?? Catalogue.family(named: name)?.hasTwoVariables
    guard arguments.count == (hasTwo == true ? 2 : 1) else {
      throw wrongCount(
        token, hasTwo == true ? "2 arguments, \(name)(x, y)" : "1 argument", arguments.count)
    }
    if let definition = definitions[name] {
      return try inline(definition, arguments, assignments, at: token.offset)
    }
    if let function = Intrinsic(rawValue: name), assignments.isEmpty {
      return try expression.append(.intrinsic(function), arguments, at: token.offset)
    }
    guard let family = Catalogue.family(named: name) else {
      throw hasNoParameters(name, assignments[0].offset)
    }
    return try catalogue(family, arguments, assignments, at: token.offset)
  }

  func hasNoParameters(_ function: String, _ offset: Int) -> FormulaError {
    FormulaError("\(function) has no parameters.", in: text, at: offset)
  }

  private mutating func special(_ name: String, _ arguments: [Int], _ token: Token)
    throws(FormulaError) -> Int
  {
    if let function = Self.reciprocals[name] {
      guard arguments.count == 1 else { throw wrongCount(token, "1 argument", arguments.count) }
      let one = try expression.append(.number(1), at: token.offset)
      let value = try expression.append(.intrinsic(function), arguments, at: token.offset)
      return try expression.append(.divide, [one, value], at: token.offset)
    }
    switch name {
    case "clip":
      guard arguments.count == 3 else {
        throw wrongCount(token, "3 arguments, clip(x, lo, hi)", arguments.count)
      }
      let raised = try expression.append(.maximum, Array(arguments.prefix(2)), at: token.offset)
      return try expression.append(.minimum, [raised, arguments[2]], at: token.offset)
    case "pow", "hypot":
      guard arguments.count == 2 else { throw wrongCount(token, "2 arguments", arguments.count) }
      if name == "hypot" { return try distance(arguments, at: token.offset) }
      return try expression.append(.power, arguments, at: token.offset)
    default:
      guard arguments.count >= 2 else {
        throw wrongCount(token, "2 or more arguments", arguments.count)
      }
      var result = arguments[0]
      for argument in arguments.dropFirst() {
        result = try expression.append(
          name == "min" ? .minimum : .maximum, [result, argument], at: token.offset)
      }
      return result
    }
  }

  /// √(a² + b²).
  private mutating func distance(_ legs: [Int], at offset: Int) throws(FormulaError) -> Int {
    let two = try expression.append(.number(2), at: offset)
    let a = try expression.append(.power, [legs[0], two], at: offset)
    let b = try expression.append(.power, [legs[1], two], at: offset)
    let sum = try expression.append(.add, [a, b], at: offset)
    return try expression.append(.intrinsic(.sqrt), [sum], at: offset)
  }

  /// A parameter that a call sets.
  struct Assignment {
    var name: String
    var value: Int
    var offset: Int
  }

  /// `name=value, name=value` behind the semicolon.
  mutating func assignments(of parameters: [Parameter]) throws(FormulaError) -> [Assignment] {
    var assignments: [Assignment] = []
    repeat {
      let token = peek
      guard case .name(let typed) = token.kind, peekSecond.kind == .symbol(.equals) else {
        throw unexpected("a parameter such as 'alpha=1'", wants: false)
      }
      let name = parameters.first { $0.isCalled(typed) }?.name ?? typed
      take()
      take()
      let place = peek.offset
      let value = try sum()
      guard !expression.nodes[value].varies else {
        throw FormulaError("A parameter cannot depend on x.", in: text, at: place)
      }
      guard !assignments.contains(where: { $0.name == name }) else {
        throw FormulaError("'\(name)' is given twice.", in: text, at: token.offset)
      }
      assignments.append(Assignment(name: name, value: value, offset: token.offset))
    } while skip(.comma)
    return assignments
  }

  private mutating func inline(
    _ definition: Definition, _ arguments: [Int], _ assignments: [Assignment], at offset: Int
  ) throws(FormulaError) -> Int {
    try check(assignments, of: definition.name, definition.parameters.map(\.name))
    var places: [String: Int] = [:]
    for parameter in definition.parameters {
      places[parameter.name] = try operand(for: parameter, assignments, at: offset)
    }
    if definition.hasTwoVariables { places[Expression.secondVariable] = arguments[1] }
    return try expression.inline(definition.body, x: arguments[0], parameters: places, at: offset)
  }

  private mutating func catalogue(
    _ family: FunctionFamily, _ arguments: [Int], _ assignments: [Assignment], at offset: Int
  ) throws(FormulaError) -> Int {
    try check(assignments, of: family.name, family.parameters.map(\.name))
    var operands = [arguments[0]]
    for parameter in family.parameters {
      operands.append(try operand(for: parameter, assignments, at: offset))
    }
    if family.hasTwoVariables {
      let named = zip(family.parameters.map(\.name), operands.dropFirst())
      var places = Dictionary(named, uniquingKeysWith: { first, _ in first })
      places[Expression.secondVariable] = arguments[1]
      let body = try Parser.body(of: family)
      return try expression.inline(body, x: arguments[0], parameters: places, at: offset)
    }
    return try expression.append(.catalogue(family, family.parameters), operands, at: offset)
  }

  /// What the catalogue says a function of two variables to be.
  private static func body(of family: FunctionFamily) throws(FormulaError) -> Expression {
    let names = family.parameters.map(\.name) + [Expression.secondVariable]
    var parser = try Parser(family.definition.text, declared: names)
    return try parser.formula()
  }

  /// The value that a parameter is given, or its default.
  mutating func operand(
    for parameter: Parameter, _ assignments: [Assignment], at offset: Int
  ) throws(FormulaError) -> Int {
    if let given = assignments.first(where: { $0.name == parameter.name }) { return given.value }
    return try expression.append(.number(parameter.defaultValue), at: offset)
  }

  /// Checks that a function has all the parameters that are set.
  func check(_ assignments: [Assignment], of function: String, _ names: [String])
    throws(FormulaError)
  {
    for assignment in assignments where !names.contains(assignment.name) {
      let hint = NearestName.question(assignment.name, among: names)
      let all = names.isEmpty ? "it takes none." : "it has \(names.joined(separator: ", "))."
      throw FormulaError(
        "\(function) has no parameter '\(assignment.name)'; \(hint ?? all)", in: text,
        at: assignment.offset)
    }
  }

  func wrongCount(_ token: Token, _ right: String, _ count: Int) -> FormulaError {
    FormulaError("\(token.text) takes \(right), not \(count).", in: text, at: token.offset)
  }

  private func unknownFunction(_ name: String, _ token: Token) -> FormulaError {
    if name == "lg" {
      return FormulaError(
        "lg is log10 in some texts and log2 in others: write one of them.", in: text,
        at: token.offset)
    }
    if name == "x" || name == "pi" || name == "e" || declared?.contains(name) == true {
      return FormulaError(
        "\(token.text) is no function; a product is written with '*'.", in: text, at: token.offset)
    }
    let names = definitions.names + Vocabulary.functions
    let hint = NearestName.question(name, among: names)
    return FormulaError(
      "There is no function '\(token.text)'; "
        + (hint ?? "if it is a parameter, a product is written with '*'."),
      in: text, at: token.offset)
  }
}
