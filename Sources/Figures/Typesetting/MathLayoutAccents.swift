/// Marks, braces and arrows above, below and between formulas.
extension MathLayout {
  /// A mark above or below (rule 12).
  func accent(_ accent: MathAtom.Accent, _ items: [MathItem], _ style: MathStyle) -> MathBox {
    let em = font.em(style)
    let base = box(items, style.cramped)
    var whole = base
    whole.isText = false
    let wide = base.width + base.italic
    let thickness = MathFont.rule * em
    switch accent {
    case .rule(let isAbove):
      let top = isAbove ? -base.height - 3 * thickness : base.depth + 2 * thickness
      whole.pieces.append(.rule(Rect(minX: 0, minY: top - thickness, maxX: wide, maxY: top)))
      if isAbove { whole.height = -top + 2 * thickness } else { whole.depth = top + thickness }
    case .character(let text):
      let isArrow = text == "→"
      let mark = font.text(text, em: isArrow ? 0.7 * em : em)
      // Marks of the font stand above its small letters; an arrow stands on the baseline.
      let rise =
        isArrow ? base.height + 0.1 * em + mark.depth : max(0, base.height - MathFont.xHeight * em)
      whole.draw(mark, x: (base.width - mark.width) / 2 + base.italic / 2, y: -rise)
    case .wideHat: put(ArrowShape.hat(width: wide / em), over: &whole, em)
    case .wideTilde: put(ArrowShape.tilde(width: wide / em), over: &whole, em)
    case .arrow(let heads): put(ArrowShape.arrow(heads, length: wide / em), over: &whole, em)
    }
    return whole
  }

  /// Draws lines above a box, off its ink.
  private func put(_ lines: [[Point]], over whole: inout MathBox, _ em: Double) {
    let lowest = lines.flatMap { $0 }.map(\.y).max() ?? 0
    let highest = lines.flatMap { $0 }.map(\.y).min() ?? 0
    let shift = -whole.height - (0.13 + lowest) * em
    whole.pieces += lines.map { line in
      .stroke(
        line.map { Point(x: $0.x * em, y: shift + $0.y * em) }, width: 1.1 * MathFont.rule * em)
    }
    whole.height = -(shift + highest * em) + MathFont.rule * em
  }

  /// A formula under or over a brace of its width, on which its scripts stand.
  func brace(_ items: [MathItem], isAbove: Bool, _ style: MathStyle) -> MathBox {
    let em = font.em(style)
    let base = box(items, style)
    let wide = max(base.width + base.italic, 1.2 * em)
    let shape = BracketShape("{", height: wide / em)
    var whole = base.centered(in: wide)
    whole.isText = false
    whole.italic = 0
    // The brace lies: its tip, on the left where it stands, points away from the formula.
    let reach = 0.64 * em
    let edge = isAbove ? -base.height - 0.06 * em : base.depth + 0.06 * em
    whole.pieces += shape.lines.map { line in
      let points = line.map { point in
        Point(
          x: point.y * em,
          y: isAbove ? edge - reach + point.x * em : edge + reach - point.x * em)
      }
      return .stroke(points, width: BracketShape.stroke * 0.8 * em)
    }
    if isAbove { whole.height = -(edge - reach) } else { whole.depth = edge + reach }
    return whole
  }

  /// An arrow with formulas above and below, as long as they are.
  func arrow(
    _ heads: ArrowShape.Heads, _ above: [MathItem], _ below: [MathItem], _ style: MathStyle
  ) -> MathBox {
    let em = font.em(style)
    let upper = box(above, style.superscript)
    let lower = box(below, style.subscript)
    let scriptEm = font.em(style.superscript)
    let length = max(upper.width, lower.width, 0.7 * em) + 0.9 * scriptEm
    var whole = MathBox()
    let axis = MathFont.axis * em
    let margin = 0.06 * em
    whole.pieces = ArrowShape.arrow(heads, length: length / em).map { line in
      .stroke(
        line.map { Point(x: margin + $0.x * em, y: $0.y * em - axis) },
        width: 1.2 * MathFont.rule * em)
    }
    whole.height = axis + ArrowShape.half * em
    whole.depth = ArrowShape.half * em - axis
    let gap = 0.1 * em
    whole.draw(
      upper.centered(in: length), x: margin, y: -whole.height - gap - max(0, upper.depth))
    if !below.isEmpty {
      whole.draw(lower.centered(in: length), x: margin, y: whole.depth + gap + lower.height)
    }
    whole.width = length + 2 * margin
    return whole
  }
}
