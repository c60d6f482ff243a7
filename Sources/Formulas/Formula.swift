import Activations

/// A formula that the user typed: what it says, and what it denotes.
public struct Formula: Sendable {
  /// What a formula denotes.
  public enum Kind: String, CaseIterable, Sendable {
    /// The activation f itself.
    case activation
    /// The gate H of f = x·H.
    case gate
    /// The density δ = H′ of f = x·H, up to a factor.
    case density
    /// The slope f′, with f(0) = 0.
    case slope
    /// An approximation s of sign x, for the gate H = (1 + s)/2 of f = x·H.
    case sign
  }

  /// What it denotes.
  public let kind: Kind
  /// The text as it was typed, blanks normalised.
  public let text: String
  let expression: Expression
  /// The parameters of a definition; nil where all names are free.
  let defaults: [Parameter]?

  /// Reads `FORMULA`, or one behind a kind, such as `gate: FORMULA` or `density: FORMULA`.
  ///
  /// - Throws: `FormulaError`.
  public init(parsing text: String, definitions: Definitions = Definitions()) throws {
    let prefix = Self.prefix(of: text)
    var parser = try Parser(text, definitions: definitions, from: prefix?.length ?? 0)
    expression = try parser.formula()
    kind = prefix?.kind ?? .activation
    defaults = nil
    self.text = text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }

  /// Reads what `init(parsing:)` does, and where it is a vector such as `softmax(x, 0, 1)` a formula for each component.
  ///
  /// - Throws: `FormulaError`.
  static func all(parsing text: String, definitions: Definitions = Definitions()) throws
    -> [Formula]
  {
    let prefix = Self.prefix(of: text)
    var parser = try Parser(text, definitions: definitions, from: prefix?.length ?? 0)
    let expressions = try parser.formulas()
    let name = text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    return expressions.enumerated().map { place, expression in
      Formula(
        kind: prefix?.kind ?? .activation,
        text: parser.vector == nil ? name : "\(name)[\(place + 1)]", expression: expression)
    }
  }

  private init(kind: Kind, text: String, expression: Expression) {
    (self.kind, self.text, self.expression, defaults) = (kind, text, expression, nil)
  }

  /// Reads a definition of a family, or one of its cases; no names but its parameters' may stand in it.
  ///
  /// - Throws: `FormulaError`.
  init(defining family: FunctionFamily, as text: String) throws {
    let prefix = Self.prefix(of: text)
    let second = family.hasTwoVariables ? [Expression.secondVariable] : []
    let names = family.parameters.map(\.name) + second
    var parser = try Parser(text, declared: names, from: prefix?.length ?? 0)
    expression = try parser.formula()
    kind = prefix?.kind ?? .activation
    defaults = family.parameters
    self.text = text
  }

  /// Whether an argument is a formula, and not a reference such as `gennorm:alpha=1`.
  ///
  /// It is one if it begins with `activation:`, `gate:`, `density:`, `slope:` or `sign:`, or if the part
  /// before its first colon names no function and cannot be meant to: it holds a character other
  /// than letters, digits and `_ - . , =`, begins with a digit, a dot or a hyphen, or has `x`, `e`
  /// or `pi` alone or between hyphens.
  public static func isFormula(_ text: String) -> Bool {
    if prefix(of: text) != nil || text.contains("::") { return true }
    let head = text.prefix { $0 != ":" }
    guard let first = head.first, Catalogue.family(named: String(head)) == nil else { return false }
    if "-.".contains(first) || (first.isASCII && first.isNumber) { return true }
    let isPlain = head.allSatisfy {
      $0.isLetter || ($0.isASCII && $0.isNumber) || "_-.,=".contains($0)
    }
    let pieces = head.lowercased().split(separator: "-")
    return !isPlain || pieces.contains { ["x", "e", "pi", "π"].contains($0) }
  }

  /// The kind that a prefix names, and how many characters it takes.
  static func prefix(of text: String) -> (kind: Kind, length: Int)? {
    guard let colon = text.firstIndex(of: ":") else { return nil }
    let word = text[..<colon].split(whereSeparator: \.isWhitespace)
    guard word.count == 1, let kind = Kind(rawValue: word[0].lowercased()) else { return nil }
    return (kind, text.distance(from: text.startIndex, to: colon) + 1)
  }

  /// The function with its parameters set.
  ///
  /// - Throws: `FormulaError` for a parameter of a catalogue's function outside its domain.
  func activation(with parameters: [String: Double]) throws -> any Activation {
    let program = try Compiler.program(programmed, parameters: parameters)
    guard kind == .activation, let gate = expression.gateOfProduct else {
      return Self.activation(kind, program)
    }
    return FormulaActivation(program, gate: try Compiler.program(gate, parameters: parameters))
  }

  /// What is computed: the formula itself, but the gate of a sign.
  var programmed: Expression {
    get throws(FormulaError) { kind == .sign ? try expression.gateOfSign() : expression }
  }

  static func activation(_ kind: Kind, _ program: Program) -> any Activation {
    switch kind {
    case .activation: FormulaActivation(program)
    case .gate: FormulaGate(program)
    case .sign: FormulaGate(program, isSign: true)
    case .density: FormulaDensity(program)
    case .slope: FormulaSlope(program)
    }
  }
}
