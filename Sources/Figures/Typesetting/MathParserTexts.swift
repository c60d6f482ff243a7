// Words within formulas.

extension MathParser {
  /// Text, in which formulas may stand between dollar signs.
  mutating func prose(_ token: MathToken, _ face: MathFace) throws(TypesettingError) -> MathAtom {
    let opening = peek
    guard skip(.open) else {
      throw error("\(token.quoted) needs text in braces: \(token.quoted){…}.", at: opening)
    }
    var items: [MathItem] = []
    var start = opening.end
    var braces = 0
    // Blanks, which are no tokens, count here.
    func flush(upTo end: Int) {
      let text = Self.shown(characters[start..<max(start, end)])
      if !text.isEmpty { items.append(.atom(MathAtom(.ordinary, .text(text, face)))) }
    }
    while peek.kind != .close || braces > 0 {
      let next = peek
      switch next.kind {
      case .end: throw error("This { is not closed.", at: opening)
      case .open: braces += 1
      case .close: braces -= 1
      case .character("$"), .character("~"), .command: break
      default:
        take()
        continue
      }
      // An escaped character is shown by what gathers the text.
      if case .command(let name) = next.kind, name.count == 1, name.first?.isLetter == false,
        !",:;!> ".contains(name)
      {
        take()
        continue
      }
      flush(upTo: next.offset)
      items += try inserted(in: token, face)
      start = takenEnd
    }
    flush(upTo: peek.offset)
    take()
    if items.count == 1, case .atom(let atom) = items[0] { return atom }
    return MathAtom(.ordinary, .list(items))
  }

  /// What is no plain character of a text: a formula, room, text in other letters.
  private mutating func inserted(in token: MathToken, _ face: MathFace) throws(TypesettingError)
    -> [MathItem]
  {
    let next = take()
    switch next.kind {
    case .character("$"):
      let formula = try list(upTo: "$")
      guard skip(.character("$")) else {
        throw error("This $ begins a formula that no other $ ends.", at: next)
      }
      return [.atom(MathAtom(.ordinary, .list(formula)))]
    case .character: return [.space(6)]
    case .command(let name):
      switch MathCommand.named(name) {
      case .space(let room): return [.space(room)]
      case .text(let inner):
        let both = MathFace(
          isItalic: face.isItalic || inner.isItalic, isBold: face.isBold || inner.isBold)
        return [.atom(try prose(next, both))]
      default:
        throw error(
          "\(token.quoted) holds text; a formula within it stands between $ and $.", at: next)
      }
    default: return []
    }
  }

  /// Letters of another alphabet: a formula, or words such as \mathrm{hard swish}, whose blanks are shown.
  mutating func letters(_ token: MathToken, _ alphabet: MathAlphabet) throws(TypesettingError)
    -> MathAtom
  {
    if alphabet == .upright, let words = try words(token) {
      return MathAtom(.ordinary, .text(words, .upright))
    }
    let items = try argument(of: token, "\(token.quoted) needs letters: \(token.quoted){x}.")
    let letters = alphabet.applied(to: items)
    let whole = alphabet == .heavy ? letters : letters.joined
    // Its class is that of the sign it makes heavy; scripts behind it stand as behind a letter.
    if whole.count == 1, case .atom(let atom) = whole[0], atom.isBare { return atom }
    return MathAtom(.ordinary, .list(whole))
  }

  /// A function's name, upright; its scripts stand as behind \max where a star follows the command.
  mutating func operatorName(_ token: MathToken) throws(TypesettingError) -> MathAtom {
    let hasLimits = skip(.character("*"))
    var atom: MathAtom
    if let words = try words(token) {
      atom = MathAtom(.operator, .text(words, .upright))
    } else {
      let items = try argument(
        of: token, "\(token.quoted) needs text in braces: \(token.quoted){…}.")
      atom = MathAtom(.operator, .list(MathAlphabet.upright.applied(to: items).joined))
    }
    atom.hasLimits = hasLimits
    return atom
  }

  /// What stands in braces where it is words alone, without commands, scripts and braces; nil for anything else.
  private mutating func words(_ token: MathToken) throws(TypesettingError) -> String? {
    guard peek.kind == .open else { return nil }
    var copy = self
    let text = try copy.raw(token)
    let plain = text.replacing(/\\[%_&#${} ]/, with: "")
    guard !plain.contains(where: { "\\{}^$".contains($0) }), !text.isEmpty else { return nil }
    self = copy
    return Self.shown(text[...])
  }

  /// The characters in braces as they stand there.
  mutating func raw(_ token: MathToken) throws(TypesettingError) -> String {
    let opening = peek
    guard skip(.open) else {
      throw error("\(token.quoted) needs text in braces: \(token.quoted){…}.", at: opening)
    }
    var braces = 0
    while peek.kind != .close || braces > 0 {
      switch peek.kind {
      case .end: throw error("This { is not closed.", at: opening)
      case .open: braces += 1
      case .close: braces -= 1
      default: break
      }
      take()
    }
    let end = peek.offset
    take()
    return String(characters[opening.end..<end])
  }

  /// Characters without the backslashes that escape some of them.
  private static func shown(_ characters: some Sequence<Character>) -> String {
    var text = ""
    var isEscaped = false
    for character in characters {
      isEscaped = character == "\\" && !isEscaped
      if !isEscaped { text.append(character) }
    }
    return text
  }
}
