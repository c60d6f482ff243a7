/// A word of the formula language between dollar signs.
struct MathToken: Equatable {
  /// What it is.
  enum Kind: Equatable {
    /// A backslash with letters or one other character; the name is without the backslash.
    case command(String)
    /// Any other character.
    case character(Character)
    /// A number, in one piece.
    case number(String)
    /// `{`
    case open
    /// `}`
    case close
    /// `^`
    case superscript
    /// `_`
    case `subscript`
    /// `&`
    case cell
    /// Nothing more follows.
    case end
  }

  /// What it is.
  var kind: Kind
  /// The index of its first character in the whole text.
  var offset: Int
  /// Behind its last character.
  var end: Int

  /// As an error quotes it.
  var quoted: String {
    switch kind {
    case .command(let name): "\\\(name)"
    case .character(let character): "'\(character)'"
    case .number(let digits): "'\(digits)'"
    case .open: "'{'"
    case .close: "'}'"
    case .superscript: "'^'"
    case .subscript: "'_'"
    case .cell: "'&'"
    case .end: "the end"
    }
  }

  /// The words of the characters in a range; blanks between them say nothing and are dropped.
  static func tokens(of characters: [Character], in range: Range<Int>) -> [MathToken] {
    var tokens: [MathToken] = []
    var next = range.lowerBound
    while next < range.upperBound {
      let start = next
      let kind = kind(at: &next, of: characters, before: range.upperBound)
      if let kind { tokens.append(MathToken(kind: kind, offset: start, end: next)) }
    }
    tokens.append(MathToken(kind: .end, offset: range.upperBound, end: range.upperBound))
    return tokens
  }

  private static func kind(
    at next: inout Int, of characters: [Character], before end: Int
  ) -> Kind? {
    let character = characters[next]
    next += 1
    switch character {
    case "{": return .open
    case "}": return .close
    case "^": return .superscript
    case "_": return .subscript
    case "&": return .cell
    case "\\":
      let start = next
      while next < end, isLetter(characters[next]) { next += 1 }
      if next == start, next < end { next += 1 }
      return .command(String(characters[start..<next]))
    case _ where character.isWhitespace: return nil
    case "0"..."9", ".":
      let start = next - 1
      while next < end, isDigit(characters[next]) { next += 1 }
      // A decimal point stands between digits, anything else is a full stop.
      if character != ".", next + 1 < end, characters[next] == ".", isDigit(characters[next + 1]) {
        next += 1
        while next < end, isDigit(characters[next]) { next += 1 }
      }
      return .number(String(characters[start..<next]))
    default: return .character(character)
    }
  }

  private static func isLetter(_ character: Character) -> Bool {
    character.isASCII && character.isLetter
  }

  private static func isDigit(_ character: Character) -> Bool { "0"..."9" ~= character }
}
