/// Understands a formula of the TeX subset; how long and how deep it may be is bounded.
///
/// list = { atom { ^ argument | _ argument | ' } | room | size }, argument = atom | { list }; what
/// commands take stands in extensions.
struct MathParser {
  /// The longest formula, in characters.
  static let longest = 2000
  /// How deep braces, brackets and arguments may nest.
  static let deepest = 40

  /// The whole text, for errors.
  let text: String
  let characters: [Character]
  private var tokens: [MathToken]
  private var next = 0
  private var depth = 0

  /// Reads the characters in a range of a text.
  init(_ text: String, _ characters: [Character], in range: Range<Int>) throws(TypesettingError) {
    self.text = text
    self.characters = characters
    guard range.count <= Self.longest else {
      throw TypesettingError(
        "A formula has at most \(Self.longest) characters.", in: text,
        at: range.lowerBound + Self.longest)
    }
    tokens = MathToken.tokens(of: characters, in: range)
  }

  /// The whole range as one formula.
  mutating func formula() throws(TypesettingError) -> [MathItem] {
    let items = try list()
    guard peek.kind == .end else { throw stray() }
    return items
  }

  // MARK: Lists

  /// Items up to something that ends a list: a closing brace, \right, &, \\, \end or the end.
  mutating func list(upTo closing: Character? = nil) throws(TypesettingError) -> [MathItem] {
    depth += 1
    defer { depth -= 1 }
    guard depth <= Self.deepest else {
      throw error("A formula nests at most \(Self.deepest) levels deep.", at: peek)
    }
    var items: [MathItem] = []
    while !endsList(peek) {
      if let closing, peek.kind == .character(closing) { break }
      if skip(.character("~")) {
        items.append(.space(6))
      } else if case .command(let name) = peek.kind, let meaning = MathCommand.named(name),
        let more = try parts(of: meaning, behind: &items, upTo: closing)
      {
        items += more
      } else {
        items.append(.atom(try scripted()))
      }
    }
    return items
  }

  private func endsList(_ token: MathToken) -> Bool {
    switch token.kind {
    case .end, .close, .cell: true
    case .command(let name): ["right", "middle", "end", "\\"].contains(name)
    default: false
    }
  }

  /// An atom with its primes and scripts.
  mutating func scripted() throws(TypesettingError) -> MathAtom {
    var atom: MathAtom
    switch peek.kind {
    case .superscript, .subscript, .character("'"), .character("′"):
      atom = MathAtom(.ordinary, .list([]))
    default: atom = try self.atom()
    }
    while true {
      let token = peek
      switch token.kind {
      case .superscript:
        take()
        guard atom.superscript == nil else {
          throw error("This has two superscripts; put braces around one of them.", at: token)
        }
        atom.superscript = try argument(of: token, "^ needs what it raises: x^{2}.")
      case .subscript:
        take()
        guard atom.subscript == nil else {
          throw error("This has two subscripts; put braces around one of them.", at: token)
        }
        atom.subscript = try argument(of: token, "_ needs what it lowers: x_{2}.")
      case .character("'"), .character("’"), .character("′"):
        take()
        atom.primes += 1
      case .character("″"):
        take()
        atom.primes += 2
      case .command(let name):
        guard case .limits(let isForced) = MathCommand.named(name) else { return atom }
        take()
        guard atom.atomClass == .operator else {
          throw error("\\\(name) stands behind a sign such as \\sum.", at: token)
        }
        (atom.hasLimits, atom.forcesLimits) = (isForced, isForced)
      default: return atom
      }
    }
  }

  /// A list between [ and ]; nil where no bracket is next.
  mutating func option() throws(TypesettingError) -> [MathItem]? {
    let opening = peek
    guard skip(.character("[")) else { return nil }
    let items = try list(upTo: "]")
    guard skip(.character("]")) else { throw error("This [ is not closed.", at: opening) }
    return items
  }

  /// A list in braces, or an atom alone; `missing` says what is wanted where there is none.
  mutating func argument(of owner: MathToken, _ missing: String) throws(TypesettingError)
    -> [MathItem]
  {
    if peek.kind == .open { return try group() }
    if endsList(peek) || peek.kind == .superscript || peek.kind == .subscript {
      throw error(missing, at: peek)
    }
    splitNumber()
    depth += 1
    defer { depth -= 1 }
    guard depth <= Self.deepest else {
      throw error("A formula nests at most \(Self.deepest) levels deep.", at: peek)
    }
    return [.atom(try atom())]
  }

  /// A list between braces.
  mutating func group() throws(TypesettingError) -> [MathItem] {
    let opening = take()
    let items = try list()
    guard skip(.close) else {
      if peek.kind == .end { throw error("This { is not closed.", at: opening) }
      throw stray()
    }
    return items
  }

  // MARK: Tokens

  var peek: MathToken { tokens[min(next, tokens.count - 1)] }

  /// Behind the last character that was taken.
  var takenEnd: Int { next == 0 ? 0 : tokens[min(next, tokens.count) - 1].end }

  @discardableResult
  mutating func take() -> MathToken {
    defer { next += 1 }
    return peek
  }

  /// Takes a token of that kind if it is next.
  mutating func skip(_ kind: MathToken.Kind) -> Bool {
    guard peek.kind == kind else { return false }
    next += 1
    return true
  }

  /// Leaves the first digit of a number as the next token: \frac12 is one half, as in TeX.
  private mutating func splitNumber() {
    guard case .number(let digits) = peek.kind, digits.count > 1 else { return }
    let token = peek
    let rest = MathToken(
      kind: .number(String(digits.dropFirst())), offset: token.offset + 1, end: token.end)
    tokens[next] = MathToken(
      kind: .number(String(digits.prefix(1))), offset: token.offset, end: token.offset + 1)
    tokens.insert(rest, at: next + 1)
  }

  func error(_ sentence: String, at token: MathToken) -> TypesettingError {
    TypesettingError(sentence, in: text, at: token.offset)
  }

  /// Something that ends what was never begun.
  func stray() -> TypesettingError {
    switch peek.kind {
    case .close: error("This } closes nothing; a brace that is shown is \\}.", at: peek)
    case .cell:
      error("& divides the columns of cases and matrices; a shown one is \\&.", at: peek)
    case .command("right"): error("This \\right has no \\left before it.", at: peek)
    case .command("middle"):
      error("\\middle stands between a \\left and its \\right.", at: peek)
    case .command("end"): error("This \\end has no \\begin before it.", at: peek)
    case .command("\\"): error("\\\\ ends a row of cases and matrices only.", at: peek)
    default: error("Expected the formula's end, not \(peek.quoted).", at: peek)
    }
  }
}
