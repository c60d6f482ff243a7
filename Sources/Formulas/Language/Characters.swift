// Characters that look like those of the language, or are typed for them by other keyboards and programs.

extension Symbols {
  /// A character as the language has it: full-width forms, the alphabets of mathematics, look-alikes of signs and letters.
  static func plain(_ character: Character) -> Character {
    guard let scalar = character.unicodeScalars.first, character.unicodeScalars.count == 1,
      scalar.value > 0x7F
    else { return character }
    if let known = lookAlikes[character] { return known }
    switch scalar.value {
    // Full-width forms, as keyboards for Chinese and Japanese give them.
    case 0xFF01...0xFF5E: return letter(scalar.value - 0xFEE0)
    case 0x1D400...0x1D6A3:
      let place = (scalar.value - 0x1D400) % 52
      return letter(place < 26 ? 0x41 + place : 0x61 + place - 26)
    case 0x1D6A8...0x1D7C9: return greek(at: Int((scalar.value - 0x1D6A8) % 58)) ?? character
    case 0x1D7CE...0x1D7FF: return letter(0x30 + (scalar.value - 0x1D7CE) % 10)
    default: return character
    }
  }

  /// A letter of a mathematical Greek alphabet, by its place there.
  private static func greek(at place: Int) -> Character? {
    switch place {
    case 0...24: letter(0x391 + UInt32(place))
    case 26...50: letter(0x3B1 + UInt32(place - 26))
    case 52: "ε"
    case 53: "θ"
    case 55: "φ"
    case 56: "ρ"
    case 57: "π"
    default: nil
    }
  }

  private static func letter(_ value: UInt32) -> Character {
    Unicode.Scalar(value).map { Character($0) } ?? "?"
  }

  private static let lookAlikes: [Character: Character] = [
    "−": "-", "–": "-", "‐": "-", "‑": "-", "﹣": "-", "·": "*", "×": "*", "⋅": "*", "∙": "*",
    "∗": "*", "•": "*", "÷": "/", "∕": "/", "⁄": "/", "∣": "|", "ϵ": "ε", "ϑ": "θ", "ϕ": "φ",
    "ϱ": "ρ", "ϖ": "π", "µ": "μ", "ℎ": "h", "ℯ": "e",
    "∧": "&", "、": ",",
  ]

  /// Raised signs and letters, in exponents such as that of `e⁻ˣ`.
  static let exponents: [Character: Character] = [
    "⁺": "+", "⁻": "-", "⁽": "(", "⁾": ")", "ˣ": "x", "ⁿ": "n", "ᵃ": "a", "ᵇ": "b", "ᵏ": "k",
    "ᵖ": "p", "ᵗ": "t", "ᵅ": "α", "ᵝ": "β",
  ]
}
