/// Sets formulas as appendix G of the TeXbook does.
///
/// Atoms become boxes, boxes stand side by side with room by their classes. Fractions, roots, brackets and the rest
/// stand in extensions.
struct MathLayout {
  /// The measures that it is set by.
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

  /// An atom with its scripts, in its colour.
  private func box(_ atom: MathAtom, _ style: MathStyle) -> MathBox {
    let box = scripted(atom, style)
    return atom.color.map(box.colored) ?? box
  }

  private func scripted(_ atom: MathAtom, _ style: MathStyle) -> MathBox {
    let nucleus = nucleus(atom, style)
    if atom.isBare { return nucleus }
    if atom.hasLimits, atom.forcesLimits || style.level == .display {
      return limits(nucleus, atom, style)
    }
    return scripts(nucleus, atom, style)
  }

  private func nucleus(_ atom: MathAtom, _ style: MathStyle) -> MathBox {
    let em = font.em(style)
    switch atom.nucleus {
    case .text(let text, let face): return font.text(text, face, em: em)
    case .list(let items): return box(items, style)
    case .largeSign(let text): return largeSign(text, style)
    case .fraction(let fraction): return self.fraction(fraction, style)
    case .root(let radicand, let degree): return root(radicand, degree, style)
    case .fenced(let fence): return fenced(fence, style)
    case .bracket(let bracket, let size):
      return self.bracket(bracket, height: size * em, em: em)
    case .accent(let accent, let items): return self.accent(accent, items, style)
    case .table(let table): return self.table(table, style)
    case .brace(let isAbove, let items): return brace(items, isAbove: isAbove, style)
    case .arrow(let heads, let above, let below): return arrow(heads, above, below, style)
    case .phantom(let items, let isWide, let isHigh):
      let hidden = box(items, style)
      var room = MathBox()
      if isWide { room.width = hidden.width + hidden.italic }
      if isHigh { (room.height, room.depth) = (hidden.height, hidden.depth) }
      return room
    }
  }
}
