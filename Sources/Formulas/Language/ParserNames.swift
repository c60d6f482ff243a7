import Activations

// Names of functions as papers write them, and as `list` does.

extension Parser {
  /// Names of the language that are written in other ways too.
  private static let synonyms = [
    "ln": "log", "arcsin": "asin", "arccos": "acos", "arsinh": "asinh", "arcsinh": "asinh",
    "arcosh": "acosh", "arccosh": "acosh", "artanh": "atanh", "arctanh": "atanh", "p": "gammaincp",
    "log₂": "log2", "log₁₀": "log10", "ceiling": "ceil", "maximum": "max", "minimum": "min",
    "fmax": "max", "fmin": "min", "power": "pow", "clamp": "clip", "expit": "sigmoid",
    "absolute": "abs", "fabs": "abs", "sgn": "sign", "signum": "sign", "arctan2": "atan2",
    "remainder": "mod", "logsoftmax": "log_softmax", "rint": "round", "gammaln": "lgamma",
    "tgamma": "gamma", "ndtr": "Phi",
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

  /// Whether a power behind a name can only be that of a function.
  private func isRaisable(_ name: String, _ token: Token) -> Bool {
    isFunction(name) || isFunction(Self.function(name, as: token.text))
  }

  /// A name without the module or namespace before it: `np.pi`, `std::exp`.
  static func withoutModule(_ name: String) -> String {
    guard name.contains("."), let last = name.split(separator: ".").last else {
      return name.split(separator: ":").last.map(String.init) ?? name
    }
    return modules.contains(String(name.prefix { $0 != "." })) ? String(last) : name
  }

  private static let modules: Set = [
    "np", "numpy", "torch", "f", "nn", "tf", "jax", "jnp", "lax", "keras", "math", "scipy",
    "special", "stats", "std",
  ]

  /// The framework that a module belongs to.
  private static func framework(_ name: String) -> Framework? {
    let frameworks = ["torch": "torch", "f": "torch", "jax": "jax", "tf": "tf", "keras": "keras"]
    return frameworks[String(name.prefix { $0 != "." })].flatMap(Framework.named)
  }

  /// The function that a name with a module before it means: one of the language, or the framework's own with its defaults.
  mutating func callOfModule(_ word: String, _ token: Token) throws(FormulaError) -> Int {
    let short = Self.withoutModule(word)
    let typed = String(token.text.split { $0 == "." || $0 == ":" }.last ?? "")
    let name = word.hasSuffix("norm.cdf") ? "Phi" : word.hasSuffix("norm.pdf") ? "phi" : short
    let function = Self.function(name, as: typed)
    let variant = Self.framework(word)?.variant(named: short)
    let hasOwnDefaults = variant.map { variant in
      variant.family?.parameters.contains {
        (variant.parameters[$0.name] ?? $0.defaultValue) != $0.defaultValue
      } ?? false
    }
    if name != word, hasOwnDefaults != true,
      isOfLanguage(function) || name == "Phi" || name == "phi"
    {
      return try called(function, Token(kind: .name(function), offset: token.offset, text: typed))
    }
    guard let variant, let family = variant.family else {
      let hint = isFunction(function) ? "; is it \(typed)(x)?" : "."
      throw FormulaError(
        "What \(token.text) is, the language does not know\(hint)", in: text, at: token.offset)
    }
    let argument = try sum()
    if peek.kind == .symbol(.comma) { throw parameters(behind: family.name) }
    try expect(.close)
    var operands = [argument]
    for parameter in family.parameters {
      let value = variant.parameters[parameter.name] ?? parameter.defaultValue
      operands.append(try expression.append(.number(value), at: token.offset))
    }
    return try expression.append(
      .catalogue(family, family.parameters), operands, at: token.offset)
  }

  /// What is said where parameters stand behind a comma.
  func parameters(behind function: String) -> FormulaError {
    let names = definitions[function]?.parameters ?? Catalogue.family(named: function)?.parameters
    let example = names?.first.map { "\(function)(x; \($0.name)=\(Decimal.text($0.defaultValue)))" }
    return FormulaError(
      "Parameters stand behind a semicolon" + (example.map { ": \($0)." } ?? "."), in: text,
      at: peek.offset)
  }

  /// Whether a name is called: a bracket stands behind it, or the exponent of a function and then a bracket.
  ///
  /// A lone Greek letter that names no function is a factor of the bracket: `α(1 + x)`.
  func isCall(of name: String, _ token: Token) -> Bool {
    if case .raised = peek.kind {
      return token.text.count > 1 && peekSecond.kind == .symbol(.open) && isRaisable(name, token)
    }
    // `sin^2(x)` is sin²(x).
    if peek.kind == .symbol(.power), case .number = peekSecond.kind {
      return token.text.count > 1 && tokens[min(next + 2, tokens.count - 1)].kind == .symbol(.open)
        && isRaisable(name, token)
    }
    // x is no function: what is in brackets behind it is a factor.
    if name == "x", peek.kind == .symbol(.open) { return false }
    if case .prime = peek.kind { return true }
    guard peek.kind == .symbol(.open) else { return false }
    if token.text.count == 1, Symbols.namesOfGreek[token.text] != nil {
      return definitions[name] != nil || ["σ", "φ"].contains(token.text)
    }
    let isLowered = token.text.last.map(Symbols.isSubscript) ?? false
    return !isLowered || isFunction(name) || isFunction(Self.function(name, as: token.text))
  }
}
