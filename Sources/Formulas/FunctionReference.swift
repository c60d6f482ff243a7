import Activations

/// A function as the command line names it: `NAME` or `NAME:param=value,param=value`.
///
/// In front of NAME a framework may stand, `jax:gelu`: then NAME is what the function is called
/// there, and its parameters have that framework's defaults.
public struct FunctionReference: Sendable {
  /// The family that it is a member of.
  public let family: FunctionFamily
  /// The name that was used, as the catalogue spells it.
  public let name: String
  /// The parameters that the reference fixes.
  public let settings: [Function.Setting]
  /// The framework's defaults, where one was named.
  let defaults: [Function.Setting]
  /// The formula, where the text is one or names a definition.
  let formula: Formula?

  /// How the functions are made from their gates.
  public var construction = Construction.product

  /// Whether the text is a formula or names a definition.
  public var isFormula: Bool { formula != nil }
  /// Whether the formula is a density, which is integrated for each value of its parameters.
  package var isDensity: Bool { formula?.kind == .density }

  /// Reads a reference such as `gennorm:alpha=1,beta=inf`, the name of a definition, or a formula.
  ///
  /// - Throws: `ReferenceError` for an unknown name or parameter, or an illegal value;
  ///   `FormulaError` for what is wrong in a formula.
  public init(parsing text: String, definitions: Definitions = Definitions()) throws {
    if Formula.isFormula(text) {
      try self.init(Formula(parsing: text, definitions: definitions), parameters: nil)
      return
    }
    let parts = text.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
    if let definition = definitions[String(parts[0])] {
      try self.init(Formula(definition), parameters: parts.count > 1 ? String(parts[1]) : nil)
    } else {
      try self.init(catalogue: text, definitions)
    }
  }

  /// Reads what `init(parsing:)` does, and of a vector such as `softmax(x, 0, 1)` a reference to each component.
  ///
  /// - Throws: as `init(parsing:)` does.
  package static func all(parsing text: String, definitions: Definitions = Definitions()) throws
    -> [FunctionReference]
  {
    guard Formula.isFormula(text) else {
      return [try FunctionReference(parsing: text, definitions: definitions)]
    }
    return try Formula.all(parsing: text, definitions: definitions).map {
      try FunctionReference($0, parameters: nil)
    }
  }

  /// A reference to a function of the catalogue; the definitions' names are for hints.
  private init(catalogue text: String, _ definitions: Definitions) throws {
    var parts = text.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
    if parts.count > 1, let framework = Framework.named(String(parts[0])) {
      parts = parts[1].split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
      guard let variant = framework.variant(named: String(parts[0])), let family = variant.family
      else { throw ReferenceError.unknownVariant(String(parts[0]), framework) }
      name = framework.name + ":" + Catalogue.canonical(String(parts[0]))
      self.family = family
      defaults = variant.settings(of: family)
    } else {
      name = Catalogue.canonical(String(parts[0]))
      guard let family = Catalogue.family(named: name) else {
        throw Self.unknown(parts, definitions)
      }
      self.family = family
      defaults = []
    }
    settings = parts.count > 1 ? try Self.settings(String(parts[1]), of: family.sliced) : []
    formula = nil
  }

  /// A formula, with the parameters that stand behind the name of a definition.
  private init(_ formula: Formula, parameters: String?) throws {
    family = formula.family(ofTwoVariables: false)
    name = family.name
    defaults = []
    settings = try parameters.map { [family] in try Self.settings($0, of: family) } ?? []
    self.formula = formula
  }

  /// The parameters that can be given: those of its family, and y of a function of two variables.
  package var parameters: [Parameter] { family.sliced.parameters }

  /// The parameters that the reference leaves open.
  public var parameterNames: [String] {
    parameters.filter { parameter in !settings.contains { $0.parameter == parameter } }
      .map(\.name)
  }

  /// One function for every combination of the swept parameters that this reference has and does
  /// not fix; the family's first parameter varies slowest.
  ///
  /// - Throws: `ReferenceError` for a value outside its parameter's domain, or where there is no gate
  ///   to integrate; `FormulaError` where a formula's parameter has no value.
  public func functions(sweeping sweeps: [String: [Double]] = [:]) throws -> [Function] {
    let given = settings.map(\.parameter.name) + sweeps.keys
    let ofTwoVariables = formula?.hasTwoVariables(given: given) ?? false
    let hasValueOfY = given.contains(Expression.secondVariable)
    let family =
      ofTwoVariables
      ? formula?.family(ofTwoVariables: true) ?? family : hasValueOfY ? family.sliced : family
    var combinations: [[Function.Setting]] = [[]]
    for parameter in family.parameters {
      let choices: [Function.Setting]
      if let fixed = settings.first(where: { $0.parameter == parameter }) {
        choices = [fixed]
      } else if let values = sweeps[parameter.name] {
        choices = try values.map { try Self.setting(parameter, $0, of: family) }
      } else {
        continue
      }
      combinations = combinations.flatMap { start in choices.map { start + [$0] } }
    }
    for combination in combinations {
      try formula?.check(combination, ofTwoVariables: ofTwoVariables)
    }
    return try combinations.map {
      try family.function(named: name, given: $0, defaults: defaults).made(by: construction)
    }
  }

  /// A name that is no function's, with what follows its colon: `trch` in `trch:gelu`.
  private static func unknown(_ parts: [Substring], _ definitions: Definitions) -> ReferenceError {
    let name = String(parts[0])
    let names = definitions.names + Catalogue.names
    if let near = NearestName.to(Catalogue.canonical(name), among: names), definitions[near] != nil
    {
      return .unknownDefinition(name, near)
    }
    let isQualified = parts.count > 1 && !parts[1].isEmpty && !parts[1].contains("=")
    let near = isQualified ? Framework.nearest(to: name) : nil
    return near.map { .unknownFramework(name, $0) } ?? .unknownFunction(name)
  }

  private static func settings(_ text: String, of family: FunctionFamily) throws
    -> [Function.Setting]
  {
    var settings: [Function.Setting] = []
    for assignment in text.split(separator: ",", omittingEmptySubsequences: false) {
      let sides = assignment.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      guard sides.count == 2 else {
        throw ReferenceError.notAnAssignment(String(assignment), function: family.name)
      }
      let typed = Catalogue.canonical(Symbols.spelled(sides[0]))
      guard let parameter = family.parameters.first(where: { $0.isCalled(typed) }) else {
        throw ReferenceError.unknownParameter(String(sides[0]), family)
      }
      guard !settings.contains(where: { $0.parameter == parameter }) else {
        throw ReferenceError.repeatedParameter(parameter.name, function: family.name)
      }
      guard let value = Double(sides[1]) else {
        throw ReferenceError.notANumber(String(sides[1]), parameter: parameter.name)
      }
      settings.append(try setting(parameter, value, of: family))
    }
    return settings
  }

  private static func setting(_ parameter: Parameter, _ value: Double, of family: FunctionFamily)
    throws -> Function.Setting
  {
    guard parameter.domain.contains(value) else {
      throw ReferenceError.illegalValue(value, parameter, function: family.name)
    }
    return Function.Setting(parameter: parameter, value: value)
  }
}
