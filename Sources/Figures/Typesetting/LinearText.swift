extension RichText {
  /// A text with its formulas on one line, for places that hold characters alone: `H(x) = 1/2 + x/√(1 + x^2)`.
  ///
  /// Quotients get a slash, scripts `^` and `_`; what has more than one character is in parentheses.
  package static func linear(_ text: String) -> String {
    guard isRich(text) else { return text }
    return RichText(text).pieces.map { piece in
      switch piece {
      case .plain(let text): text
      case .formula(let items): linear(items)
      }
    }.joined()
  }

  private static func linear(_ items: [MathItem]) -> String {
    let classes = MathSpacing.settled(
      items.compactMap { if case .atom(let atom) = $0 { atom.atomClass } else { nil } })
    var left = classes[...]
    return items.map { item in
      switch item {
      case .level: return ""
      case .space(let room): return room >= MathSpacing.medium ? " " : ""
      case .atom(let atom):
        let text = linear(atom)
        switch left.popFirst() {
        case .relation?: return " \(text) "
        case .binary? where "+−±∓".contains(text): return " \(text) "
        case .punctuation?: return "\(text) "
        default: return text
        }
      }
    }.joined()
  }

  private static func linear(_ atom: MathAtom) -> String {
    let lower = atom.subscript.map { "_" + grouped(linear($0)) } ?? ""
    let upper = atom.superscript.map { "^" + grouped(linear($0)) } ?? ""
    return linear(atom.nucleus) + MathFont.primes(atom.primes) + lower + upper
  }

  private static func linear(_ nucleus: MathAtom.Nucleus) -> String {
    switch nucleus {
    case .text(let text, _), .largeSign(let text): text
    case .list(let items), .accent(_, let items), .brace(_, let items): linear(items)
    case .fraction(let fraction):
      grouped(linear(fraction.numerator)) + "/" + grouped(linear(fraction.denominator))
    case .root(let radicand, let degree):
      (degree.map(linear) ?? "") + "√" + grouped(linear(radicand))
    case .fenced(let fence): linear(fence)
    case .bracket(let bracket, _): linear(bracket)
    case .table(let table):
      table.rows.map { $0.map(linear).joined(separator: table.kind == .lines ? "" : ", ") }
        .joined(separator: "; ")
    case .arrow(let heads, let above, let below):
      heads.character
        + [above, below].map(linear).filter { !$0.isEmpty }.map { "[\($0)]" }.joined()
    case .phantom: ""
    }
  }

  private static func linear(_ fence: MathAtom.Fence) -> String {
    let middles = fence.middles.map(linear) + [""]
    return linear(fence.left) + zip(fence.parts, middles).map { linear($0) + $1 }.joined()
      + linear(fence.right)
  }

  private static func linear(_ bracket: Character?) -> String { bracket.map(String.init) ?? "" }

  private static func grouped(_ text: String) -> String { text.count > 1 ? "(\(text))" : text }
}
