/// A line of text that was measured and made to fit, formulas in it, ready to be drawn.
///
/// A text without formulas is one label and is measured as often as it must be; one with formulas that is too
/// wide becomes smaller, down to a limit, and then loses characters and parts of formulas to an ellipsis.
struct TextLine {
  /// How far it moves the pen, in pixels.
  let width: Double
  /// How far it rises above a line of capital letters, in pixels.
  let rise: Double
  /// How far it hangs below what a line of letters takes, in pixels.
  let drop: Double

  /// What it consists of.
  private enum Content {
    case label(String)
    case pieces([MathBox.Piece], source: String)
  }

  private let content: Content
  private let style: TextStyle

  /// Whether nothing of it is left.
  var isEmpty: Bool { if case .label("") = content { true } else { false } }

  /// How deep letters such as g reach, in ems: what every line has room for.
  private static let letterDepth = 0.24
  /// What stays free below a line that hangs deeper, in ems, so that a denominator stands off what is there.
  private static let margin = 0.12
  /// How far a line with formulas shrinks before it is cut.
  private static let smallest = 0.72

  /// A line no wider than `width`, of a text without control characters.
  init(
    _ text: String, style: TextStyle, width: Double = .infinity, cut: TextFitting.Cut = .end,
    measurer: any TextMeasurer
  ) {
    guard RichText.isRich(text), measurer.setsFormulas else {
      let text = RichText.linear(text)
      let natural = measurer.measure(text, style: style).width
      if natural <= width {
        self.init(label: text, style: style, width: natural)
      } else {
        let fitted = TextFitting.ellipsis(
          text, width: width, style: style, cut: cut, measurer: measurer)
        self.init(label: fitted, style: style, width: measurer.measure(fitted, style: style).width)
      }
      return
    }
    let pieces = RichText(text).pieces
    var box = Self.box(pieces, style, measurer)
    var style = style
    if box.width > width {
      style.size *= max(Self.smallest, width / box.width * 0.995)
      box = Self.box(pieces, style, measurer)
    }
    if box.width > width {
      let fitted = Self.shortened(pieces, width: width, style, cut: cut, measurer)
      guard let fitted else {
        self.init(label: "", style: style, width: 0)
        return
      }
      box = fitted
    }
    self.init(box, style: style, source: text)
  }

  /// A text that fits as it is.
  private init(label: String, style: TextStyle, width: Double) {
    content = .label(label)
    self.style = style
    self.width = width
    (rise, drop) = (0, 0)
  }

  private init(_ box: MathBox, style: TextStyle, source: String) {
    content = .pieces(box.pieces, source: source)
    self.style = style
    width = box.width
    rise = max(0, box.height - Theme.capHeight * style.size)
    let below = box.depth - Self.letterDepth * style.size
    drop = below > 0 ? below + Self.margin * style.size : 0
  }

  /// The drawing commands of the line at a place on its baseline.
  func commands(at place: Point, anchor: Label.Anchor = .start) -> [DrawCommand] {
    switch content {
    case .label(let text):
      return text.isEmpty ? [] : [.text(Label(text, at: place, anchor: anchor, style: style))]
    case .pieces(let pieces, let source):
      let shift = anchor.shift(of: width)
      let commands = pieces.map { $0.moved(place.x + shift, place.y).command(style.color) }
      return [.pushGroup(RichText.linear(source))] + commands + [.popGroup]
    }
  }

  /// How far the highest and the deepest of some lines stand out of a line of letters, in pixels.
  static func growth(_ texts: [String], style: TextStyle, measurer: any TextMeasurer) -> (
    rise: Double, drop: Double
  ) {
    let lines = texts.filter(RichText.isRich).map {
      TextLine($0, style: style, measurer: measurer)
    }
    return (lines.map(\.rise).max() ?? 0, lines.map(\.drop).max() ?? 0)
  }

  // MARK: Formulas

  private static func box(
    _ pieces: [RichText.Piece], _ style: TextStyle, _ measurer: any TextMeasurer
  ) -> MathBox {
    let font = MathFont(measurer: measurer, style: style)
    let layout = MathLayout(font: font)
    var line = MathBox()
    for piece in pieces {
      let box =
        switch piece {
        case .plain(let text): font.text(text, em: style.size)
        case .formula(let items): layout.box(items, MathStyle(level: .text))
        }
      line.draw(box, x: line.width)
      line.width += box.width + box.italic
    }
    return line
  }

  /// As many characters and parts of formulas as fit beside an ellipsis; nil where none does.
  private static func shortened(
    _ pieces: [RichText.Piece], width: Double, _ style: TextStyle, cut: TextFitting.Cut,
    _ measurer: any TextMeasurer
  ) -> MathBox? {
    let units = pieces.flatMap { piece -> [RichText.Piece] in
      switch piece {
      case .plain(let text): text.map { .plain(String($0)) }
      case .formula(let items): items.map { .formula([$0]) }
      }
    }
    func shortened(_ count: Int) -> MathBox {
      let tail = cut == .end ? 0 : count / 2
      return box(
        joined(units.prefix(count - tail) + [.plain("…")] + units.suffix(tail)), style, measurer)
    }
    var (fitting, tooLong) = (-1, units.count)
    while tooLong - fitting > 1 {
      let middle = (fitting + tooLong) / 2
      if shortened(middle).width <= width { fitting = middle } else { tooLong = middle }
    }
    return fitting < 0 ? nil : shortened(fitting)
  }

  /// Neighbouring characters as one text, neighbouring parts of formulas as one formula.
  private static func joined(_ units: [RichText.Piece]) -> [RichText.Piece] {
    units.reduce(into: []) { joined, unit in
      if case .plain(let more) = unit, case .plain(let text) = joined.last {
        joined[joined.count - 1] = .plain(text + more)
      } else if case .formula(let more) = unit, case .formula(let items) = joined.last {
        joined[joined.count - 1] = .formula(items + more)
      } else {
        joined.append(unit)
      }
    }
  }
}
