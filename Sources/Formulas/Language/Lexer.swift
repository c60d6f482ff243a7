import Activations

/// Splits a formula into words.
struct Lexer {
  private let text: String
  private var characters: [Character]
  private var next: Int

  private init(_ text: String, from start: Int) {
    self.text = text
    characters = text.map(Symbols.plain)
    next = start
  }

  /// All words from a character on, the end last.
  static func tokens(of text: String, from start: Int) throws(FormulaError) -> [Token] {
    var lexer = Lexer(text, from: start)
    var tokens: [Token] = []
    while let token = try lexer.token() {
      tokens.append(token)
      tokens += try lexer.exponent()
    }
    tokens.append(Token(kind: .end, offset: lexer.characters.count, text: ""))
    return tokens
  }

  private mutating func token() throws(FormulaError) -> Token? {
    while let character = peek(), character.isWhitespace { next += 1 }
    guard let first = peek() else { return nil }
    let start = next
    if first.isDecimalDigit || (first == "." && peek(1)?.isDecimalDigit == true) {
      return try number(from: start)
    }
    if first.isNameStart {
      skipName()
      // Functions of modules and namespaces: `np.exp`, `std::exp`.
      while let gap = separator {
        next += gap
        skipName()
      }
      return Token(kind: .name(Self.spelled(word(start))), offset: start, text: word(start))
    }
    if let order = Self.primes[first] {
      next += 1
      return Token(kind: .prime(order), offset: start, text: word(start))
    }
    if let token = try written(from: start) { return token }
    return try symbol(first, from: start)
  }

  /// The length of what joins a module and a name behind it.
  private var separator: Int? {
    if peek() == ".", peek(1)?.isNameStart == true { return 1 }
    return peek() == ":" && peek(1) == ":" && peek(2)?.isNameStart == true ? 2 : nil
  }

  /// The words of a raised exponent that is no number, such as that of `e⁻ˣ`, where one stands next.
  private mutating func exponent() throws(FormulaError) -> [Token] {
    let start = next
    guard let first = peek(), !first.isASCII, !written(at: start),
      Symbols.exponents[first] != nil || Self.raised[first] != nil
    else { return [] }
    skip { Symbols.exponents[$0] != nil || Self.raised[$0] != nil }
    var inner = self
    for index in start..<next {
      let character = characters[index]
      inner.characters[index] = Symbols.exponents[character] ?? Self.raised[character] ?? character
    }
    inner.characters.removeSubrange(next...)
    inner.next = start
    var tokens = [
      Token(kind: .symbol(.power), offset: start, text: ""),
      Token(kind: .symbol(.open), offset: start, text: ""),
    ]
    while let token = try inner.token() { tokens.append(token) }
    tokens.append(Token(kind: .symbol(.close), offset: next - 1, text: word(next - 1)))
    return tokens
  }

  /// Whether a raised whole number stands there, with nothing raised behind it.
  private func written(at start: Int) -> Bool {
    var end = start
    if end < characters.count, characters[end] == "⁻" { end += 1 }
    let digits = end
    while end < characters.count, Self.raised[characters[end]] != nil { end += 1 }
    return end > digits && (end == characters.count || Symbols.exponents[characters[end]] == nil)
  }

  /// Skips a name.
  ///
  /// A Greek letter with letters before or behind it is a name of its own, and so is what ends in a
  /// subscript: `αx`, `xπ` and `p₂x` are products, as `list` writes them.
  private mutating func skipName() {
    let isGreek = peek().map(Self.isGreek) ?? false
    if isGreek, let second = peek(1), second.isLetter, second.isASCII || Self.isGreek(second) {
      next += 1
      return
    }
    var isLowered = false
    let start = next
    while let character = peek() {
      if next > start, Self.isGreek(character) { return }
      let isSubscript = Symbols.isSubscript(character)
      guard isSubscript || !isLowered,
        isSubscript || character.isNameStart || character.isDecimalDigit
      else { return }
      isLowered = isSubscript
      next += 1
    }
  }

  private static func isGreek(_ character: Character) -> Bool {
    !character.isASCII && greek.contains(character)
  }

  /// `½`, `∞` and raised digits.
  private mutating func written(from start: Int) throws(FormulaError) -> Token? {
    // Most characters are none of these, and need not be looked up.
    guard let first = peek(), !first.isASCII else { return nil }
    let number: [Character: Double] = ["½": 0.5, "¼": 0.25, "¾": 0.75, "∞": .infinity]
    if let value = number[first] {
      next += 1
      return Token(kind: .number(value), offset: start, text: word(start))
    }
    let isNegative = peek() == "⁻" && peek(1).flatMap { Self.raised[$0] } != nil
    if isNegative { next += 1 }
    let digits = next
    skip { Self.raised[$0] != nil }
    guard next > digits else { return nil }
    let value =
      Double(String(characters[digits..<next].compactMap { Self.raised[$0] })) ?? .infinity
    guard value.isFinite else {
      throw FormulaError("'\(word(start))' is larger than any double.", in: text, at: start)
    }
    return Token(kind: .raised(isNegative ? -value : value), offset: start, text: word(start))
  }

