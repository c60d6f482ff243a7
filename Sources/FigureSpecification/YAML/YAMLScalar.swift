/// A text as a YAML scalar, written as libyaml does where that suits a person: plain, in quotes, or as a block.
///
/// A figure file is a few kinds of lines, for which libyaml's emitter of events would take more code than this;
/// tests hold what is written to what libyaml reads.
struct YAMLScalar {
  let text: String

  /// What is no text without quotes, but null.
  static let nulls = ["", "~", "null", "Null", "NULL"]

  /// The scalar as one line, behind a key or a hyphen.
  var line: String { isPlain ? text : quoted }

  /// The scalar as one line within brackets, where commas and colons have a meaning.
  var lineInFlow: String {
    isPlain && !text.unicodeScalars.contains { ",?[]{}:".unicodeScalars.contains($0) }
      ? text : quoted
  }

  /// The scalar behind a key or a hyphen, and after it line by line where it has several.
  func block(indent: String) -> String {
    guard isBlock else { return line }
    let lines = text.dropLast().split(separator: "\n", omittingEmptySubsequences: false)
    return "|\n" + lines.map { $0.isEmpty ? "" : indent + $0 }.joined(separator: "\n")
  }

  /// Whether it can stand without quotes, and is not read as null.
  private var isPlain: Bool {
    guard let first = text.unicodeScalars.first, let last = text.unicodeScalars.last else {
      return false
    }
    if "#,[]{}&*!|>'\"%@`?: ".unicodeScalars.contains(first) || last == " " || last == ":" {
      return false
    }
    if text == "-" || ["- ", "---", "..."].contains(where: text.hasPrefix) { return false }
    if Self.nulls.contains(text) { return false }
    return isPrintable && !text.contains(": ") && !text.contains(" #")
  }

  private var isPrintable: Bool { text.unicodeScalars.allSatisfy(Self.isPrintable) }

  /// Several whole lines that need no escapes, nor signs for blanks at their start and end.
  private var isBlock: Bool {
    text.hasSuffix("\n") && !text.hasSuffix("\n\n") && text.count > 1
      && !" \n\t".unicodeScalars.contains(text.unicodeScalars.first ?? " ")
      && text.unicodeScalars.allSatisfy { $0 == "\n" || $0 == "\t" || Self.isPrintable($0) }
  }

  /// In apostrophes; where characters have no form of their own, in quotes with escapes for them.
  private var quoted: String {
    if text.isEmpty { return "\"\"" }
    guard !isPrintable else {
      return "'"
        + text.split(separator: "'", omittingEmptySubsequences: false).joined(separator: "''") + "'"
    }
    return "\"" + text.unicodeScalars.map(Self.escaped).joined() + "\""
  }

  private static func escaped(_ scalar: UnicodeScalar) -> String {
    switch scalar {
    case "\n": return "\\n"
    case "\t": return "\\t"
    case "\r": return "\\r"
    case "\"", "\\": return "\\\(scalar)"
    default:
      guard !isPrintable(scalar) else { return String(scalar) }
      let digits = String(scalar.value, radix: 16, uppercase: true)
      return "\\U" + String(repeating: "0", count: 8 - digits.count) + digits
    }
  }

  /// Whether a character may stand as it is, and is no end of a line (YAML 1.1, 5.1 and 5.4).
  private static func isPrintable(_ scalar: UnicodeScalar) -> Bool {
    switch scalar.value {
    case 0x20...0x7E, 0xA0...0x2027, 0x202A...0xD7FF, 0xE000...0xFEFE, 0xFF00...0xFFFD,
      0x10000...0x10FFFF:
      true
    default: false
    }
  }
}
