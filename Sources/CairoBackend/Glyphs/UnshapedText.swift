/// A text whose letters are shown one by one from left to right, though its script is not written so.
///
/// Hebrew and Arabic run from right to left; letters of Arabic and of the scripts of India join or change their order.
/// Only a shaping engine such as HarfBuzz does that.
package struct UnshapedText: Equatable, Sendable, CustomStringConvertible {
  /// The first word of such a script.
  package let word: String
  /// Whether it runs from right to left.
  package let isRightToLeft: Bool

  /// The first such word of a text; nil where all of it is set as it is written.
  init?(_ text: String) {
    guard let first = text.unicodeScalars.first(where: { UnshapedText.isUnshaped($0) }) else {
      return nil
    }
    let words = text.split { $0.isWhitespace }.map(String.init)
    word = words.first { $0.unicodeScalars.contains(first) } ?? text
    isRightToLeft = UnshapedText.isRightToLeft(first)
  }

  /// One sentence that names the word.
  package var description: String {
    let script =
      isRightToLeft
      ? "text that runs from right to left is not supported"
      : "text whose letters join is not supported"
    return "The letters of '\(word)' are set one by one from left to right; \(script)."
  }

  private static func isUnshaped(_ character: Unicode.Scalar) -> Bool {
    switch character.value {
    // From Devanagari to Sinhala, Burmese, Khmer.
    case 0x900...0xDFF, 0x1000...0x109F, 0x1780...0x17FF: true
    default: isRightToLeft(character)
    }
  }

  /// Whether a letter belongs to Hebrew, Arabic, Syriac, Thaana, N'Ko and the rest that run to the left.
  private static func isRightToLeft(_ character: Unicode.Scalar) -> Bool {
    switch character.value {
    case 0x590...0x8FF, 0xFB1D...0xFDFF, 0xFE70...0xFEFE, 0x10800...0x10FFF, 0x1E800...0x1EFFF: true
    default: false
    }
  }
}
