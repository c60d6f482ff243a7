// What stands above one another: fractions and limits.

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
    let isIntegral = "∫∬∭∮".contains(text)
    let scale = style.level == .display ? (isIntegral ? 2.1 : 1.65) : (isIntegral ? 1.35 : 1.2)
    var sign = font.text(text, em: scale * em)
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
}
