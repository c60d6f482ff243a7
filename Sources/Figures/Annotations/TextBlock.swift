/// A text in as many lines as it takes, all of them about equally long.
struct TextBlock {
  /// The lines, measured.
  let lines: [TextLine]
  /// The width of the widest, in pixels.
  let width: Double
  /// From the top of the first line's capitals to the lowest baseline, with what rises above and hangs below.
  let height: Double
  private let pitch: Double
  private let ascent: Double

  /// From one baseline to the next, in ems.
  private static let leading = 1.25

  /// Breaks a text at its spaces, none within a formula, to lines of no more than a width where that can be.
  init(_ text: String, style: TextStyle, width limit: Double, measurer: any TextMeasurer) {
    let words = Self.words(text)
    func broken(_ limit: Double) -> [TextLine] {
      Self.broken(words, style: style, width: limit, measurer: measurer)
    }
    var natural = broken(limit)
    if natural.count > 1 {
      // As narrow as the same number of lines allows, so that no word stands alone.
      var (narrow, wide) = (limit / 3, limit)
      for _ in 0..<6 {
        let middle = (narrow + wide) / 2
        let tried = broken(middle)
        let fits = tried.count <= natural.count && tried.allSatisfy { $0.width <= middle }
        if fits { (wide, natural) = (middle, tried) } else { narrow = middle }
      }
    }
    // What has no space to break at is smaller, or cut.
    lines =
      natural.allSatisfy { $0.width <= limit }
      ? natural
      : Self.texts(words, style: style, width: limit, measurer: measurer).map {
        TextLine($0, style: style, width: limit, measurer: measurer)
      }
    width = lines.map(\.width).max() ?? 0
    let (rise, drop) = (lines.map(\.rise).max() ?? 0, lines.map(\.drop).max() ?? 0)
    pitch = Self.leading * style.size + rise + drop
    ascent = Theme.capHeight * style.size + rise
    height = ascent + Double(max(0, lines.count - 1)) * pitch + drop + 0.1 * style.size
  }

  /// The drawing commands of the lines in a rectangle of the block's size.
  func commands(in rect: Rect, anchor: Label.Anchor) -> [DrawCommand] {
    let x =
      switch anchor {
      case .start: rect.minX
      case .middle: (rect.minX + rect.maxX) / 2
      case .end: rect.maxX
      }
    return lines.enumerated().flatMap { index, line in
      line.commands(
        at: Point(x: x, y: rect.minY + ascent + Double(index) * pitch), anchor: anchor)
    }
  }

  private static func broken(
    _ words: [String], style: TextStyle, width: Double, measurer: any TextMeasurer
  ) -> [TextLine] {
    texts(words, style: style, width: width, measurer: measurer).map {
      TextLine($0, style: style, measurer: measurer)
    }
  }

  /// As many words a line as fit.
  private static func texts(
    _ words: [String], style: TextStyle, width: Double, measurer: any TextMeasurer
  ) -> [String] {
    var lines: [String] = []
    for word in words {
      if let last = lines.last {
        let joined = last + " " + word
        if TextLine(joined, style: style, measurer: measurer).width <= width {
          lines[lines.count - 1] = joined
          continue
        }
      }
      lines.append(word)
    }
    return lines
  }

  /// The parts of a text between spaces that do not stand in a formula.
  private static func words(_ text: String) -> [String] {
    var words: [String] = []
    var word = ""
    var isFormula = false
    var isEscaped = false
    for character in text {
      if character == "$", !isEscaped { isFormula.toggle() }
      isEscaped = character == "\\" && !isEscaped
      if character == " ", !isFormula {
        if !word.isEmpty { words.append(word) }
        word = ""
      } else {
        word.append(character)
      }
    }
    return word.isEmpty ? words : words + [word]
  }
}
