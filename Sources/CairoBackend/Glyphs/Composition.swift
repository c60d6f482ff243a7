/// Puts letters and the accents after them together where Unicode has one character for both.
///
/// Fonts draw `é` better than `e` and an accent above it, and more of them have it. Unicode's form C, by way of what
/// Swift's characters do anyway: they are equal where they are canonically equivalent.
enum Composition {
  /// A character's scalars with as many of its accents put into the first as can be.
  static func composed(_ character: Character) -> [Unicode.Scalar] {
    let parts = Array(character.unicodeScalars)
    guard parts.count > 1 else { return parts }
    for count in (2...parts.count).reversed() {
      var start = String.UnicodeScalarView()
      start.append(contentsOf: parts.prefix(count))
      let text = Character(String(start))
      let isJamo = (0x1100...0x1112).contains(parts[0].value)
      if let whole = letters[text] ?? (isJamo ? syllables[text] : nil) {
        return [whole] + parts.dropFirst(count)
      }
    }
    return parts
  }

  /// Latin, Greek and Cyrillic letters with their accents, kana with their voice marks, and crossed-out operators.
  private static let letters = table([
    0xc0...0x24f, 0x370...0x4ff, 0x1e00...0x1fff, 0x2190...0x22ff, 0x3040...0x30ff,
  ])

  /// The syllables of Hangul, each of two or three letters.
  private static let syllables = table([0xac00...0xd7a3])

  private static func table(_ ranges: [ClosedRange<UInt32>]) -> [Character: Unicode.Scalar] {
    let scalars = ranges.joined().compactMap(Unicode.Scalar.init)
    // Some characters are in Unicode twice; the first is the one to use.
    return Dictionary(scalars.map { (Character($0), $0) }, uniquingKeysWith: { first, _ in first })
  }
}
