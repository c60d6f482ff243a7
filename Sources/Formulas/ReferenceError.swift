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
    case .unknownFunction(let name) where Intrinsic(rawValue: Catalogue.canonical(name)) != nil:
      return "There is no function '\(name)' in the catalogue; as a formula it is '\(name)(x)'."
    case .unknownFunction(let name):
      return "There is no function '\(name)'; " + Self.function(like: name)
    case .unknownDefinition(let name, let near):
      return "There is no function '\(name)'; did you mean '\(near)'?"
    case .unknownFramework(let name, let near):
      return "There is no framework '\(name)'; did you mean '\(near.name)'?"
    case .unknownVariant(let name, let framework):
      let names = framework.variants.flatMap(\.names)
      let hint = NearestName.to(Catalogue.canonical(name), among: names)
      return "\(framework.name) has no '\(name)'; "
        + (hint.map { "did you mean '\(framework.name):\($0)'?" }
          ?? "'actviz list --framework \(framework.name)' shows what it has.")
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

  private static func function(like name: String) -> String {
    if let framework = Framework.named(name) {
      return "it is a framework, whose functions are named like "
        + "'\(framework.name):\(framework.variants[0].names[0])'."
    }
    let near = Catalogue.nearestName(to: name)
    return near.map { "did you mean '\($0)'?" } ?? "'actviz list' shows all of them."
  }

  private static func parameters(of family: FunctionFamily, like name: String) -> String {
    let names = family.parameters.map(\.name)
    guard !names.isEmpty else { return "it takes none." }
    let hint = NearestName.question(Catalogue.canonical(name), among: names)
    return hint ?? "it has \(names.joined(separator: ", "))."
  }
}
