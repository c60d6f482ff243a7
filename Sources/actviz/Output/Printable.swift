/// Bytes of unknown origin as text that a terminal shows and a sentence can hold.
enum Printable {
  private static let longest = 40

  /// The first characters, with what cannot be shown as `\u{…}`, and `…` where some are left away.
  static func excerpt(_ bytes: some Collection<UInt8>) -> String {
    // A character takes four bytes at most, so these hold one more than is shown.
    let text = String(decoding: bytes.prefix(4 * (longest + 1)), as: UTF8.self)
    return text.unicodeScalars.prefix(longest).map(shown).joined()
      + (text.unicodeScalars.count > longest ? "…" : "")
  }

  /// A sentence on one line, with what cannot be shown as `\u{…}`: it may quote what others wrote.
  static func line(_ text: String) -> String {
    isPlain(text) ? text : text.unicodeScalars.map(shown).joined()
  }

  /// Lines of a text, as a terminal can show them.
  static func lines(_ text: String) -> String {
    guard !isPlain(text) else { return text }
    return text.unicodeScalars.map { $0 == "\n" ? "\n" : shown($0) }.joined()
  }

  /// Whether a text is nothing but visible characters of ASCII and blanks, as most are.
  private static func isPlain(_ text: String) -> Bool {
    text.utf8.allSatisfy { (0x20...0x7E).contains($0) }
  }

  private static func shown(_ scalar: Unicode.Scalar) -> String {
    switch scalar.properties.generalCategory {
    case .control, .format, .lineSeparator, .paragraphSeparator, .privateUse, .surrogate:
      "\\u{" + String(scalar.value, radix: 16) + "}"
    default: String(scalar)
    }
  }
}
