/// Letters of Unicode's mathematical alphabets, which few fonts have.
enum MathLetter {
  /// The plain letter or digit that stands in for one, leaning for a script letter; nil for any other character.
  static func plain(_ scalar: Unicode.Scalar) -> (letter: Unicode.Scalar, isItalic: Bool)? {
    if let letter = letterlike[scalar] {
      return (letter, first(ofAlphabetOf: scalar) == "𝒜")
    }
    switch scalar.value {
    // Thirteen alphabets of 26 capitals and 26 small letters, from 𝐀 to 𝚣.
    case 0x1D400..<0x1D6A4:
      let index = (scalar.value - 0x1D400) % 52
      return Unicode.Scalar(index < 26 ? 0x41 + index : 0x61 + index - 26).map {
        ($0, (0x1D49C..<0x1D504).contains(scalar.value))
      }
    // Five rows of digits, from 𝟎 to 𝟿.
    case 0x1D7CE...0x1D7FF:
      return Unicode.Scalar(0x30 + (scalar.value - 0x1D7CE) % 10).map { ($0, false) }
    default: return nil
    }
  }

  /// The first letter of the alphabet that one belongs to without standing in its row of Unicode; nil for others.
  ///
  /// A font that has the whole alphabet draws these as it draws their neighbours.
  static func first(ofAlphabetOf scalar: Unicode.Scalar) -> Unicode.Scalar? {
    switch scalar {
    case "ℬ", "ℰ", "ℱ", "ℋ", "ℐ", "ℒ", "ℳ", "ℛ": "𝒜"
    case "ℭ", "ℌ", "ℨ": "𝔄"
    default: nil
    }
  }

  private static let letterlike: [Unicode.Scalar: Unicode.Scalar] = [
    "ℬ": "B", "ℰ": "E", "ℱ": "F", "ℋ": "H", "ℐ": "I", "ℒ": "L", "ℳ": "M", "ℛ": "R", "ℂ": "C",
    "ℍ": "H", "ℕ": "N", "ℙ": "P", "ℚ": "Q", "ℝ": "R", "ℤ": "Z", "ℭ": "C", "ℌ": "H", "ℑ": "I",
    "ℜ": "R", "ℨ": "Z",
  ]
}
