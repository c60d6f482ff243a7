import Activations
import Formulas

/// A function and its derivatives as LaTeX with amsmath: one block of aligned equations, for papers.
package struct LaTeXFile {
  /// The file.
  package let text: String

  /// Writes derivatives, each by so many variables, parameters by their symbols; where `isInline`, and those that were given, by their values.
  ///
  /// - Parameters:
  ///   - name: What the function is called; f unless given.
  ///   - command: The command line that made it, for the heading.
  /// - Throws: `CodePrograms.Obstacle` where there is no closed form.
  package init(
    _ function: Function, by variables: [[Axis]], named name: String, isInline: Bool,
    command: String, version: String
  ) throws(CodePrograms.Obstacle) {
    let free = isInline ? [] : function.settings.filter { !function.given.contains($0) }
    let isOfTwo = function.surface != nil
    let names = variables.map { path in
      guard isOfTwo else { return Self.name(name) + String(repeating: "'", count: path.count) }
      let below = path.map { "\($0)" }.joined()
      return Self.name(name) + (below.isEmpty ? "" : "_{\(below)}")
    }
    let typeset = try TypesetDerivatives(
      function, by: variables, named: names, arguments: free.map(\.parameter.name))
    let list = isOfTwo ? "(x,y)" : "(x)"
    var rows = zip(names, typeset.formulas).map { (left: $0 + list, right: $1) }
    rows += typeset.parts.map { (left: $0.letter, right: $0.text) }
    let body = rows.map(\.right).joined()
    rows += Self.meanings.filter { body.contains($0.sign) }.map { ($0.left, $0.right) }
    let lines = rows.map { "  \(Self.ofAmsmath($0.left)) &= \(Self.ofAmsmath($0.right))" }
    let heading = Self.heading(function, "f\(list)", free, body, command, version)
    text =
      heading.map { "% \($0)\n" }.joined() + "\\begin{align*}\n"
      + lines.joined(separator: " \\\\\n") + "\n\\end{align*}\n"
  }

  private static func heading(
    _ function: Function, _ f: String, _ free: [Function.Setting], _ body: String,
    _ command: String,
    _ version: String
  ) -> [String] {
    var lines = [
      "\(function.legend): \(f) = \(function.family.plainText)".filter { $0 != "\n" },
      "Written by actviz \(version): \(command)",
    ]
    if !free.isEmpty {
      let defaults = free.map { "\($0.parameter.symbol) = \(Decimal.text($0.value))" }
      lines.append("Defaults: \(defaults.joined(separator: ", "))")
    }
    if body.contains("cases") || body.contains("\\sign") || body.contains("H(") {
      lines.append("At a kink or a jump actviz takes the mean of both sides.")
    }
    return lines + ["Needs \\usepackage{amsmath}."]
  }

  /// A function's name: a letter as it is, a word upright.
  static func name(_ text: String) -> String {
    let letters = text.map { $0.isLetter || $0.isNumber ? String($0) : $0 == "_" ? "\\_" : "-" }
    return letters.count == 1 ? text : "\\operatorname{\(letters.joined())}"
  }

  /// What signs of formulas stand for, where not every reader knows.
  private static let meanings: [(sign: String, left: String, right: String)] = [
    ("\\sigma(", "\\sigma(t)", "\\frac{1}{1+e^{-t}}"),
    ("\\operatorname{sigmoid}(", "\\operatorname{sigmoid}(t)", "\\frac{1}{1+e^{-t}}"),
    (
      "\\Phi", "\\Phi(t)",
      "\\frac{1}{2}\\left(1+\\erf\\left(\\frac{t}{\\sqrt{2}}\\right)\\right)"
    ),
    ("\\varphi", "\\varphi(t)", "\\frac{e^{-t^{2}/2}}{\\sqrt{2\\pi }}"),
    ("H(", "H(t)", "\\frac{1+\\sign(t)}{2}"),
    ("\\clip", "\\clip(t,a,b)", "\\min(\\max(t,a),b)"),
    ("\\operatorname{erfcx}", "\\operatorname{erfcx}(t)", "e^{t^{2}}\\cdot \\erfc(t)"),
  ]

  /// TeX whose commands are those of LaTeX and amsmath: functions that figures know by name besides are operators there.
  static func ofAmsmath(_ tex: String) -> String {
    let foreign: Set = ["erf", "erfc", "sign", "clip", "arsinh", "arcosh", "artanh"]
    var result = ""
    var rest = tex[...]
    while let start = rest.firstIndex(of: "\\") {
      result += rest[..<start]
      let word = rest[rest.index(after: start)...].prefix { $0.isASCII && $0.isLetter }
      result += foreign.contains(String(word)) ? "\\operatorname{\(word)}" : "\\\(word)"
      rest = rest[word.endIndex...]
      if word.isEmpty, let sign = rest.popFirst() { result.append(sign) }
    }
    return result + rest
  }
}
