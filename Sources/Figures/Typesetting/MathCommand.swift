/// A command of the formula language: its name without the backslash, and what it stands for.
struct MathCommand {
  /// What a command stands for.
  enum Meaning {
    /// A character.
    case symbol(String, AtomClass, isItalic: Bool = false)
    /// A sum, product or integral sign.
    case largeSign(String, hasLimits: Bool)
    /// A function's name, upright.
    case function(String, hasLimits: Bool = false)
    /// Room, in eighteenths of an em.
    case space(Double)
    /// A change of size.
    case level(MathStyle.Level)
    /// Two arguments, one over the other, in a size of its own where one is given.
    case fraction(MathStyle.Level?)
    /// Two arguments, one over the other in parentheses.
    case binomial
    /// An argument under a root; its degree before it in `[ ]`.
    case root
    /// An argument under a mark.
    case accent(MathAtom.Accent)
    /// An argument of plain text.
    case text
    /// An argument that is a function's name.
    case operatorName
    /// A capital letter with a double stroke.
    case blackboard
    /// A bracket that grows with what follows, up to its partner.
    case left
    /// The partner.
    case right
    /// A bracket of a given size in ems.
    case big(Double, AtomClass)
    /// Where the scripts of a sign stand.
    case limits(Bool)
    /// The start of rows of formulas.
    case begin
    /// Their end.
    case end
    /// The end of one row.
    case newRow
  }

  let name: String
  let meaning: Meaning

  init(_ name: String, _ meaning: Meaning) {
    self.name = name
    self.meaning = meaning
  }

  /// The command of that name.
  static func named(_ name: String) -> MathCommand.Meaning? { meanings[name] }

  private static let meanings: [String: Meaning] = Dictionary(
    groups.flatMap(\.commands).map { ($0.name, $0.meaning) },
    uniquingKeysWith: { first, _ in first })

  /// The rows of formulas that `\begin` starts, with their brackets.
  static let environments: [String: (left: Character?, right: Character?)] = [
    "cases": ("{", nil), "matrix": (nil, nil), "pmatrix": ("(", ")"), "bmatrix": ("[", "]"),
    "vmatrix": ("|", "|"),
  ]
}
