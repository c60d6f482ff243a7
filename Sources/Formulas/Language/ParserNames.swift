import Activations

// Names of functions as papers write them, and as `list` does.

extension Parser {
  /// Names of the language that are written in other ways too.
  private static let synonyms = [
    "ln": "log", "arcsin": "asin", "arccos": "acos", "arsinh": "asinh", "arcsinh": "asinh",
    "arcosh": "acosh", "arccosh": "acosh", "artanh": "atanh", "arctanh": "atanh", "p": "gammaincp",
    "log₂": "log2", "log₁₀": "log10", "ceiling": "ceil",
  ]

  /// The function that a word names.
  ///
  /// Letters count with their case: Φ and φ, H, Γ.
  static func function(_ word: String, as typed: String) -> String {
    let isUpper = typed.first?.isUppercase == true
    switch word {
    case "phi": return (isUpper ? Intrinsic.distribution : .density).rawValue
    case "sigma" where !isUpper: return Intrinsic.sigmoid.rawValue
    case "h" where isUpper: return Intrinsic.heaviside.rawValue
    case "gamma" where isUpper: return Intrinsic.gamma.rawValue
    case "p" where !isUpper: return word
    default: return synonyms[word] ?? word
    }
  }

  /// Whether a name is called: a bracket stands behind it, or the exponent of a function and then a bracket.
  ///
  /// A lone Greek letter that names no function is a factor of the bracket: `α(1 + x)`.
  func isCall(of name: String, _ token: Token) -> Bool {
    if case .raised = peek.kind {
      return Symbols.raisable.contains(name) && peekSecond.kind == .symbol(.open)
    }
    if case .prime = peek.kind { return true }
    guard peek.kind == .symbol(.open) else { return false }
    if token.text.count == 1, Symbols.namesOfGreek[token.text] != nil {
      return definitions[name] != nil || ["σ", "φ"].contains(token.text)
    }
    let isLowered = token.text.last.map(Symbols.isSubscript) ?? false
    return !isLowered || isFunction(name) || isFunction(Self.function(name, as: token.text))
  }
}
