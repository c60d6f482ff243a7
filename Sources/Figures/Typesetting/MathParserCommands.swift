// Atoms: single characters, and what each command makes of its arguments.

extension MathParser {
  /// A character, a group or a command with its arguments.
  mutating func atom() throws(TypesettingError) -> MathAtom {
    let token = peek
    switch token.kind {
    case .open: return MathAtom(.ordinary, .list(try group()))
    case .number(let digits):
      take()
      return MathAtom(.ordinary, .text(digits, .upright))
    case .character(let character):
      take()
      guard let atom = MathCharacter.atom(of: character) else {
        throw error("'\(character)' has no meaning here; shown it is \\\(character).", at: token)
      }
      return atom
    case .command(let name):
      take()
      guard let meaning = MathCommand.named(name) else {
        if name.isEmpty { throw error("A backslash stands before a command's name.", at: token) }
        throw TypesettingError(
          "There is no command \\\(name).", in: text, at: token.offset, unknown: "\\\(name)")
      }
      return try atom(of: meaning, token)
    case .close, .superscript, .subscript, .cell, .end: throw stray()
    }
  }

  private mutating func atom(of meaning: MathCommand.Meaning, _ token: MathToken)
    throws(TypesettingError) -> MathAtom
  {
    switch meaning {
    case .symbol(let text, let atomClass, let isItalic):
      return MathAtom(atomClass, .text(text, isItalic ? .italic : .upright))
    case .largeSign(let text, let hasLimits):
      var atom = MathAtom(.operator, .largeSign(text))
      atom.hasLimits = hasLimits
      return atom
    case .function(let name, let hasLimits):
      var atom = MathAtom(.operator, .text(name, .upright))
      atom.hasLimits = hasLimits
      return atom
    case .operatorName: return try operatorName(token)
    case .text(let face): return try prose(token, face)
    case .alphabet(let alphabet): return try letters(token, alphabet)
    case .left: return try fenced(token)
    case .big(let size, let atomClass):
      return MathAtom(atomClass, .bracket(try bracket(behind: token), size: size))
    case .begin: return try rows(token)
    case .color(isSwitch: false):
      let color = try color(token)
      let items = try argument(of: token, "\(token.quoted) needs what it colours.")
      return MathAtom(items.atomClass, .list(Self.colored(items, color)))
    default: return try built(meaning, token)
    }
  }

  /// What a command builds from formulas.
  private mutating func built(_ meaning: MathCommand.Meaning, _ token: MathToken)
    throws(TypesettingError) -> MathAtom
  {
    switch meaning {
    // An inner atom in plain TeX, but LaTeX wraps it in braces, which makes it ordinary.
    case .fraction(let level): return MathAtom(.ordinary, .fraction(try fraction(token, level)))
    case .binomial(let level): return Self.binomial(try fraction(token, level))
    case .root:
      let degree = try option()
      let radicand = try argument(of: token, "\\sqrt needs what stands under it: \\sqrt{x}.")
      return MathAtom(.ordinary, .root(radicand, degree: degree))
    case .brace(let isAbove):
      let base = try argument(of: token, "\(token.quoted) needs what it embraces.")
      var atom = MathAtom(.operator, .brace(isAbove: isAbove, base))
      (atom.hasLimits, atom.forcesLimits) = (true, true)
      return atom
    case .stack(let isAbove): return try stack(token, isAbove: isAbove)
    case .conditions: return try conditions(token)
    case .arrow(let heads):
      let below = try option() ?? []
      let above = try argument(of: token, "\(token.quoted) needs what stands above it.")
      return MathAtom(.relation, .arrow(heads, above: above, below: below))
    case .phantom(let isWide, let isHigh):
      let items = try argument(of: token, "\(token.quoted) needs what it takes the room of.")
      return MathAtom(.ordinary, .phantom(items, isWide: isWide, isHigh: isHigh))
    case .not: return try struck(token)
    case .atomClass(let atomClass):
      let items = try argument(of: token, "\(token.quoted) needs a formula.")
      var atom = MathAtom(atomClass, .list(items))
      atom.hasLimits = atomClass == .operator
      return atom
    case .accent(let accent):
      let base = try argument(
        of: token, "\(token.quoted) needs what it stands \(accent.isAbove ? "above" : "below").")
      return MathAtom(.ordinary, .accent(accent, base))
    case .limits: throw error("\(token.quoted) stands behind a sign such as \\sum.", at: token)
    default: throw error("\(token.quoted) cannot stand here; put braces around it.", at: token)
    }
  }