  private mutating func number(from start: Int) throws(FormulaError) -> Token {
    if peek() == "0", peek(1) == "x" || peek(1) == "X", peek(2)?.isHexadecimal == true {
      next += 2
      skip(\.isHexadecimal)
      if peek() == "." {
        next += 1
        skip(\.isHexadecimal)
      }
      skipExponent("p", "P")
    } else {
      skip(\.isDecimalDigit)
      if peek() == "." {
        next += 1
        skip(\.isDecimalDigit)
      }
      skipExponent("e", "E")
    }
    guard let value = Double(word(start)) else {
      throw FormulaError("'\(word(start))' is not a number.", in: text, at: start)
    }
    guard value.isFinite else {
      throw FormulaError("'\(word(start))' is larger than any double.", in: text, at: start)
    }
    return Token(kind: .number(value), offset: start, text: word(start))
  }

  /// An exponent with at least one digit; `2e` is a 2 with a name behind it.
  private mutating func skipExponent(_ lower: Character, _ upper: Character) {
    guard let mark = peek(), mark == lower || mark == upper else { return }
    let isSigned = peek(1) == "+" || peek(1) == "-"
    guard peek(isSigned ? 2 : 1)?.isDecimalDigit == true else { return }
    next += isSigned ? 2 : 1
    skip(\.isDecimalDigit)
  }

  private mutating func symbol(_ first: Character, from start: Int) throws(FormulaError) -> Token {
    let pair = peek(1).map { String([first, $0]) }
    if let pair, ["<=", ">=", "==", "!="].contains(pair), let symbol = Token.Symbol(rawValue: pair)
    {
      next += 2
      return Token(kind: .symbol(symbol), offset: start, text: pair)
    }
    if let pair, let symbol = Self.pairs[pair] {
      next += 2
      return Token(kind: .symbol(symbol), offset: start, text: pair)
    }
    guard let symbol = Token.Symbol(rawValue: String(first)) ?? Self.typographic[first] else {
      let advice = Self.advice[first].map { "; \($0)" } ?? ""
      throw FormulaError("A formula has no character '\(first)'\(advice).", in: text, at: start)
    }
    next += 1
    return Token(kind: .symbol(symbol), offset: start, text: String(first))
  }

  private func peek(_ distance: Int = 0) -> Character? {
    next + distance < characters.count ? characters[next + distance] : nil
  }

  private mutating func skip(_ isPart: (Character) -> Bool) {
    while let character = peek(), isPart(character) { next += 1 }
  }

  private func word(_ start: Int) -> String { String(characters[start..<next]) }

  /// A name as the language spells it.
  private static func spelled(_ name: String) -> String { Symbols.spelled(name) }

  private static let pairs: [String: Token.Symbol] = ["**": .power, "&&": .and]
  private static let typographic: [Character: Token.Symbol] = [
    "≤": .lessOrEqual, "≥": .greaterOrEqual, "≠": .unequal, "[": .open, "]": .close, "{": .open,
    "}": .close, "&": .and, "∨": .or, "?": .question, ":": .colon,
  ]
  /// What to write instead.
  private static let advice: [Character: String] = [
    "\\": "it is no LaTeX: \\frac{a}{b} is written (a)/(b), and \\sigma(x) sigma(x)",
    "%": "a remainder is written mod(a, b)", "!": "a factorial is written gamma(x + 1)",
    "—": "a minus is written '-'", "⅓": "write (1/3)", "⅔": "write (2/3)",
  ]
  private static let primes: [Character: Int] = [
    "'": 1, "′": 1, "’": 1, "″": 2, "‴": 3, "⁗": 4,
  ]
  private static let greek = Set("αβγδεζηθικλμνξπρστυφχψωϕ")
  private static let raised = Dictionary(
    Symbols.raised.map { ($0.value, $0.key) }, uniquingKeysWith: { first, _ in first })
}

extension Character {
  fileprivate var isDecimalDigit: Bool { isASCII && isNumber }
  fileprivate var isHexadecimal: Bool { isASCII && isHexDigit }
  fileprivate var isNameStart: Bool {
    (isLetter || self == "_") && Symbols.exponents[self] == nil
  }
}
