import Activations

// What definitions need of the whole: the values of their defaults, and the names that are taken.

extension Definitions {
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

  /// Adds one definition, which may use those before it, and returns its name.
  ///
  /// - Throws: `FormulaError` for what is not of the form `NAME(x; a=1) = …`, or a name that is taken.
  @discardableResult
  public mutating func define(_ line: String) throws(FormulaError) -> String {
    // The parsers hold these definitions: were they still there, adding one would copy them all.
    let definition = try parsed(line)
    append(definition)
    return definition.name
  }

  private func parsed(_ line: String) throws(FormulaError) -> Definition {
    var parser = try Parser(line, definitions: self, declared: [])
    let heading = try parser.heading()
    try check(heading, in: line)
    let parameters = try heading.parameters.map { parameter throws(FormulaError) in
      try Self.parameter(parameter, in: line)
    }
    var body = try Parser(
      line, definitions: self,
      declared: parameters.map(\.name)
        + (heading.hasTwoVariables ? [Expression.secondVariable] : []), from: heading.end)
    return Definition(
      name: heading.name, parameters: parameters, body: try body.formula(),
      hasTwoVariables: heading.hasTwoVariables)
  }

  private static func parameter(_ parameter: Heading.Default, in line: String)
    throws(FormulaError) -> Parameter
  {
    let value = try Compiler.program(parameter.expression, parameters: [:]).constant ?? .nan
    guard value.isFinite else {
      throw FormulaError("A default must be a finite number.", in: line, at: parameter.offset)
    }
    return Parameter(parameter.name, parameter.name, default: value, .finite)
  }

  private func check(_ heading: Heading, in line: String) throws(FormulaError) {
    let problem: String
    if self[heading.name] != nil {
      problem = "'\(heading.name)' is defined already."
    } else if Catalogue.family(named: heading.name) != nil {
      problem = "'\(heading.name)' is a function of the catalogue and cannot be defined anew."
    } else if Self.reserved(heading.name) {
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

  /// Whether a name means something in every formula, and no definition can have it.
  ///
  /// Functions that entered the language when files of definitions might have had their names already are not among
  /// them: there the definition counts.
  private static func reserved(_ name: String) -> Bool {
    Parser.constants.contains(name) || ["where", "min", "max", "clip", "pow"].contains(name)
      || Formula.Kind(rawValue: name) != nil
      || (Intrinsic(rawValue: name).map { !$0.isLate } ?? false)
  }
}
