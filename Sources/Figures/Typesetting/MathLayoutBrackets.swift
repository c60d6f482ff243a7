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
    let sign = (0.52 + 0.05 * min(6, span / em)) * em
    var left = 0.0
    var whole = MathBox()
    let middle = -top + thickness / 2
    let hook = -top + span * 0.52
    if let degree {
      // Over the hook, off it and off the stroke that rises behind it.
      let index = box(degree, MathStyle(level: .scriptScript))
      let end = 0.6 * sign
      left = max(0, index.width + index.italic - end)
      whole.draw(
        index, x: left + end - index.width - index.italic, y: hook - 0.16 * em - index.depth)
    }
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
  func fenced(_ fence: MathAtom.Fence, _ style: MathStyle) -> MathBox {
    let em = font.em(style)
    let parts = fence.parts.map { box($0, style) }
    let axis = MathFont.axis * em
    let reach = 2 * (parts.map { max($0.height - axis, $0.depth + axis) }.max() ?? 0)
    // TeX's \delimiterfactor and \delimitershortfall: a bracket may fall a little short.
    let height = max(0.901 * reach, reach - 0.5 * em)
    var whole = MathBox()
    func add(_ box: MathBox) {
      whole.draw(box, x: whole.width)
      whole.width += box.width + box.italic
    }
    add(bracket(fence.left, height: height, em: em))
    for (index, part) in parts.enumerated() {
      if index > 0 { add(bracket(fence.middles[index - 1], height: height, em: em)) }
      add(part)
    }
    add(bracket(fence.right, height: height, em: em))
    return whole
  }

  /// A bracket around the axis that is at least so high: the font's where it is, else one drawn.
  func bracket(_ bracket: Character?, height: Double, em: Double) -> MathBox {
    guard let bracket else {
      var none = MathBox()
      none.width = MathFont.nullBracket * em
      return none
    }
    let glyph = font.text(String(bracket), em: em)
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
