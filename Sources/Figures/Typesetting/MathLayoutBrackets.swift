// What grows with what it holds: roots and brackets.

extension MathLayout {
  /// A root (rule 11); its sign is drawn, so that it fits any height.
  func root(_ radicand: [MathItem], _ degree: [MathItem]?, _ style: MathStyle) -> MathBox {
    let em = font.em(style)
    let thickness = MathFont.rule * em
    var inside = box(radicand, style.cramped)
    // Roots side by side have their rules at one height, where what they hold is low.
    inside.height = max(inside.height, 0.73 * em)
    inside.depth = max(inside.depth, 0.1 * em)
    let clearance =
      thickness + (style.level == .display ? MathFont.xHeight * em : thickness) / 4 + 0.02 * em
    let top = inside.height + clearance + thickness
    let span = top + inside.depth
    let sign = (0.46 + 0.05 * min(6, span / em)) * em
    var left = 0.0
    var whole = MathBox()
    if let degree {
      let index = box(degree, MathStyle(level: .scriptScript))
      left = max(0, index.width + index.italic - 0.42 * sign)
      whole.draw(
        index, x: max(0, 0.42 * sign - index.width),
        y: -(top - 0.56 * span + index.depth + 0.1 * em))
    }
    let middle = -top + thickness / 2
    let hook = -top + span * 0.52
    let hookStart = Point(x: left + 0.03 * em, y: hook + 0.07 * em)
    let hookTop = Point(x: left + 0.16 * em, y: hook)
    let foot = Point(x: left + 0.55 * sign, y: inside.depth)
    let width = inside.width + inside.italic
    let corner = Point(x: left + sign, y: middle)
    let end = Point(x: left + sign + width + 0.1 * em, y: middle)
    whole.pieces += [
      .stroke([hookStart, hookTop], width: thickness),
      .stroke([hookTop, foot], width: 1.7 * thickness),
      .stroke([foot, corner, end], width: thickness),
    ]
    whole.draw(inside, x: left + sign + 0.04 * em)
    whole.width = left + sign + width + 0.14 * em
    whole.height = max(whole.height, top + thickness)
    whole.depth = max(whole.depth, inside.depth + thickness)
    return whole
  }

  /// A formula in brackets that are as high as it (rule 19).
  func fenced(
    _ left: Character?, _ items: [MathItem], _ right: Character?, _ style: MathStyle
  ) -> MathBox {
    let em = font.em(style)
    let inside = box(items, style)
    let axis = MathFont.axis * em
    let reach = 2 * max(inside.height - axis, inside.depth + axis)
    // TeX's \delimiterfactor and \delimitershortfall: a bracket may fall a little short.
    let height = max(0.901 * reach, reach - 0.5 * em)
    var whole = MathBox()
    for part in [
      bracket(left, height: height, em: em), inside, bracket(right, height: height, em: em),
    ] {
      whole.draw(part, x: whole.width)
      whole.width += part.width + part.italic
    }
    return whole
  }

  /// A bracket around the axis that is at least so high: the font's where it is, else one drawn.
  func bracket(_ bracket: Character?, height: Double, em: Double) -> MathBox {
    guard let bracket else {
      var none = MathBox()
      none.width = MathFont.nullBracket * em
      return none
    }
    let glyph = font.text(String(bracket), isItalic: false, em: em)
    if glyph.height + glyph.depth >= 0.97 * height { return glyph }
    let shape = BracketShape(bracket, height: height / em)
    var box = MathBox()
    box.width = shape.width * em
    box.height = height / 2 + MathFont.axis * em
    box.depth = height / 2 - MathFont.axis * em
    let top = -box.height
    box.pieces = shape.lines.map { line in
      .stroke(
        line.map { Point(x: $0.x * em, y: top + $0.y * em) }, width: BracketShape.stroke * em)
    }
    return box
  }
}
