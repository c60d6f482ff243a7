// What says something of the rest of a list, or is no atom.

extension MathParser {
  /// What a command adds to a list, nil where it is an atom; `items` are those before it, which it may take over.
  mutating func parts(
    of meaning: MathCommand.Meaning, behind items: inout [MathItem], upTo closing: Character?
  ) throws(TypesettingError) -> [MathItem]? {
    let token = peek
    switch meaning {
    case .space(let room):
      take()
      return [.space(room)]
    case .level(let level):
      take()
      return [.level(level)]
    case .length:
      take()
      return [.space(try length(token))]
    case .ignored(let hasArgument):
      take()
      if hasArgument { _ = try raw(token) }
      return []
    case .alphabetSwitch(let alphabet):
      take()
      return alphabet.applied(to: try list(upTo: closing)).joined
    case .color(let isSwitch):
      var copy = self
      copy.take()
      let color = try copy.color(token)
      let colored =
        isSwitch
        ? try copy.list(upTo: closing)
        : try copy.argument(of: token, "\(token.quoted) needs what it colours.")
      // With scripts it is one atom.
      switch copy.peek.kind {
      case .superscript, .subscript, .character("'"), .character("′"): return nil
      default: break
      }
      self = copy
      return Self.colored(colored, color)
    case .over(let hasRule, let isBinomial):
      take()
      let fraction = MathAtom.Fraction(
        numerator: items, denominator: try list(upTo: closing), hasRule: hasRule)
      items = []
      let isPlain = !isBinomial
      return [.atom(isPlain ? MathAtom(.ordinary, .fraction(fraction)) : Self.binomial(fraction))]
    case .modulo(let isBinary, let hasBrackets):
      take()
      return try modulo(token, isBinary: isBinary, hasBrackets: hasBrackets)
    default: return nil
    }
  }

  /// The items in a colour, but for those with one of their own.
  static func colored(_ items: [MathItem], _ color: Color) -> [MathItem] {
    items.map { item in
      guard case .atom(var atom) = item else { return item }
      atom.color = atom.color ?? color
      return .atom(atom)
    }
  }

  /// The colour in braces: a name, or `#` and six hexadecimal digits.
  mutating func color(_ token: MathToken) throws(TypesettingError) -> Color {
    // LaTeX's model says how the colour is written: \color[HTML]{FF0000}.
    _ = try option()
    let place = peek
    let name = try raw(token).lowercased()
    if let color = MathColor.named[name] { return Color(color) }
    let digits = name.hasPrefix("#") ? String(name.dropFirst()) : name
    if digits.utf8.count == 6, let color = UInt32(digits, radix: 16) { return Color(color) }
    let known = MathColor.named.keys.sorted().joined(separator: ", ")
    throw error("'\(name)' is no colour; there are \(known), and #RRGGBB.", at: place)
  }

  /// A length in braces, in eighteenths of an em: `1em`, `10pt`, `5mu`.
  private mutating func length(_ token: MathToken) throws(TypesettingError) -> Double {
    _ = skip(.character("*"))
    let place = peek
    let text = try raw(token)
    guard let length = Self.length(text) else {
      throw error(
        "\(token.quoted) needs a length such as 1em, 5mu or 10pt, not '\(text)'.", at: place)
    }
    return length
  }

  /// A length in eighteenths of an em; nil for what is none.
  static func length(_ text: String) -> Double? {
    let text = text.filter { !$0.isWhitespace }
    let number = text.prefix { $0.isNumber || "+-.".contains($0) }
    guard let value = Double(number), abs(value) <= 100 else { return nil }
    // LaTeX's letters are of 10 points.
    let units: [String: Double] = [
      "em": 18, "ex": 7.75, "mu": 1, "pt": 1.8, "mm": 5.12, "cm": 51.2, "in": 130,
    ]
    return units[String(text.dropFirst(number.count))].map { $0 * value }
  }

  /// "mod", with what is divided by where it stands behind a formula.
  private mutating func modulo(_ token: MathToken, isBinary: Bool, hasBrackets: Bool)
    throws(TypesettingError) -> [MathItem]
  {
    let word = MathItem.atom(MathAtom(isBinary ? .binary : .ordinary, .text("mod", .upright)))
    if isBinary { return [word] }
    let divisor = try argument(of: token, "\(token.quoted) needs what it divides by.")
    let inside = [word, .space(6)] + divisor
    guard hasBrackets else { return [.space(12)] + inside }
    return [.space(12), .atom(MathAtom(.opening, .text("(", .upright)))] + inside
      + [.atom(MathAtom(.closing, .text(")", .upright)))]
  }
}

/// The colours that formulas know by name.
enum MathColor {
  /// Those of LaTeX's package xcolor that people use, the brightest a little darker, so that they can be read on white.
  static let named: [String: UInt32] = [
    "black": 0x000000, "blue": 0x0000ff, "brown": 0xbf8040, "cyan": 0x00aeef, "darkgray": 0x404040,
    "gray": 0x808080, "green": 0x00a000, "lightgray": 0xbfbfbf, "magenta": 0xec008c,
    "olive": 0x808000,
    "orange": 0xff8000, "pink": 0xff7f9f, "purple": 0xbf0040, "red": 0xff0000, "teal": 0x008080,
    "violet": 0x800080, "white": 0xffffff, "yellow": 0xe0c000,
  ]
}
