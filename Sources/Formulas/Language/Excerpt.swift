import Activations

/// The line of a text in which something is wrong, with a caret under it.
package struct Excerpt: CustomStringConvertible {
  private let text: String
  private let offset: Int

  /// The place of a character of a text; the text's length where something is missing.
  package init(of text: String, at offset: Int) {
    self.text = text
    self.offset = offset
  }

  /// The column of the place, from 1, as a terminal counts: wide characters are two.
  package var column: Int { text.prefix(offset).reduce(1) { $0 + Self.width($1) } }

  /// The text on one line and the caret on the next; long texts are cut around it.
  package var description: String {
    let characters = text.map { $0.isPrintable ? $0 : " " }
    let start = max(0, min(offset, characters.count) - 60)
    let end = min(characters.count, max(offset, start) + 40)
    let lead = start > 0 ? "…" : ""
    let shown = lead + String(characters[start..<end]) + (end < characters.count ? "…" : "")
    let before = lead + String(characters[start..<min(offset, end)])
    let indent = before.reduce(0) { $0 + Self.width($1) }
    return shown + "\n" + String(repeating: " ", count: indent) + "^"
  }

  /// How many columns of a terminal a character takes.
  private static func width(_ character: Character) -> Int {
    guard let scalar = character.unicodeScalars.first else { return 0 }
    switch scalar.value {
    case 0x1100...0x115F, 0x2E80...0xA4CF, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE30...0xFE6F,
      0xFF00...0xFF60, 0xFFE0...0xFFE6, 0x1F300...0x1FAFF, 0x20000...0x3FFFD:
      return 2
    default: return 1
    }
  }
}

extension Character {
  /// Whether it leaves a terminal's line and colours alone.
  fileprivate var isPrintable: Bool {
    unicodeScalars.allSatisfy { scalar in
      switch scalar.properties.generalCategory {
      case .control, .format, .lineSeparator, .paragraphSeparator, .surrogate, .privateUse,
        .unassigned:
        false
      default: true
      }
    }
  }
}
