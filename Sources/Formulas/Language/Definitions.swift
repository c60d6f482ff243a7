import Activations

/// A function that the user defined: `NAME(x; a=1) = …`.
public struct Definition: Sendable {
  /// Its name, in lower case.
  public let name: String
  /// Its parameters with their defaults.
  public let parameters: [Parameter]
  /// What it computes, earlier definitions written out.
  let body: Expression
}

/// The functions that the user defined, in the order of their definition.
public struct Definitions: Sendable {
  private var all: [Definition] = []

  /// None.
  public init() {}

  /// The names, in the order of definition.
  var names: [String] { all.map(\.name) }

  /// The function of that name; case is ignored, and `-` and `_` are alike.
  subscript(name: String) -> Definition? {
    let key = Catalogue.canonical(name)
    return all.first { $0.name == key }
  }

  /// Reads the definitions of a file, one a line; what follows a `#` is a comment.
  ///
  /// - Throws: `FormulaError`, with the file and the line.
  public mutating func read(_ text: String, from file: String) throws(FormulaError) {
    let lines = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
    for (index, line) in lines.enumerated() {
      let content = String(line.prefix { $0 != "#" })
      guard content.contains(where: { !$0.isWhitespace }) else { continue }
      do {
        try define(content)
      } catch {
        throw error.inFile(file, line: index + 1)
      }
    }
  }

  /// Whether a text begins as a definition does, `NAME(x; a=1) =`, or is meant to, as `NAME(t) =` is.
  public func isDefinition(_ text: String) -> Bool {
    guard var parser = try? Parser(text, definitions: self, declared: []) else { return false }
    var attempt = parser
    if (try? attempt.heading()) != nil { return true }
    guard case .name = parser.take().kind, parser.peek.kind == .symbol(.open) else { return false }
    while parser.peek.kind != .end {
      if parser.take().kind == .symbol(.close) { return parser.peek.kind == .symbol(.equals) }
    }
    return false
  }

  /// Adds one definition, which may use those before it, and returns its name.
  ///
  /// - Throws: `FormulaError` for what is not of the form `NAME(x; a=1) = …`, or a name that is taken.
  @discardableResult
  public mutating func define(_ line: String) throws(FormulaError) -> String {
    var parser = try Parser(line, definitions: self, declared: [])
    let heading = try parser.heading()
    try check(heading, in: line)
    var body = try Parser(
      line, definitions: self, declared: heading.parameters.map(\.name), from: heading.end)
    all.append(
      Definition(
        name: heading.name, parameters: heading.parameters, body: try body.formula()))
    return heading.name
  }

  private func check(_ heading: Heading, in line: String) throws(FormulaError) {
    let problem: String
    if self[heading.name] != nil {
      problem = "'\(heading.name)' is defined already."
    } else if Catalogue.family(named: heading.name) != nil {
      problem = "'\(heading.name)' is a function of the catalogue and cannot be defined anew."
    } else if Parser.reserved(heading.name) {
      problem = "'\(heading.name)' belongs to the language and cannot be defined anew."
    } else if let framework = Framework.named(heading.name) {
      problem = "'\(framework.name)' is a framework and cannot be defined."
    } else if let own = heading.recursion {
      throw FormulaError(
        "'\(heading.name)' cannot be defined by itself.", in: line, at: own)
    } else {
      return
    }
    throw FormulaError(problem, in: line, at: heading.offset)
  }
}

/// What stands before the body of a definition, and the equals sign.
struct Heading {
  var name: String
  var offset: Int
  var parameters: [Parameter]
  /// Where the body begins.
  var end: Int
  /// Where the body calls the function that it defines, if it does.
  var recursion: Int?
}

extension Parser {
  /// The names that are numbers everywhere: no parameter can have them.
  static let constants: Set = ["x", "e", "pi", "inf"]

  /// Whether a name means something in every formula, and no definition can have it.
  ///
  /// `phi` and the functions of two arguments entered the language when files of definitions might have had
  /// their names already: there the definition counts.
  static func reserved(_ name: String) -> Bool {
    constants.contains(name) || ["where", "min", "max", "clip", "pow"].contains(name)
      || Formula.Kind(rawValue: name) != nil
      || (Intrinsic(rawValue: name).map { $0 != .density } ?? false)
  }

  /// `NAME(x; a=1, b=2) =`.
  mutating func heading() throws(FormulaError) -> Heading {
    let first = peek
    guard case .name(let name) = first.kind else {
      throw unexpected("a definition such as 'NAME(x; a=1) = …'", wants: false)
    }
    take()
    try expectHeading(.open)
    guard peek.kind == .name("x") else { throw unexpected("'x'", wants: false) }
    take()
    var parameters: [Parameter] = []
    if skip(.semicolon) {
      repeat { parameters.append(try defaulted(parameters)) } while skip(.comma)
    }
    try expectHeading(.close)
    try expectHeading(.equals)
    let end = peek.offset
    return Heading(
      name: name, offset: first.offset, parameters: parameters, end: end,
      recursion: firstCall(of: name))
  }

  /// Where the tokens that are left call a function.
  private func firstCall(of name: String) -> Int? {
    var parser = self
    while parser.peek.kind != .end {
      let token = parser.take()
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
  private mutating func defaulted(_ earlier: [Parameter]) throws(FormulaError) -> Parameter {
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
    let value = try Compiler.program(constant, parameters: [:]).constant ?? .nan
    guard value.isFinite else {
      throw FormulaError("A default must be a finite number.", in: text, at: place)
    }
    return Parameter(name, name, default: value, .finite)
  }
}
