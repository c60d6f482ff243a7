/// Characters that no installed font has, and what would help.
package struct MissingCharacters: Equatable, Sendable, CustomStringConvertible {
  /// The characters, each once, in the order of the texts.
  package let characters: [Unicode.Scalar]

  /// Wraps characters.
  package init(_ characters: [Unicode.Scalar]) {
    self.characters = characters
  }

  /// Debian's packages of fonts that have them, in the order of the characters.
  package var packages: [String] {
    characters.reduce(into: []) { packages, character in
      guard let package = MissingCharacters.package(of: character) else { return }
      if !packages.contains(package) { packages.append(package) }
    }
  }

  /// One sentence that names up to five of the characters and the packages that would show them.
  package var description: String {
    let rest = characters.count - MissingCharacters.most
    let names = characters.prefix(MissingCharacters.most).map(MissingCharacters.name)
    let list = MissingCharacters.list(names + (rest > 0 ? ["\(rest) more"] : []), "or")
    let isOne = characters.count == 1
    let (boxes, them) = isOne ? ("an empty box", "it") : ("empty boxes", "them")
    let help =
      packages.isEmpty
      ? "install a font that has \(them)"
      : "Debian's \(MissingCharacters.list(packages, "and")) would show \(them)"
    return "No installed font has \(list), drawn as \(boxes); \(help)."
  }

  /// How many characters a sentence names.
  private static let most = 5

  private static func name(_ character: Unicode.Scalar) -> String {
    let digits = String(character.value, radix: 16, uppercase: true)
    return "'\(character)' (U+\(String(repeating: "0", count: max(0, 4 - digits.count)))\(digits))"
  }

  private static func list(_ words: [String], _ conjunction: String) -> String {
    guard words.count > 1 else { return words.joined() }
    return words.dropLast().joined(separator: ", ") + " \(conjunction) \(words[words.count - 1])"
  }

  /// The smallest package that has a character's block of Unicode.
  ///
  /// Counted in the fonts of Debian 12: each has nine tenths of the block or more, but for the newest emoji. Colour
  /// emoji are no help: they are pixels, not outlines.
  private static func package(of character: Unicode.Scalar) -> String? {
    switch character.value {
    case 0x20..<0x7f, 0xa0...0x24f, 0x2010...0x205e, 0x2190...0x22ff: "fonts-dejavu-core"
    case 0x2000...0x27bf, 0x1d400...0x1d7ff, 0x1f000...0x1faff: "fonts-symbola"
    case 0xf900...0xfaff, 0x20000...0x2ffff: "fonts-hanazono"
    case 0xe000...0xf8ff, 0x30000...0x10ffff: nil
    default: CJKLanguage.uses(character) ? "fonts-noto-cjk" : "fonts-noto-core"
    }
  }
}
