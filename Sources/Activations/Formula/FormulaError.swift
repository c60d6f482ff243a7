/// What is wrong with a formula, and where; its description is one sentence for the user.
public struct FormulaError: Error, Equatable, CustomStringConvertible {
  /// One sentence that names the wrong thing and what would be right.
  public let description: String
  /// The text in which the error is.
  public let text: String
  /// The index of the character at which it is; the text's length where something is missing.
  public let offset: Int
  /// The file and the line that hold the text, where it is a definition's.
  public var line: (file: String, number: Int)? {
    file.map { ($0, number) }
  }
  private var file: String?
  private var number = 0

  /// An error at a character of a text.
  init(_ description: String, in text: String, at offset: Int) {
    self.description = description
    self.text = text
    self.offset = offset
  }

  /// The same error in a line of a file of definitions.
  func inFile(_ file: String, line: Int) -> FormulaError {
    var error = self
    error.file = file
    error.number = line
    return error
  }

  /// The column of the error, from 1, as a terminal counts: wide characters are two.
  public var column: Int { text.prefix(offset).reduce(1) { $0 + Self.width($1) } }

  /// The text on one line and a caret under the error on the next; long texts are cut around it.
  public var excerpt: String {
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
