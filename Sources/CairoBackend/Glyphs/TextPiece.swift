/// A part of a text that is set in one typeface.
struct TextPiece {
  /// The characters to be set.
  var text: String
  /// What they are set in.
  let typeface: Typeface
  /// Whether it is an accent that stands on the character before it.
  var isMark = false
}

/// A text divided into pieces of one typeface each.
struct TextPieces {
  /// The pieces from left to right.
  private(set) var pieces: [TextPiece] = []
  /// Characters that no installed font has, in the order of the text; drawn as the base's empty box.
  private(set) var missing: [Unicode.Scalar] = []

  /// Divides a text.
  init(_ text: String, shape: LetterShape, typefaces: Typefaces) {
    let base = typefaces.base(shape)
    if TextPieces.isPlain(text, in: base) {
      pieces = [TextPiece(text: text, typeface: base)]
      return
    }
    var rest = text[...]
    while !rest.isEmpty {
      let space = rest.prefix(while: \.isWhitespace)
      let word = rest.dropFirst(space.count).prefix { !$0.isWhitespace }
      for scalar in space.unicodeScalars {
        // A space of a width that no font has is a space all the same.
        let face = typefaces.face(for: scalar, shape, language: nil)
        append(face == nil ? " " : scalar, in: face ?? base, isMark: false)
      }
      let language = CJKLanguage(of: word.unicodeScalars)
      for character in word {
        append(character, shape: shape, language: language, typefaces: typefaces)
      }
      rest = text[word.endIndex...]
    }
  }

  /// Whether one face can set a text scalar by scalar: it has them all, and none is an accent or a control.
  private static func isPlain(_ text: String, in face: Typeface) -> Bool {
    text.unicodeScalars.allSatisfy { scalar in
      guard face.has(scalar), MathLetter.first(ofAlphabetOf: scalar) == nil else { return false }
      guard scalar.value >= 0x300 else { return true }
      switch scalar.properties.generalCategory {
      case .nonspacingMark, .enclosingMark, .format: return false
      default: return true
      }
    }
  }

  private mutating func append(
    _ character: Character, shape: LetterShape, language: CJKLanguage?, typefaces: Typefaces
  ) {
    for (index, scalar) in Composition.composed(character).enumerated() {
      // Joiners and selectors among variants say nothing to a renderer that does not join.
      if scalar.properties.isDefaultIgnorableCodePoint { continue }
      let face = TextPieces.face(for: scalar, shape, language: language, typefaces: typefaces)
      if face == nil, let (letter, isItalic) = MathLetter.plain(scalar) {
        // A plain letter says more than an empty box.
        let shape = LetterShape(isItalic: shape.isItalic || isItalic, isBold: shape.isBold)
        append(Character(letter), shape: shape, language: language, typefaces: typefaces)
        continue
      }
      if face == nil { missing.append(scalar) }
      let isMark = index > 0 && scalar.properties.generalCategory.isMark && face != nil
      append(scalar, in: face ?? typefaces.base(shape), isMark: isMark)
    }
  }

  private static func face(
    for scalar: Unicode.Scalar, _ shape: LetterShape, language: CJKLanguage?, typefaces: Typefaces
  ) -> Typeface? {
    if let first = MathLetter.first(ofAlphabetOf: scalar),
      let face = typefaces.face(for: first, shape, language: nil), face.has(scalar)
    {
      return face
    }
    return typefaces.face(
      for: scalar, shape, language: CJKLanguage.uses(scalar) ? language : nil)
  }

  private mutating func append(_ scalar: Unicode.Scalar, in face: Typeface, isMark: Bool) {
    if !isMark, let last = pieces.last, !last.isMark, last.typeface === face {
      pieces[pieces.count - 1].text.unicodeScalars.append(scalar)
    } else {
      pieces.append(TextPiece(text: String(scalar), typeface: face, isMark: isMark))
    }
  }
}

extension Unicode.GeneralCategory {
  /// Whether such a character stands on the one before it.
  fileprivate var isMark: Bool { self == .nonspacingMark || self == .enclosingMark }
}
