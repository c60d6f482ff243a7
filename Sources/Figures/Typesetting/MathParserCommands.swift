// Atoms: single characters, and what each command makes of its arguments.

extension MathParser {
  /// A character, a group or a command with its arguments.
  mutating func atom() throws(TypesettingError) -> MathAtom {
    let token = peek
    switch token.kind {
    case .open: return MathAtom(.ordinary, .list(try group()))
    case .number(let digits):
      take()
      return MathAtom(.ordinary, .text(digits, isItalic: false))
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
      return MathAtom(atomClass, .text(text, isItalic: isItalic))
    case .largeSign(let text, let hasLimits):
      var atom = MathAtom(.operator, .largeSign(text))
      atom.hasLimits = hasLimits
      return atom
    case .function(let name, let hasLimits):
      var atom = MathAtom(.operator, .text(name, isItalic: false))
      atom.hasLimits = hasLimits
      return atom
    case .operatorName:
      return MathAtom(.operator, .text(try words(token), isItalic: false))
    case .text: return MathAtom(.ordinary, .text(try words(token), isItalic: false))
    // An inner atom in plain TeX, but LaTeX wraps it in braces, which makes it ordinary.
    case .fraction(let level): return MathAtom(.ordinary, .fraction(try fraction(token, level)))
    case .binomial:
      var fraction = try fraction(token, nil)
      fraction.hasRule = false
      let inside = MathItem.atom(MathAtom(.inner, .fraction(fraction)))
      return MathAtom(.inner, .fenced(left: "(", [inside], right: ")"))
    case .root: return try root(token)
    case .accent(let accent):
      let base = try argument(of: token, "\(token.quoted) needs what it stands above.")
      return MathAtom(.ordinary, .accent(accent, base))
    case .blackboard: return try blackboard(token)
    case .left: return try fenced(token)
    case .big(let size, let atomClass):
      return MathAtom(atomClass, .bracket(try bracket(behind: token), size: size))
    case .begin: return try rows(token)
    case .limits: throw error("\(token.quoted) stands behind a sign such as \\sum.", at: token)
    case .right, .end, .newRow, .space, .level:
      throw error("\(token.quoted) cannot stand here; put braces around it.", at: token)
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

  private mutating func root(_ token: MathToken) throws(TypesettingError) -> MathAtom {
    var degree: [MathItem]?
    if peek.kind == .character("[") {
      let opening = take()
      degree = try list(upTo: "]")
      guard skip(.character("]")) else { throw error("This [ is not closed.", at: opening) }
    }
    let radicand = try argument(of: token, "\\sqrt needs what stands under it: \\sqrt{x}.")
    return MathAtom(.ordinary, .root(radicand, degree: degree))
  }

  /// What stands between \left and \right, with their brackets.
  private mutating func fenced(_ token: MathToken) throws(TypesettingError) -> MathAtom {
    let left = try bracket(behind: token)
    let inside = try list()
    let partner = peek
    guard skip(.command("right")) else {
      if partner.kind == .end {
        throw error("This \\left is not closed; \\right) or \\right. is missing.", at: token)
      }
      throw stray()
    }
    return MathAtom(.inner, .fenced(left: left, inside, right: try bracket(behind: partner)))
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

  /// Rows up to \end, each of formulas between &.
  private mutating func rows(_ token: MathToken) throws(TypesettingError) -> MathAtom {
    let name = try words(token)
    guard let brackets = MathCommand.environments[name] else {
      let known = MathCommand.environments.keys.sorted().joined(separator: ", ")
      throw error("There is no \\begin{\(name)}; there are \(known).", at: token)
    }
    var rows: [[[MathItem]]] = [[]]
    while true {
      rows[rows.count - 1].append(try list())
      if skip(.cell) { continue }
      guard skip(.command("\\")) else { break }
      rows.append([])
    }
    let last = peek
    guard skip(.command("end")) else {
      if last.kind == .end {
        throw error("This \\begin{\(name)} has no \\end{\(name)}.", at: token)
      }
      throw stray()
    }
    guard try words(last) == name else {
      throw error("\\begin{\(name)} is ended by \\end{\(name)}.", at: last)
    }
    // A \\ behind the last row is no row.
    if rows.count > 1, rows.last == [[]] { rows.removeLast() }
    let table = MathAtom(.ordinary, .rows(rows, isLeftAligned: name == "cases"))
    guard brackets.left != nil else { return table }
    return MathAtom(
      .inner,
      .fenced(
        left: brackets.left, [.space(MathSpacing.thin), .atom(table), .space(MathSpacing.thin)],
        right: brackets.right))
  }

  private mutating func blackboard(_ token: MathToken) throws(TypesettingError) -> MathAtom {
    let letter = try words(token)
    guard let double = MathCharacter.blackboard(letter) else {
      throw error("\\mathbb needs one capital letter: \\mathbb{R}.", at: token)
    }
    return MathAtom(.ordinary, .text(double, isItalic: false))
  }

  /// What stands in braces, as plain text; a backslash before a character shows it.
  private mutating func words(_ token: MathToken) throws(TypesettingError) -> String {
    let opening = peek
    guard skip(.open) else {
      throw error("\(token.quoted) needs text in braces: \(token.quoted){…}.", at: opening)
    }
    while peek.kind != .close {
      switch peek.kind {
      case .end: throw error("This { is not closed.", at: opening)
      case .open: throw error("\(token.quoted) holds plain text, without braces.", at: peek)
      case .command(let name) where name.first?.isLetter ?? true:
        throw error("\(token.quoted) holds plain text, without commands.", at: peek)
      default: take()
      }
    }
    // Blanks, which are no tokens, count here.
    let end = peek.offset
    take()
    var text = ""
    var isEscaped = false
    for character in characters[opening.end..<end] {
      isEscaped = character == "\\" && !isEscaped
      if !isEscaped { text.append(character) }
    }
    return text
  }
}
