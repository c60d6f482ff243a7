import Activations

/// What is wrong with a reference to a function; its description is one sentence for the user.
public enum ReferenceError: Error, CustomStringConvertible {
  /// The catalogue has no function of that name.
  case unknownFunction(String)
  /// There is no function of that name, but a definition that is spelt nearly so.
  case unknownDefinition(String, String)
  /// There is no framework of that name, but one that is spelt nearly so.
  case unknownFramework(String, Framework)
  /// The framework has no function of that name that the catalogue knows.
  case unknownVariant(String, Framework)
  /// The function has no parameter of that name.
  case unknownParameter(String, FunctionFamily)
  /// A part of the parameter list is not of the form `name=value`.
  case notAnAssignment(String, function: String)
  /// A parameter is set twice.
  case repeatedParameter(String, function: String)
  /// A value is no number.
  case notANumber(String, parameter: String)
  /// A value is outside its parameter's domain.
  case illegalValue(Double, Parameter, function: String)
  /// A function that is to be made from its gate has none.
  case noGate(String)

  /// One sentence that names the wrong thing and what would be right.
  public var description: String {
    switch self {
    case .unknownFunction(let name) where VectorFunction(rawValue: Catalogue.canonical(name)) != nil:
      let vector = Catalogue.canonical(name)
      return "\(vector) takes any number of arguments: \(vector)(x, 0, 1) is a curve for each."
    case .unknownFunction(let name):
      return "There is no function '\(name)'" + (Self.function(like: name) ?? ".")
    case .unknownDefinition(let name, let near):
      return "There is no function '\(name)'; did you mean '\(near)'?"
    case .unknownFramework(let name, let near):
      return "There is no framework '\(name)'; did you mean '\(near.name)'?"
    case .unknownVariant(let name, let framework):
      return "\(framework.name) has no '\(name)'"
        + (Self.variant(of: framework, like: name) ?? ".")
    case .unknownParameter(let name, let family):
      return "\(family.name) has no parameter '\(name)'; " + Self.parameters(of: family, like: name)
    case .notAnAssignment(let text, let function):
      return "'\(text)' in the parameters of \(function) is not of the form name=value."
    case .repeatedParameter(let name, let function):
      return "\(function) is given \(name) twice."
    case .notANumber(let text, let parameter):
      return "\(parameter) must be a number, not '\(text)'."
    case .noGate(let name):
      return "\(name) has no gate to integrate: it is not of the form x·H(x)."
    case .illegalValue(let value, let parameter, let function):
      return "\(parameter.name) of \(function) must be \(parameter.domain.sentence), "
        + "not \(Decimal.text(value))."
    }
  }

  /// Names among which the right one is to be looked for.
  package enum Names {
    /// Those of the catalogue.
    case catalogue
    /// Those of a framework.
    case framework(Framework)
  }

  /// Where to look for the right name, if the description has none to offer.
  package var namesToLookThrough: Names? {
    switch self {
    case .unknownFunction(let name): Self.function(like: name) == nil ? .catalogue : nil
    case .unknownVariant(let name, let framework):
      Self.variant(of: framework, like: name) == nil ? .framework(framework) : nil
    case .unknownDefinition, .unknownFramework, .unknownParameter, .notAnAssignment,
      .repeatedParameter, .notANumber, .illegalValue, .noGate:
      nil
    }
  }

  private static func function(like name: String) -> String? {
    if Intrinsic(rawValue: Catalogue.canonical(name)) != nil {
      return " in the catalogue; as a formula it is '\(name)(x)'."
    }
    if let framework = Framework.named(name) {
      return "; it is a framework, whose functions are named like "
        + "'\(framework.name):\(framework.variants[0].names[0])'."
    }
    return Catalogue.nearestName(to: name).map { "; did you mean '\($0)'?" }
  }

  private static func variant(of framework: Framework, like name: String) -> String? {
    let names = framework.variants.flatMap(\.names)
    let near = NearestName.to(Catalogue.canonical(name), among: names)
    return near.map { "; did you mean '\(framework.name):\($0)'?" }
  }

  private static func parameters(of family: FunctionFamily, like name: String) -> String {
    let names = family.parameters.map(\.name)
    guard !names.isEmpty else { return "it takes none." }
    let hint = NearestName.question(Catalogue.canonical(name), among: names)
    return hint ?? "it has \(names.joined(separator: ", "))."
  }
}
