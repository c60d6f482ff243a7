/// What characters mean in a formula that are no commands.
enum MathCharacter {
  /// The atom of a character; nil for those that TeX keeps for itself.
  static func atom(of character: Character) -> MathAtom? {
    // Most characters are letters, which no table need be made for.
    if isVariable(character) { return MathAtom(.ordinary, .text(String(character), .italic)) }
    switch character {
    case "#", "%", "\"", "\\", "$": return nil
    case "(", "[": return MathAtom(.opening, .text(String(character), .upright))
    case ")", "]", "!", "?": return MathAtom(.closing, .text(String(character), .upright))
    case "=", "<", ">", ":": return MathAtom(.relation, .text(String(character), .upright))
    case ",", ";": return MathAtom(.punctuation, .text(String(character), .upright))
    case "-": return MathAtom(.binary, .text("−", .upright))
    case "*": return MathAtom(.binary, .text("∗", .upright))
    case "+", "−": return MathAtom(.binary, .text(String(character), .upright))
    case "…": return MathAtom(.inner, .text("…", .upright))
    default: break
    }
    if let atomClass = signs[character] {
      return MathAtom(atomClass, .text(String(character), .upright))
    }
    if largeSigns.contains(character) {
      var atom = MathAtom(.operator, .largeSign(String(character)))
      atom.hasLimits = "∑∏".contains(character)
      return atom
    }
    return MathAtom(.ordinary, .text(String(character), .upright))
  }

  /// Whether a letter is set italic: Latin ones and small Greek ones.
  private static func isVariable(_ character: Character) -> Bool {
    guard let scalar = character.unicodeScalars.first else { return false }
    switch scalar.value {
    case 0x41...0x5A, 0x61...0x7A: return true
    case 0xC0...0x24F, 0x3B1...0x3C9, 0x3D1, 0x3D5, 0x3D6, 0x3F1, 0x3F5: return character.isLetter
    default: return false
    }
  }

  /// What stands for a bracket that can grow.
  static let brackets: [Character: Character] = [
    "(": "(", ")": ")", "[": "[", "]": "]", "{": "{", "}": "}", "|": "|", "‖": "‖", "⟨": "⟨",
    "⟩": "⟩", "<": "⟨", ">": "⟩", "⌊": "⌊", "⌋": "⌋", "⌈": "⌈", "⌉": "⌉", "/": "/",
  ]

  private static let largeSigns: Set<Character> = ["∑", "∏", "∫", "∬", "∭", "∮"]

  /// What commands name may be typed itself.
  private static let signs: [Character: AtomClass] = {
    var signs: [Character: AtomClass] = [:]
    for command in MathCommand.groups.flatMap(\.commands) {
      guard case .symbol(let text, let atomClass, _) = command.meaning, atomClass != .ordinary,
        let character = text.first, signs[character] == nil, !"{}|‖.".contains(character)
      else { continue }
      signs[character] = atomClass
    }
    return signs
  }()
}
