/// What part an atom plays in a formula: it decides the room between neighbours (TeXbook, chapter 18).
enum AtomClass: Int, CaseIterable {
  /// A letter, a number.
  case ordinary
  /// A sum, an integral, a function's name.
  case `operator`
  /// Plus, times.
  case binary
  /// Equals, arrows.
  case relation
  /// An opening bracket.
  case opening
  /// A closing bracket.
  case closing
  /// A comma.
  case punctuation
  /// Brackets that grew with what they hold.
  case inner
}

/// What a formula is a list of.
indirect enum MathItem: Equatable {
  /// Something that is drawn.
  case atom(MathAtom)
  /// Room, in eighteenths of an em.
  case space(Double)
  /// From here on things are set in another size.
  case level(MathStyle.Level)
}

/// A part of a formula with its scripts.
struct MathAtom: Equatable {
  /// What stands on the line.
  indirect enum Nucleus: Equatable {
    /// Characters of the font.
    case text(String, MathFace)
    /// A sum, product or integral sign.
    case largeSign(String)
    /// A formula in braces.
    case list([MathItem])
    /// One formula over another.
    case fraction(Fraction)
    /// A root and its degree.
    case root([MathItem], degree: [MathItem]?)
    /// Brackets that grow with what they hold.
    case fenced(Fence)
    /// A bracket of a given size, in ems.
    case bracket(Character?, size: Double)
    /// A mark above or below.
    case accent(Accent, [MathItem])
    /// Rows of formulas, one above another.
    case table(MathTable)
    /// A brace as wide as the formula, above or below it.
    case brace(isAbove: Bool, [MathItem])
    /// An arrow as long as what stands above and below it.
    case arrow(ArrowShape.Heads, above: [MathItem], below: [MathItem])
    /// The room of a formula that is not drawn.
    case phantom([MathItem], isWide: Bool, isHigh: Bool)
  }

  /// One formula over another.
  struct Fraction: Equatable {
    var numerator: [MathItem]
    var denominator: [MathItem]
    /// Whether a rule stands between them.
    var hasRule = true
    /// The size it is set in, whatever stands around it.
    var level: MathStyle.Level?
  }

  /// Brackets around a formula, which others may divide; nil where there is none.
  struct Fence: Equatable {
    var left: Character?
    /// What stands between the brackets, one part more than there are brackets in the middle.
    var parts: [[MathItem]]
    /// The brackets of `\middle`.
    var middles: [Character?] = []
    var right: Character?
  }

  /// A mark above or below a formula.
  enum Accent: Equatable {
    /// A character of the font.
    case character(String)
    /// A hat as wide as the formula.
    case wideHat
    /// A tilde as wide as the formula.
    case wideTilde
    /// An arrow as long as the formula.
    case arrow(ArrowShape.Heads)
    /// A rule as wide as the formula.
    case rule(isAbove: Bool)
  }

  var atomClass: AtomClass
  var nucleus: Nucleus
  /// How many primes follow it.
  var primes = 0
  var superscript: [MathItem]?
  var `subscript`: [MathItem]?
  /// Whether scripts stand above and below where there is room for it.
  var hasLimits = false
  /// Whether they do so in any size.
  var forcesLimits = false
  /// Its colour, where it is not that of the text.
  var color: Color?

  init(_ atomClass: AtomClass, _ nucleus: Nucleus) {
    self.atomClass = atomClass
    self.nucleus = nucleus
  }

  /// Whether nothing stands at its corners.
  var isBare: Bool { superscript == nil && `subscript` == nil && primes == 0 }
}

extension [MathItem] {
  /// The class of a formula among its neighbours: that of its only atom, else ordinary.
  var atomClass: AtomClass {
    guard count == 1, case .atom(let atom) = self[0] else { return .ordinary }
    return atom.atomClass
  }
}
