import Activations
import Formulas

// To a parser of arguments `-x*sigmoid(x)` is a bundle of options. A blank in front tells them apart,
// and means nothing in a formula.

extension [String] {
  /// The arguments with a blank before formulas that begin with a hyphen.
  var withFormulasMarked: [String] {
    guard contains(where: \.isHyphenedFormula) else { return self }
    let end = firstIndex(of: "--") ?? count
    return indices.map { index in
      let previous = index > 0 ? self[index - 1] : ""
      let isValue = previous.hasPrefix("-") && !Self.beforeFunctions.contains(previous)
      let isMeant = index < end && !isValue || previous.isHyphenedFormula
      return isMeant && self[index].isHyphenedFormula ? " " + self[index] : self[index]
    }
  }

  /// Options that are followed by a function: those that take one, and those that take nothing.
  private static let beforeFunctions = flags.union(["--reference", "--to"])

  /// The options that take no value; a test holds them against what the commands say of themselves.
  static let flags: Set<String> = [
    "-q", "--quiet", "--all", "--bits", "--round", "--transparent", "--svg-text", "--free-x",
    "--free-y",
    "--gray-reference",
  ]
}

extension String {
  /// Whether it is a formula in x that begins with one hyphen.
  fileprivate var isHyphenedFormula: Bool {
    // Most arguments are no such formula, and the catalogue takes long to ask.
    guard hasPrefix("-"), !hasPrefix("--"), contains(where: { "xX".contains($0) }),
      Formula.isFormula(self)
    else { return false }
    let words = split { !($0.isLetter || $0.isNumber || $0 == "_" || $0 == ".") }
    return words.contains { $0.lowercased() == "x" }
  }
}
