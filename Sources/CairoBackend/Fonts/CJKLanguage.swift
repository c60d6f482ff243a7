/// Whose shapes a Han character has: Unicode gives one number to what three countries write differently.
enum CJKLanguage: String, CaseIterable {
  /// Simplified Chinese, which is assumed unless something says otherwise.
  case chinese = "zh-cn"
  /// Japanese.
  case japanese = "ja"
  /// Korean.
  case korean = "ko"

  /// The last words of family names that tell for which language a font is drawn.
  var suffixes: [String] {
    switch self {
    case .chinese: ["SC", "CN", "GB"]
    case .japanese: ["JP", "J"]
    case .korean: ["KR", "K"]
    }
  }

  /// The language of a word: Japanese with a kana in it, Korean with a Hangul letter; nil without such characters.
  init?(of word: some Sequence<Unicode.Scalar>) {
    var found: CJKLanguage?
    for character in word where CJKLanguage.uses(character) {
      switch character.value {
      case 0x3040...0x30ff, 0x31f0...0x31ff, 0xff66...0xff9f:
        self = .japanese
        return
      case 0x1100...0x11ff, 0x3130...0x318f, 0xa960...0xa97f, 0xac00...0xd7ff: found = .korean
      default: found = found ?? .chinese
      }
    }
    guard let found else { return nil }
    self = found
  }

  /// Whether a character is one of those that the three languages share or have.
  static func uses(_ character: Unicode.Scalar) -> Bool {
    switch character.value {
    case 0x1100...0x11ff, 0x2e80...0x9fff, 0xa960...0xa97f, 0xac00...0xd7ff, 0xf900...0xfaff,
      0xfe30...0xfe4f, 0xff00...0xffef, 0x20000...0x3ffff:
      true
    default: false
    }
  }
}