  private mutating func fraction(_ token: MathToken, _ level: MathStyle.Level?)
    throws(TypesettingError) -> MathAtom.Fraction
  {
    let missing = "\(token.quoted) needs two arguments: \(token.quoted){1}{2}."
    let numerator = try argument(of: token, missing)
    let denominator = try argument(of: token, missing)
    return MathAtom.Fraction(numerator: numerator, denominator: denominator, level: level)
  }

  /// One formula over another in parentheses.
  static func binomial(_ fraction: MathAtom.Fraction) -> MathAtom {
    var fraction = fraction
    fraction.hasRule = false
    let inside = MathItem.atom(MathAtom(.inner, .fraction(fraction)))
    return MathAtom(.inner, .fenced(MathAtom.Fence(left: "(", parts: [[inside]], right: ")")))
  }

  /// A formula with another one centred above or below it; among its neighbours it is what it was.
  private mutating func stack(_ token: MathToken, isAbove: Bool) throws(TypesettingError)
    -> MathAtom
  {
    let missing = "\(token.quoted) needs two arguments: \(token.quoted){!}{=}."
    let small = try argument(of: token, missing)
    let base = try argument(of: token, missing)
    var atom = MathAtom(.ordinary, .list(base))
    (atom.hasLimits, atom.forcesLimits) = (true, true)
    if isAbove { atom.superscript = small } else { atom.subscript = small }
    var whole = MathAtom(base.atomClass, .list([.atom(atom)]))
    whole.hasLimits = base.atomClass == .operator
    return whole
  }

  /// A sign with a stroke through it.
  private mutating func struck(_ token: MathToken) throws(TypesettingError) -> MathAtom {
    let items = try argument(of: token, "\\not needs the sign that it strikes out: \\not=.")
    guard items.count == 1, case .atom(var atom) = items[0],
      case .text(let text, let face) = atom.nucleus
    else { throw error("\\not stands before one sign: \\not=.", at: token) }
    atom.nucleus = .text(text + "\u{338}", face)
    return atom
  }

  /// What stands between \left and \right, with their brackets.
  private mutating func fenced(_ token: MathToken) throws(TypesettingError) -> MathAtom {
    var fence = MathAtom.Fence(left: try bracket(behind: token), parts: [try list()])
    while true {
      let partner = peek
      if skip(.command("middle")) {
        fence.middles.append(try bracket(behind: partner))
        fence.parts.append(try list())
      } else if skip(.command("right")) {
        fence.right = try bracket(behind: partner)
        return MathAtom(.inner, .fenced(fence))
      } else if partner.kind == .end {
        throw error("This \\left is not closed; \\right) or \\right. is missing.", at: token)
      } else {
        throw stray()
      }
    }
  }

  /// The bracket behind \left, \right or \big; nil for a full stop, which stands for none.
  private mutating func bracket(behind token: MathToken) throws(TypesettingError) -> Character? {
    let next = take()
    switch next.kind {
    case .number("."): return nil
    case .character(let character):
      if let bracket = MathCharacter.brackets[character] { return bracket }
    case .command(let name):
      if case .symbol(let text, _, _) = MathCommand.named(name), let character = text.first,
        let bracket = MathCharacter.brackets[character]
      {
        return bracket
      }
    default: break
    }
    throw error(
      "\(token.quoted) needs a bracket behind it, or a full stop for none, not \(next.quoted).",
      at: next)
  }
}

extension MathAtom.Accent {
  /// Whether it stands above.
  fileprivate var isAbove: Bool { self != .rule(isAbove: false) }
}
