import Activations
import Formulas

/// A function and its derivatives as LaTeX with amsmath: one block of aligned equations, for papers.
package struct LaTeXFile {
  /// The file.
  package let text: String

  /// Writes quantities, parameters by their symbols; where `isInline`, and those that were given, by their values.
  ///
  /// - Parameters:
  ///   - name: What the function is called; f unless given.
  ///   - command: The command line that made it, for the heading.
  /// - Throws: `CodePrograms.Obstacle` where there is no closed form.
  package init(
    _ function: Function, _ quantities: Quantities, named name: String, isInline: Bool,
    command: String, version: String
  ) throws(CodePrograms.Obstacle) {
    let free = isInline ? [] : function.settings.filter { !function.given.contains($0) }
    let isOfTwo = function.surface != nil
    let (arguments, f) = (free.map(\.parameter.name), Self.name(name))
    let (derivatives, names) = try Self.derivatives(function, quantities, arguments, f)
    let typeset = try TypesetDerivatives(
      derivatives, of: function, named: names, arguments: arguments)
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

  /// What is differentiated by what for each quantity, and what it is called.
  private static func derivatives(
    _ function: Function, _ quantities: Quantities, _ arguments: [String], _ f: String
  ) throws(CodePrograms.Obstacle) -> ([TypesetDerivatives.Derivative], [String]) {
    switch quantities {
    case .ofXAndY(let all):
      return (
        all.map { (function, $0.variables) },
        all.map { f + ($0 == .f ? "" : "_{\($0.rawValue.dropFirst())}") }
      )
    case .ofX(let all):
      var derivatives: [TypesetDerivatives.Derivative] = []
      for quantity in all {
        let form = try ClosedForm(
          of: quantity, function, arguments: arguments, isTextbook: true)
        derivatives.append((form.function, Array(repeating: .x, count: form.order)))
      }
      return (derivatives, all.map { $0.tex(of: f) })
    }
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
    if body.contains("P(") || body.contains("P\\left(") {
      lines.append("P(s, t) is the regularised lower incomplete gamma function.")
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

extension Quantity {
  /// What it is called of a function of some name: f′ and H_f.
  fileprivate func tex(of f: String) -> String {
    switch self {
    case .f: f
    case .df: f + "'"
    case .d2f: f + "''"
    case .gate: "H_{\(f)}"
    case .density: "\\delta_{\(f)}"
    case .sign: "s_{\(f)}"
    }
  }
}

extension SurfaceQuantity {
  /// By which variables it is differentiated, in order.
  fileprivate var variables: [Axis] {
    switch self {
    case .f: []
    case .fx: [.x]
    case .fy: [.y]
    case .fxx: [.x, .x]
    case .fxy: [.x, .y]
    case .fyy: [.y, .y]
    }
  }
}
