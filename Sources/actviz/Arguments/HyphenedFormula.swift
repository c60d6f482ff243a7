import Formulas

extension String {
  /// Whether it is a formula that begins with one hyphen, `-x^2`, and no option: a bare word is one only where
  /// it means something in every formula.
  var isHyphenedFormula: Bool {
    guard hasPrefix("-"), !hasPrefix("--"), count > 1, Formula.isFormula(self) else { return false }
    let body = dropFirst()
    if let first = body.first, first.isNumber || first == "." || !first.isASCII { return true }
    if body.contains(where: { "*/^+(".contains($0) }) { return true }
    let words = body.lowercased().split { !($0.isLetter || $0.isNumber || $0 == "_" || $0 == ".") }
    return words.contains { ["x", "pi", "e"].contains($0) }
  }
}
