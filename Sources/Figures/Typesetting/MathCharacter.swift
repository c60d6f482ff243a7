/// What characters mean in a formula that are no commands.
enum MathCharacter {
  /// The atom of a character; nil for those that TeX keeps for itself.
  static func atom(of character: Character) -> MathAtom? {
    if "#%\"\\$".contains(character) { return nil }
    if let (text, atomClass) = signs[character] {
      return MathAtom(atomClass, .text(text, .upright))
    }
    if largeSigns.contains(character) {
      var atom = MathAtom(.operator, .largeSign(String(character)))
      atom.hasLimits = "∑∏".contains(character)
      return atom
    }
    let face = isVariable(character) ? MathFace.italic : .upright
    return MathAtom(.ordinary, .text(String(character), face))
  }

  /// Whether a letter is set italic: Latin ones and small Greek ones.
  private static func isVariable(_ character: Character) -> Bool {
    guard let scalar = character.unicodeScalars.first, character.isLetter else { return false }
    switch scalar.value {
    case 0x41...0x5A, 0x61...0x7A, 0xC0...0x24F, 0x3B1...0x3C9, 0x3D1, 0x3D5, 0x3D6, 0x3F1, 0x3F5:
      return true
    default: return false
    }
  }

  /// What stands for a bracket that can grow.
  static let brackets: [Character: Character] = [
    "(": "(", ")": ")", "[": "[", "]": "]", "{": "{", "}": "}", "|": "|", "‖": "‖", "⟨": "⟨",
    "⟩": "⟩", "<": "⟨", ">": "⟩", "⌊": "⌊", "⌋": "⌋", "⌈": "⌈", "⌉": "⌉", "/": "/",
  ]

  private static let largeSigns: Set<Character> = ["∑", "∏", "∫", "∬", "∭", "∮"]

  private static let signs: [Character: (String, AtomClass)] = {
    var signs: [Character: (String, AtomClass)] = [
      "-": ("−", .binary), "−": ("−", .binary), "+": ("+", .binary), "*": ("∗", .binary),
      "=": ("=", .relation), "<": ("<", .relation), ">": (">", .relation), ":": (":", .relation),
      "(": ("(", .opening), "[": ("[", .opening), ")": (")", .closing), "]": ("]", .closing),
      "!": ("!", .closing), "?": ("?", .closing), ",": (",", .punctuation),
      ";": (";", .punctuation), "…": ("…", .inner),
    ]
    // What a command names may be typed itself.
    for command in MathCommand.groups.flatMap(\.commands) {
      guard case .symbol(let text, let atomClass, _) = command.meaning, atomClass != .ordinary,
        let character = text.first, signs[character] == nil, !"{}|‖".contains(character)
      else { continue }
      signs[character] = (text, atomClass)
    }
    return signs
  }()
}
