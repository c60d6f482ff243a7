import Activations

/// Letters and signs of written formulas.
package enum Symbols {
  /// Greek letters by their names, as in a user's parameters.
  static let greek: [String: String] = [
    "alpha": "α", "beta": "β", "gamma": "γ", "delta": "δ", "epsilon": "ε", "zeta": "ζ", "eta": "η",
    "theta": "θ", "iota": "ι", "kappa": "κ", "lambda": "λ", "mu": "μ", "nu": "ν", "xi": "ξ",
    "pi": "π", "rho": "ρ", "sigma": "σ", "tau": "τ", "upsilon": "υ", "phi": "φ", "chi": "χ",
    "psi": "ψ", "omega": "ω",
  ]

  /// The names of Greek letters.
  static let namesOfGreek = Dictionary(
    greek.map { ($0.value, $0.key) }, uniquingKeysWith: { first, _ in first })

  /// A name as the language spells it: in lower case, and a Greek letter by its name, so that β is beta.
  package static func spelled(_ name: some StringProtocol) -> String {
    let lower = name.lowercased()
    return lower == "ϕ" ? "phi" : namesOfGreek[lower] ?? lower
  }

  private static let subscripts: [Character: Character] = [
    "₀": "0", "₁": "1", "₂": "2", "₃": "3", "₄": "4", "₅": "5", "₆": "6", "₇": "7", "₈": "8",
    "₉": "9", "ₙ": "n", "ₚ": "p",
  ]

  /// What a subscript stands for; any other character itself.
  static func lowered(_ character: Character) -> Character {
    // Nearly all characters are of ASCII, and need no table.
    character.isASCII ? character : subscripts[character] ?? character
  }

  static func isSubscript(_ character: Character) -> Bool { lowered(character) != character }

  /// Digits as exponents.
  static let raised: [Character: Character] = [
    "0": "⁰", "1": "¹", "2": "²", "3": "³", "4": "⁴", "5": "⁵", "6": "⁶", "7": "⁷", "8": "⁸",
    "9": "⁹",
  ]

  /// The functions whose powers are written behind their names.
  static let raisable: Set = ["sin", "cos", "tan", "sinh", "cosh", "tanh"]

  /// What functions of the language are called in plain text, where they are not called by their names.
  static let functions = [
    "heaviside": "H", "log": "ln", "sigmoid": "σ", "gamma": "Γ", "lgamma": "ln Γ",
    "asin": "arcsin", "acos": "arccos", "atan": "arctan", "asinh": "arsinh", "acosh": "arcosh",
    "atanh": "artanh", "log2": "log₂", "log10": "log₁₀", "Phi": "Φ", "phi": "φ", "gammaincp": "P",
  ]
}

extension Parameter {
  /// Whether a word, as the language spells it, is its name or its symbol.
  package func isCalled(_ word: String) -> Bool { word == name || word == Symbols.spelled(symbol) }
}
