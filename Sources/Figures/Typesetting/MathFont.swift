/// The measures by which a formula is set: those of appendix G's table of font parameters, in ems.
///
/// TeX takes them from Computer Modern; these are the same distances between ink and ink for a sans-serif font
/// with the heights of DejaVu Sans, whose letters are larger on their em.
struct MathFont {
  /// Knows the widths of characters.
  let measurer: any TextMeasurer
  /// Size and colour of the text around.
  let style: TextStyle

  /// Small letters: σ₅.
  static let xHeight = 0.547
  /// Where minus signs and fraction rules stand: σ₂₂.
  static let axis = 0.3135
  /// The thickness of rules: ξ₈.
  static let rule = 0.06
  /// Numerators: σ₈ to σ₁₀, in displays, in text above a rule, and without one.
  static let numerator = (display: 0.745, text: 0.47, bare: 0.5)
  /// Denominators: σ₁₁ and σ₁₂.
  static let denominator = (display: 0.7, text: 0.36)
  /// Superscripts: σ₁₃ to σ₁₅, in displays, elsewhere, and cramped.
  static let superscript = (display: 0.46, text: 0.42, cramped: 0.34)
  /// Subscripts: σ₁₆ and σ₁₇, alone and below a superscript.
  static let `subscript` = (alone: 0.16, below: 0.26)
  /// How far scripts stand from the corners of a tall nucleus: σ₁₈ and σ₁₉.
  static let drop = (superscript: 0.4, subscript: 0.06)
  /// Around the limits of large signs: ξ₉ to ξ₁₃.
  static let limits = (above: 0.12, below: 0.16, upper: 0.2, lower: 0.62, outside: 0.08)
  /// How large a prime is, and how far up its lower end is: as in TeX from the middle of small letters to
  /// above the capitals, where the font's own is as small as a quotation mark.
  static let prime = (scale: 1.55, bottom: 0.49)
  /// Behind scripts.
  static let scriptSpace = 0.05
  /// Beside a fraction and a bracket that is left out.
  static let nullBracket = 0.1

  /// No letter of a formula is smaller, unless the text around it is, in pixels.
  private static let smallest = 7.5

  /// The em in a style, in pixels.
  func em(_ mathStyle: MathStyle) -> Double {
    max(style.size * mathStyle.scale, min(style.size, Self.smallest))
  }

  /// Primes as characters: up to three stand nearer to one another in one of them.
  static func primes(_ count: Int) -> String {
    let rest = ["", "′", "″"][count % 3]
    return String(repeating: "‴", count: count / 3) + rest
  }

  /// A number of primes at their height.
  func primes(_ count: Int, em: Double) -> MathBox {
    let primes = text(Self.primes(count), em: Self.prime.scale * em)
    // The font's prime stands with its lower end there, at the height of the small letters.
    return primes.lowered(by: (Self.prime.scale * Self.xHeight - Self.prime.bottom) * em)
  }

  /// A run of characters.
  func text(_ text: String, _ face: MathFace = .upright, em: Double) -> MathBox {
    let textStyle = TextStyle(
      size: em, color: style.color, isItalic: face.isItalic, isBold: face.isBold)
    let extent = measurer.measure(text, style: textStyle)
    var box = MathBox()
    box.width = extent.width
    box.height = extent.ink.top
    box.depth = extent.ink.bottom
    box.italic = face.isItalic ? max(0, extent.ink.right - extent.width) : 0
    box.isText = true
    box.pieces = [.text(text, Point(x: 0, y: 0), textStyle)]
    return box
  }
}
