extension Theme {
  /// The stroke of a curve: the one place where a style becomes colour, dash and width.
  ///
  /// No two of the first many categories are alike, nor any two values of a parameter.
  package func stroke(_ style: CurveStyle) -> Stroke {
    var stroke = placed(style).with(style.own)
    if let turn = style.turn, style.own.dash == nil {
      // Of each period the last part is the lowest curve's, the first the highest one's.
      let part = 6 * stroke.width
      stroke.dash = [part * Double(turn.count - turn.index), part * Double(turn.index)]
      stroke.cap = .butt
    }
    return stroke
  }

  /// The stroke of a curve by its place alone.
  private func placed(_ style: CurveStyle) -> Stroke {
    switch style.place {
    case .category(let index): category(index)
    case .step(let step, let count):
      stroke(
        rampColor(step, of: count),
        pattern: changesDashes ? step + style.pattern * count : style.pattern)
    case .ink: stroke(text, pattern: style.pattern)
    }
  }

  /// Colours first, then dashes; or dashes first, with a grey that moves on by one whenever all have been
  /// used; widths last.
  private func category(_ index: Int) -> Stroke {
    let (colors, patterns) = (max(1, palette.count), max(1, dashes.count))
    let round = index / (changesDashes ? patterns : colors)
    let dash = changesDashes ? index % patterns : round % patterns
    let color = (changesDashes ? dash + round : index) % colors
    return stroke(
      palette.isEmpty ? text : palette[color], pattern: dash,
      turn: index / (colors * patterns))
  }

  /// A stroke with the dash pattern of an index; patterns run out into widths.
  private func stroke(_ color: Color, pattern: Int, turn: Int? = nil) -> Stroke {
    let patterns = max(1, dashes.count)
    let turn = turn ?? pattern / patterns
    let width = curveWidth * (widths.isEmpty ? 1 : widths[turn % widths.count])
    let dash = dashes.isEmpty ? [] : dashes[pattern % patterns]
    return Stroke(
      color: color, width: width, dash: dash.map { $0 * width }, cap: dash.isEmpty ? .round : .butt)
  }

  /// The colour of one of `count` values, evenly along the ordered palette from its first colour to its last.
  private func rampColor(_ step: Int, of count: Int) -> Color {
    guard let first = ramp.first, ramp.count > 1, count > 1 else { return ramp.first ?? text }
    let place = Double(step) / Double(count - 1) * Double(ramp.count - 1)
    let index = min(Int(place), ramp.count - 2)
    guard ramp.indices.contains(index + 1) else { return first }
    return ramp[index].mixed(with: ramp[index + 1], part: place - Double(index))
  }
}

extension Stroke {
  /// The stroke with what was asked for in place of its own.
  func with(_ own: CurveStyle.Own) -> Stroke {
    guard own != CurveStyle.Own() else { return self }
    var stroke = self
    stroke.color = own.color ?? color
    stroke.width = own.points.map { $0 * 96 / 72 } ?? width
    let pattern = own.dash ?? dash.map { $0 / width }
    stroke.dash = pattern.map { $0 * stroke.width }
    stroke.cap = pattern.isEmpty ? .round : .butt
    return stroke
  }
}
