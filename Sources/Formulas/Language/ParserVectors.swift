// Functions with a component for each argument: `softmax(x, 0, 1)[1]`, or without `[1]` as a whole formula.

extension Parser {
  /// The whole text as one formula for each component, if it is a vector; else as the one formula that it is.
  mutating func formulas() throws(FormulaError) -> [Expression] {
    let start = self
    let root: Int
    do throws(FormulaError) {
      root = try cases()
    } catch {
      // A call that is the whole formula ended it there.
      guard let call = vector, isWhole(call, after: start) else { throw error }
      return try call.arguments.indices.map { place throws(FormulaError) in
        var component = expression
        _ = try component.append(
          .component(place, of: call.function), call.arguments, at: call.offset)
        return component
      }
    }
    return [try ended(root)]
  }

  /// Whether a call stands alone in the text.
  private func isWhole(_ call: VectorCall, after start: Parser) -> Bool {
    call.offset == start.peek.offset && tokens[min(call.end, tokens.count - 1)].kind == .end
  }

  /// The component that is picked behind a call, which ends before the next token.
  private mutating func component(
    of function: VectorFunction, _ arguments: [Int], _ token: Token
  ) throws(FormulaError) -> Int {
    guard let place = try index(among: arguments.count, token) else {
      vector = VectorCall(
        function: function, arguments: arguments, offset: token.offset, end: next,
        text: excerpt(from: token.offset, to: tokens[next - 1].end))
      throw vectorAmongNumbers()
    }
    return try expression.append(
      .component(place - 1, of: function), arguments, at: token.offset)
  }

  /// What stands in `[1]`, or in `_1`, right behind a call; nil where there is none.
  private mutating func index(among count: Int, _ call: Token) throws(FormulaError) -> Int? {
    let token = peek
    if case .name(let name) = token.kind, name.first == "_", let place = Int(name.dropFirst()),
      tokens[next - 1].end == token.offset
    {
      take()
      return try checked(Double(place), token.text, count, call, at: token.offset)
    }
    guard token.kind == .symbol(.open), Self.isIndexBracket(token) else { return nil }
    take()
    let first = peek
    var typed = ""
    while peek.kind != .end, peek.kind != .symbol(.close) { typed += take().text }
    let value: Double?
    if case .number(let number) = first.kind, typed == first.text {
      value = number
    } else {
      value = nil
    }
    guard skip(.close) else { throw unexpected("']'", wants: false) }
    return try checked(value, "[\(typed)]", count, call, at: first.offset)
  }

  private static func isIndexBracket(_ token: Token) -> Bool {
    token.text == "[" || token.text == "［"
  }

  private func checked(
    _ value: Double?, _ typed: String, _ count: Int, _ call: Token, at offset: Int
  ) throws(FormulaError) -> Int {
    if let value, value >= 1, value <= Double(count), value == value.rounded() { return Int(value) }
    let known = count == 1 ? "one component, [1]" : "\(count) components, [1] to [\(count)]"
    throw FormulaError(
      "\(call.text) of \(count) has \(known); there is no \(typed).", in: text, at: offset)
  }

  /// What is said where a vector stands for a number.
  private func vectorAmongNumbers() -> FormulaError {
    guard let vector else { return unexpected("a number", wants: false) }
    let shown = vector.text.count > 40 ? "\(vector.function.rawValue)(…)" : vector.text
    let count = vector.arguments.count
    return FormulaError(
      "\(shown) is a vector of \(count) component\(count == 1 ? "" : "s"); pick one of them: \(shown)[1].",
      in: text, at: vector.offset)
  }

  /// A part of the text, blanks normalised.
  private func excerpt(from start: Int, to end: Int) -> String {
    let part = text.dropFirst(start).prefix(end - start)
    return part.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }

  /// Refuses a call without arguments of a function that takes any number of them.
  func checkThatArgumentsFollow(_ name: String, _ token: Token) throws(FormulaError) {
    guard peek.kind == .symbol(.close), isOfAnyNumber(name) else { return }
    throw FormulaError(
      "\(token.text) takes one argument or more: \(token.text)(x, 0).", in: text, at: token.offset)
  }

  /// Whether a function takes any number of arguments, and none by another name.
  func isOfAnyNumber(_ name: String) -> Bool {
    definitions[name] == nil
      && (VectorFunction(rawValue: name) != nil || name == Vocabulary.logSumExp)
  }

  /// What a function of any number of arguments makes of them, its bracket about to close.
  mutating func value(of name: String, _ arguments: [Int], _ token: Token) throws(FormulaError)
    -> Int
  {
    if peek.kind == .symbol(.semicolon) { throw hasNoParameters(name, peek.offset) }
    try expect(.close)
    guard arguments.count <= VectorFunction.most else {
      throw FormulaError(
        "\(token.text) takes at most \(VectorFunction.most) arguments, not \(arguments.count).",
        in: text, at: token.offset)
    }
    if let function = VectorFunction(rawValue: name) {
      return try component(of: function, arguments, token)
    }
    return try expression.append(.logSumExp, arguments, at: token.offset)
  }
}
