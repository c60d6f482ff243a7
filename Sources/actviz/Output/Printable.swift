/// Bytes of unknown origin as text that a terminal shows and a sentence can hold.
enum Printable {
  private static let longest = 40

  /// The first characters, with what cannot be shown as `\u{…}`, and `…` where some are left away.
  static func excerpt(_ bytes: some Collection<UInt8>) -> String {
    // A character takes four bytes at most, so these hold one more than is shown.
    let text = String(decoding: bytes.prefix(4 * (longest + 1)), as: UTF8.self)
    let shown = text.unicodeScalars.prefix(longest).map { scalar in
      switch scalar.properties.generalCategory {
      case .control, .format, .lineSeparator, .paragraphSeparator, .privateUse, .surrogate:
        "\\u{" + String(scalar.value, radix: 16) + "}"
      default: String(scalar)
      }
    }
    return shown.joined() + (text.unicodeScalars.count > longest ? "…" : "")
  }
}
