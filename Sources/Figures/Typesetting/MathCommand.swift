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
    /// Two arguments, one over the other in parentheses, in a size of its own where one is given.
    case binomial(MathStyle.Level?)
    /// What stands before and behind it in its group, one over the other.
    case over(hasRule: Bool, isBinomial: Bool = false)
    /// An argument under a root; its degree before it in `[ ]`.
    case root
    /// An argument under or over a mark.
    case accent(MathAtom.Accent)
    /// An argument under or over a brace, on which a script stands.
    case brace(isAbove: Bool)
    /// Two arguments, the first above or below the second.
    case stack(isAbove: Bool)
    /// The conditions under a sum, in rows.
    case conditions
    /// An arrow as long as its argument above, and one below before it in `[ ]`.
    case arrow(ArrowShape.Heads)
    /// An argument of text, in which formulas may stand between dollar signs.
    case text(MathFace)
    /// An argument in letters of another alphabet.
    case alphabet(MathAlphabet)
    /// The same for the rest of the group.
    case alphabetSwitch(MathAlphabet)
    /// An argument that is a function's name.
    case operatorName
    /// A bracket that grows with what follows, up to its partner.
    case left
    /// A bracket between both.
    case middle
    /// The partner.
    case right
    /// A bracket of a given size in ems.
    case big(Double, AtomClass)
    /// Where the scripts of a sign stand.
    case limits(Bool)
    /// A stroke through what follows.
    case not
    /// "mod" between two numbers, or behind a formula in parentheses, which may be left out.
    case modulo(isBinary: Bool, hasBrackets: Bool = false)
    /// A colour for an argument, or for the rest of the group.
    case color(isSwitch: Bool)
    /// An argument that another part is given to.
    case atomClass(AtomClass)
    /// The room of an argument.
    case phantom(isWide: Bool, isHigh: Bool)
    /// Room of a given length.
    case length
    /// What numbers formulas in a text and says nothing here; it may have an argument.
    case ignored(hasArgument: Bool)
    /// The start of rows of formulas.
    case begin
    /// Their end.
    case end
    /// The end of one row.
    case newRow
    /// A rule between rows.
    case rowRule
  }

  let name: String
  let meaning: Meaning

  init(_ name: String, _ meaning: Meaning) {
    self.name = name
    self.meaning = meaning
  }

  /// The command of that name.
  ///
  /// A text has a few commands, which are looked for one by one sooner than all can be put into a table.
  static func named(_ name: String) -> MathCommand.Meaning? {
    for (_, commands) in groups {
      if let command = commands.first(where: { $0.name == name }) { return command.meaning }
    }
    return nil
  }
}
