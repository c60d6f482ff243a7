/// Sets formulas as appendix G of the TeXbook does.
///
/// Atoms become boxes, boxes stand side by side with room by their classes. Fractions, roots, brackets and the rest
/// stand in extensions.
struct MathLayout {
  let font: MathFont

  /// A formula in a style.
  func box(_ items: [MathItem], _ style: MathStyle) -> MathBox {
    if items.count == 1, case .atom(let atom) = items[0] {
      // A single atom keeps what its scripts must know of it.
      return self.box(atom, style)
    }
    var line = MathBox()
    var style = style
    var classes = MathSpacing.settled(
      items.compactMap { if case .atom(let atom) = $0 { atom.atomClass } else { nil } })[...]
    var last: AtomClass?
    for item in items {
      switch item {
      case .space(let room): line.width += room / 18 * font.em(style)
      case .level(let level): style.level = level
      case .atom(let atom):
        let atomClass = classes.popFirst() ?? atom.atomClass
        if let last {
          line.width += MathSpacing.between(last, atomClass, in: style) / 18 * font.em(style)
        }
        let box = self.box(atom, style)
        line.draw(box, x: line.width)
        line.width += box.width + box.italic
        last = atomClass
      }
    }
    line.width = max(0, line.width)
    return line
  }

  /// An atom with its scripts.
  private func box(_ atom: MathAtom, _ style: MathStyle) -> MathBox {
    let nucleus = nucleus(atom, style)
    guard atom.superscript != nil || atom.subscript != nil || atom.primes > 0 else {
      return nucleus
    }
    if atom.hasLimits, atom.forcesLimits || style.level == .display {
      return limits(nucleus, atom, style)
    }
    return scripts(nucleus, atom, style)
  }

  private func nucleus(_ atom: MathAtom, _ style: MathStyle) -> MathBox {
    let em = font.em(style)
    switch atom.nucleus {
    case .text(let text, let isItalic): return font.text(text, isItalic: isItalic, em: em)
    case .list(let items): return box(items, style)
    case .largeSign(let text): return largeSign(text, style)
    case .fraction(let fraction): return self.fraction(fraction, style)
    case .root(let radicand, let degree): return root(radicand, degree, style)
    case .fenced(let left, let items, let right): return fenced(left, items, right, style)
    case .bracket(let bracket, let size):
      return self.bracket(bracket, height: size * em, em: em)
    case .accent(let accent, let items): return self.accent(accent, items, style)
    case .rows(let rows, let isLeftAligned): return self.rows(rows, isLeftAligned, style)
    }
  }

  // MARK: Scripts (rule 18)

  private func scripts(_ nucleus: MathBox, _ atom: MathAtom, _ style: MathStyle) -> MathBox {
    let em = font.em(style)
    let scriptEm = font.em(style.superscript)
    var up = nucleus.isText ? 0 : nucleus.height - MathFont.drop.superscript * scriptEm
    var down = nucleus.isText ? 0 : nucleus.depth + MathFont.drop.subscript * scriptEm
    let upper = atom.superscript.map { box($0, style.superscript) }
    let lower = atom.subscript.map { box($0, style.subscript) }
    if let upper {
      let rise =
        style.isCramped
        ? MathFont.superscript.cramped
        : style.level == .display ? MathFont.superscript.display : MathFont.superscript.text
      up = max(up, rise * em, upper.depth + MathFont.xHeight / 4 * em)
    }
    if let lower {
      let drop =
        upper == nil && atom.primes == 0 ? MathFont.subscript.alone : MathFont.subscript.below
      down = max(down, drop * em)
      if upper == nil { down = max(down, lower.height - 0.8 * MathFont.xHeight * em) }
    }
    if let upper, let lower {
      let gap = (up - upper.depth) - (lower.height - down)
      down += max(0, 4 * MathFont.rule * em - gap)
      // Rather above than far below.
      let raise = max(0, 0.8 * MathFont.xHeight * em - (up - upper.depth))
      if gap < 4 * MathFont.rule * em {
        up += raise
        down -= raise
      }
    }
    var whole = nucleus
    whole.italic = 0
    whole.isText = false
    whole.width = nucleus.width + (lower == nil ? nucleus.italic : 0)
    var right = whole.width
    if atom.primes > 0 {
      // The font's prime is small and raised by itself.
      let text = String(repeating: "′", count: atom.primes)
      let primes = font.text(text, isItalic: false, em: em)
      let rise = nucleus.isText ? 0 : max(0, nucleus.height - primes.height)
      whole.draw(primes, x: nucleus.width + nucleus.italic, y: -rise)
      right = nucleus.width + nucleus.italic + primes.width
    }
    if let upper {
      let x = atom.primes > 0 ? right : nucleus.width + nucleus.italic
      whole.draw(upper, x: x, y: -up)
      right = x + upper.width + upper.italic
    }
    if let lower {
      whole.draw(lower, x: nucleus.width, y: down)
      right = max(right, nucleus.width + lower.width + lower.italic)
    }
    let hasScripts = upper != nil || lower != nil
    whole.width = right + (hasScripts ? MathFont.scriptSpace * em : 0)
    return whole
  }
}
