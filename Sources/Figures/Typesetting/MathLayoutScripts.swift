/// Superscripts, subscripts and primes (rule 18).
extension MathLayout {
  /// A nucleus with its scripts and primes.
  func scripts(_ nucleus: MathBox, _ atom: MathAtom, _ style: MathStyle) -> MathBox {
    let em = font.em(style)
    let upper = atom.superscript.map { box($0, style.superscript) }
    let lower = atom.subscript.map { box($0, style.subscript) }
    let (up, down) = shifts(nucleus, upper, lower, hasPrimes: atom.primes > 0, style)
    var whole = nucleus
    whole.italic = 0
    whole.isText = false
    let lean = nucleus.width + nucleus.italic
    // Scripts above stand beside the lean, those below under it.
    var end = lower == nil ? lean : nucleus.width
    var next = lean
    if atom.primes > 0 {
      let primes = font.primes(atom.primes, em: em)
      let rise = nucleus.isText ? 0 : max(0, nucleus.height - primes.height)
      whole.draw(primes, x: lean, y: -rise)
      next = lean + primes.width
      end = next
    }
    if let upper {
      whole.draw(upper, x: next, y: -up)
      end = next + upper.width + upper.italic
    }
    if let lower {
      whole.draw(lower, x: nucleus.width, y: down)
      end = max(end, nucleus.width + lower.width + lower.italic)
    }
    let hasScripts = upper != nil || lower != nil
    whole.width = end + (hasScripts ? MathFont.scriptSpace * em : 0)
    return whole
  }

  /// How far superscripts move up and subscripts down from the baseline, in pixels.
  private func shifts(
    _ nucleus: MathBox, _ upper: MathBox?, _ lower: MathBox?, hasPrimes: Bool, _ style: MathStyle
  ) -> (up: Double, down: Double) {
    let em = font.em(style)
    let scriptEm = font.em(style.superscript)
    var up = nucleus.isText ? 0 : nucleus.height - MathFont.drop.superscript * scriptEm
    var down = nucleus.isText ? 0 : nucleus.depth + MathFont.drop.subscript * scriptEm
    if let upper {
      let rise =
        style.isCramped
        ? MathFont.superscript.cramped
        : style.level == .display ? MathFont.superscript.display : MathFont.superscript.text
      up = max(up, rise * em, upper.depth + MathFont.xHeight / 4 * em)
    }
    if let lower {
      let drop = upper == nil && !hasPrimes ? MathFont.subscript.alone : MathFont.subscript.below
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
    return (up, down)
  }
}
