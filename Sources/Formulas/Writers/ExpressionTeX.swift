import Activations

/// A formula as TeX, for titles: fractions for quotients, roots, powers, Greek letters for parameters.
///
/// Brackets stand where precedence asks for them, whatever the user typed. Inside an exponent quotients keep their
/// slash.
struct ExpressionTeX {
  /// The whole formula.
  let text: String
  /// The formula on one line, with slashes for fractions.
  let flat: String
  /// The formula as a factor: in brackets where it is a sum.
  let factor: String

  /// Writes an expression, its parameters by `symbols` or else by their names; nil where that would be too
  /// long to be read.
  init?(_ expression: Expression, symbols: [String: String] = [:]) {
    guard let term = expression.written(as: TeXTerm.self, symbols: symbols) else { return nil }
    text = term.text
    flat = term.flat
    factor = term.asFactor
  }

  /// A parameter's name or symbol as TeX: Greek letters by their names, `p1`, `p₁` and `alpha_p` with a
  /// subscript.
  static func symbol(_ name: String) -> String {
    let letters = name.prefix { $0.isLetter && !Symbols.isSubscript($0) }
    let rest = name.dropFirst(letters.count).drop { $0 == "_" }.map(Symbols.lowered)
    guard !letters.isEmpty else { return "\\mathrm{\(name)}" }
    let base: String
    if let greek = Symbols.namesOfGreek[String(letters)] {
      base = "\\\(greek)"
    } else if Symbols.greek[String(letters)] != nil {
      base = "\\\(letters)"
    } else {
      base = letters.count == 1 ? String(letters) : "\\mathrm{\(letters)}"
    }
    if rest.isEmpty { return base + (base.hasPrefix("\\") && !base.hasSuffix("}") ? " " : "") }
    let isNumber = rest.allSatisfy(\.isNumber)
    return base + "_{" + (isNumber || rest.count == 1 ? String(rest) : "\\mathrm{\(String(rest))}")
      + "}"
  }
}
