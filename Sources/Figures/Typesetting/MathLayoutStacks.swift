// What stands above one another: fractions, limits, rows and accents.

extension MathLayout {
  /// One formula over another (rule 15).
  func fraction(_ fraction: MathAtom.Fraction, _ style: MathStyle) -> MathBox {
    let style = fraction.level.map { MathStyle(level: $0, isCramped: style.isCramped) } ?? style
    let em = font.em(style)
    let isDisplay = style.level == .display
    var upper = box(fraction.numerator, style.numerator)
    var lower = box(fraction.denominator, style.denominator)
    // The rule stands out a little, as sans-serif letters have little room at their sides.
    let wide = max(upper.width + upper.italic, lower.width + lower.italic) + 0.12 * em
    upper = upper.centered(in: wide)
    lower = lower.centered(in: wide)
    var up: Double
    var down = (isDisplay ? MathFont.denominator.display : MathFont.denominator.text) * em
    let thickness = MathFont.rule * em
    let axis = MathFont.axis * em
    if fraction.hasRule {
      up = (isDisplay ? MathFont.numerator.display : MathFont.numerator.text) * em
      let clearance = (isDisplay ? 3 : 1.6) * thickness
      up += max(0, clearance - (up - upper.depth - axis - thickness / 2))
      down += max(0, clearance - (axis - thickness / 2 - (lower.height - down)))
    } else {
      up = (isDisplay ? MathFont.numerator.display : MathFont.numerator.bare) * em
      let clearance = (isDisplay ? 7 : 3) * thickness
      let gap = (up - upper.depth) - (lower.height - down)
      up += max(0, clearance - gap) / 2
      down += max(0, clearance - gap) / 2
    }
    let margin = MathFont.nullBracket * em
    var whole = MathBox()
    whole.draw(upper, x: margin, y: -up)
    whole.draw(lower, x: margin, y: down)
    if fraction.hasRule {
      whole.pieces.append(
        .rule(
          Rect(
            minX: margin, minY: -axis - thickness / 2, maxX: margin + wide,
            maxY: -axis + thickness / 2)))
    }
    whole.width = wide + 2 * margin
    return whole
  }

  /// A sum, product or integral sign, larger than the text and on the axis (rule 13).
  func largeSign(_ text: String, _ style: MathStyle) -> MathBox {
    let em = font.em(style)
    let isIntegral = "∫∬∮".contains(text)
    let scale = style.level == .display ? (isIntegral ? 2.1 : 1.65) : (isIntegral ? 1.35 : 1.2)
    var sign = font.text(text, isItalic: false, em: scale * em)
    sign = sign.lowered(by: (sign.height - sign.depth) / 2 - MathFont.axis * em)
    sign.isText = false
    // An integral sign leans: its subscript stands nearer than its superscript.
    if isIntegral {
      sign.italic = 0.16 * sign.width
      sign.width -= 0.2 * sign.width
    }
    return sign
  }

  /// Scripts above and below (rule 13a).
  func limits(_ nucleus: MathBox, _ atom: MathAtom, _ style: MathStyle) -> MathBox {
    let em = font.em(style)
    let upper = atom.superscript.map { box($0, style.superscript) }
    let lower = atom.subscript.map { box($0, style.subscript) }
    let wide = [nucleus.width, upper?.width ?? 0, lower?.width ?? 0].reduce(0, max)
    var whole = nucleus.centered(in: wide)
    whole.isText = false
    if let upper {
      let gap = max(MathFont.limits.above, MathFont.limits.upper - upper.depth / em) * em
      whole.draw(
        upper.centered(in: wide), x: nucleus.italic / 2,
        y: -(nucleus.height + gap + upper.depth))
      whole.height += MathFont.limits.outside * em
    }
    if let lower {
      let gap = max(MathFont.limits.below, MathFont.limits.lower - lower.height / em) * em
      whole.draw(
        lower.centered(in: wide), x: -nucleus.italic / 2,
        y: nucleus.depth + gap + lower.height)
      whole.depth += MathFont.limits.outside * em
    }
    return whole
  }

  /// Rows and columns of formulas, around the axis.
  func rows(_ rows: [[[MathItem]]], _ isLeftAligned: Bool, _ style: MathStyle) -> MathBox {
    let style = MathStyle(level: style.isScript ? style.level : .text, isCramped: style.isCramped)
    let em = font.em(style)
    let boxes = rows.map { $0.map { box($0, style) } }
    var widths = Array(repeating: 0.0, count: boxes.map(\.count).max() ?? 0)
    for row in boxes {
      for (column, cell) in row.enumerated() {
        widths[column] = max(widths[column], cell.width + cell.italic)
      }
    }
    var whole = MathBox()
    var baseline = 0.0
    var depth = 0.0
    for (index, row) in boxes.enumerated() {
      let height = row.map(\.height).reduce(0, max)
      if index > 0 { baseline += max(1.35 * em, depth + height + 0.22 * em) }
      depth = row.map(\.depth).reduce(0, max)
      var x = 0.0
      for (column, cell) in row.enumerated() {
        whole.draw(isLeftAligned ? cell : cell.centered(in: widths[column]), x: x, y: baseline)
        x += widths[column] + em
      }
    }
    whole.width = widths.reduce(0, +) + em * Double(max(0, widths.count - 1))
    return whole.lowered(by: (whole.height - whole.depth) / 2 - MathFont.axis * em)
  }

  /// A mark above (rule 12).
  func accent(_ accent: MathAtom.Accent, _ items: [MathItem], _ style: MathStyle) -> MathBox {
    let em = font.em(style)
    let base = box(items, style.cramped)
    var whole = base
    whole.isText = false
    switch accent {
    case .rule:
      let thickness = MathFont.rule * em
      let top = -base.height - 3 * thickness
      whole.pieces.append(
        .rule(
          Rect(minX: 0, minY: top - thickness, maxX: base.width + base.italic, maxY: top)))
      whole.height = -top + 2 * thickness
    case .character(let text):
      let isArrow = text == "→"
      let mark = font.text(text, isItalic: false, em: isArrow ? 0.7 * em : em)
      // Marks of the font stand above its small letters; an arrow stands on the baseline.
      let rise =
        isArrow ? base.height + 0.1 * em + mark.depth : max(0, base.height - MathFont.xHeight * em)
      whole.draw(
        mark, x: (base.width - mark.width) / 2 + base.italic / 2, y: -rise)
    }
    return whole
  }
}
