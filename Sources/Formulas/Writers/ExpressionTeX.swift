import Activations

/// A formula as TeX, for titles: fractions for quotients, roots, powers, Greek letters for parameters.
///
/// Brackets stand where precedence asks for them, whatever the user typed. Inside an exponent quotients keep their
/// slash.
struct ExpressionTeX {
  /// The whole formula.
  let text: String
  /// The formula as a factor: in brackets where it is a sum.
  let factor: String

  /// How long the text may be before nobody can read it; definitions written out can grow without bound.
  private static let longest = 1000

  /// Writes an expression; nil where that would be too long.
  init?(_ expression: Expression) {
    var terms: [TeXTerm] = []
    for node in expression.nodes {
      let operands = node.operands.map { terms[$0] }
      guard operands.allSatisfy({ $0.text.utf8.count <= Self.longest }) else { return nil }
      terms.append(Self.term(node.operation, operands))
    }
    guard let last = terms.last, last.text.utf8.count <= Self.longest else { return nil }
    text = last.text
    factor = last.asFactor
  }

  private static func term(_ operation: Expression.Operation, _ operands: [TeXTerm]) -> TeXTerm {
    switch operation {
    case .x: return .symbol("x")
    case .number(let value): return .number(value)
    case .parameter(let name): return .symbol(symbol(of: name))
    case .negate: return .negated(operands[0])
    case .add: return .sum(operands[0], operands[1])
    case .subtract: return .difference(operands[0], operands[1])
    case .multiply: return .product(operands[0], operands[1])
    case .divide: return .quotient(operands[0], operands[1])
    case .power: return .power(operands[0], operands[1])
    case .maximum: return .call("\\max", operands)
    case .minimum: return .call("\\min", operands)
    case .select(let comparison): return .cases(comparison, operands)
    case .intrinsic(let function): return .intrinsic(function.rawValue, operands[0])
    case .binary(let function): return .intrinsic(function, operands)
    case .catalogue(let family, let parameters):
      let settings = zip(parameters, operands.dropFirst()).compactMap { parameter, value in
        value.text == TeXTerm.number(parameter.defaultValue).text
          ? nil : "\(symbol(of: parameter.name))=\(value.flat)"
      }
      let lowered = settings.isEmpty ? "" : "_{\(settings.joined(separator: ",\\,"))}"
      return .call("\\operatorname{\(family.name)}" + lowered, [operands[0]])
    }
  }

  /// A parameter's name as a symbol: Greek letters by their names, `p1` and `alpha_p` with a subscript.
  static func symbol(of name: String) -> String {
    let letters = name.prefix { $0.isLetter }
    let rest = name.dropFirst(letters.count).drop { $0 == "_" }
    let base =
      greek.contains(String(letters))
      ? "\\\(letters)" : letters.count == 1 ? String(letters) : "\\mathrm{\(letters)}"
    guard !letters.isEmpty else { return "\\mathrm{\(name)}" }
    if rest.isEmpty { return base + (base.hasPrefix("\\") && !base.hasSuffix("}") ? " " : "") }
    let isNumber = rest.allSatisfy(\.isNumber)
    return base + "_{" + (isNumber || rest.count == 1 ? String(rest) : "\\mathrm{\(rest)}") + "}"
  }

  private static let greek: Set = [
    "alpha", "beta", "gamma", "delta", "epsilon", "zeta", "eta", "theta", "iota", "kappa",
    "lambda", "mu", "nu", "xi", "pi", "rho", "sigma", "tau", "upsilon", "phi", "chi", "psi",
    "omega",
  ]
}
