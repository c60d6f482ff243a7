/// How the letters of a formula are drawn.
struct MathFace: Equatable {
  /// Whether they lean, as those of variables do.
  var isItalic = false
  /// Whether they are heavy.
  var isBold = false

  /// Numbers, names of functions, texts.
  static let upright = MathFace()
  /// Variables.
  static let italic = MathFace(isItalic: true)
}

/// What a command such as `\mathbf` makes of the letters of its argument.
enum MathAlphabet {
  /// Letters that stand upright: `\mathrm`, and `\mathsf`, as the figure's letters have no serifs.
  case upright
  /// Letters that lean.
  case italic
  /// Heavy letters and numbers that stand upright.
  case bold
  /// Everything heavy, what leans leaning.
  case heavy
  /// Script capitals.
  case calligraphic
  /// Letters and numbers with a double stroke.
  case blackboard
  /// Broken letters.
  case fraktur
  /// Letters and numbers of a typewriter.
  case typewriter

  /// A formula in these letters.
  func applied(to items: [MathItem]) -> [MathItem] {
    items.map { item in
      guard case .atom(let atom) = item else { return item }
      return .atom(applied(to: atom))
    }
  }

  private func applied(to atom: MathAtom) -> MathAtom {
    var atom = atom
    atom.superscript = atom.superscript.map(applied)
    atom.subscript = atom.subscript.map(applied)
    switch atom.nucleus {
    case .text(let text, let face):
      // Names of functions have letters of their own.
      if atom.atomClass == .ordinary || self == .heavy {
        atom.nucleus = .text(String(text.map(letter)), self.face(of: text, face))
      }
    case .list(let items): atom.nucleus = .list(applied(to: items))
    case .fraction(var fraction):
      fraction.numerator = applied(to: fraction.numerator)
      fraction.denominator = applied(to: fraction.denominator)
      atom.nucleus = .fraction(fraction)
    case .root(let radicand, let degree):
      atom.nucleus = .root(applied(to: radicand), degree: degree.map(applied))
    case .fenced(var fence):
      fence.parts = fence.parts.map(applied)
      atom.nucleus = .fenced(fence)
    case .accent(let accent, let items): atom.nucleus = .accent(accent, applied(to: items))
    case .table(var table):
      table.rows = table.rows.map { $0.map(applied) }
      atom.nucleus = .table(table)
    case .brace(let isAbove, let items): atom.nucleus = .brace(isAbove: isAbove, applied(to: items))
    case .largeSign, .bracket, .arrow, .phantom: break
    }
    return atom
  }

  private func face(of text: String, _ face: MathFace) -> MathFace {
    let isLetter = text.allSatisfy { $0.isLetter || $0.isNumber || $0.isWhitespace }
    switch self {
    case .upright: return isLetter ? .upright : face
    case .italic: return isLetter ? .italic : face
    // Small Greek letters have no upright form in TeX.
    case .bold:
      let isGreek = text.unicodeScalars.allSatisfy { (0x3B1...0x3F5).contains($0.value) }
      return isLetter ? MathFace(isItalic: isGreek, isBold: true) : face
    case .heavy: return MathFace(isItalic: face.isItalic, isBold: true)
    case .calligraphic, .blackboard, .fraktur, .typewriter:
      return text.contains { letter($0) != $0 } ? .upright : face
    }
  }

  /// The character that Unicode has for a letter of the alphabet; the letter itself where it has none.
  private func letter(_ character: Character) -> Character {
    guard let scalar = character.unicodeScalars.first, scalar.isASCII else { return character }
    if let exception = exceptions[character] { return exception }
    let (capitals, small, digits): (UInt32?, UInt32?, UInt32?) =
      switch self {
      case .upright, .italic, .bold, .heavy: (nil, nil, nil)
      case .calligraphic: (0x1D49C, nil, nil)
      case .blackboard: (0x1D538, 0x1D552, 0x1D7D8)
      case .fraktur: (0x1D504, 0x1D51E, nil)
      case .typewriter: (0x1D670, 0x1D68A, 0x1D7F6)
      }
    let (base, first): (UInt32?, UInt32) =
      switch character {
      case "A"..."Z": (capitals, 0x41)
      case "a"..."z": (small, 0x61)
      case "0"..."9": (digits, 0x30)
      default: (nil, 0)
      }
    guard let base else { return character }
    return Unicode.Scalar(base + scalar.value - first).map { Character($0) } ?? character
  }

  /// Letters that Unicode had before it had the whole alphabet.
  private var exceptions: [Character: Character] {
    switch self {
    case .calligraphic:
      ["B": "ℬ", "E": "ℰ", "F": "ℱ", "H": "ℋ", "I": "ℐ", "L": "ℒ", "M": "ℳ", "R": "ℛ"]
    case .blackboard:
      ["C": "ℂ", "H": "ℍ", "N": "ℕ", "P": "ℙ", "Q": "ℚ", "R": "ℝ", "Z": "ℤ"]
    case .fraktur: ["C": "ℭ", "H": "ℌ", "I": "ℑ", "R": "ℜ", "Z": "ℨ"]
    case .upright, .italic, .bold, .heavy, .typewriter: [:]
    }
  }
}

extension [MathItem] {
  /// The formula with neighbouring letters of one face in one piece, as words are set.
  var joined: [MathItem] {
    reduce(into: []) { joined, item in
      if case .atom(let next) = item, case .text(let more, let face) = next.nucleus,
        case .atom(let last)? = joined.last, case .text(let text, face) = last.nucleus,
        last.isBare, last.atomClass == .ordinary, next.atomClass == .ordinary,
        last.color == next.color
      {
        var word = next
        word.nucleus = .text(text + more, face)
        joined[joined.count - 1] = .atom(word)
      } else {
        joined.append(item)
      }
    }
  }
}
