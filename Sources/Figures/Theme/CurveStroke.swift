extension Theme {
  /// The stroke of the curve with this index: no two of the first many are alike.
  ///
  /// Colours first, then dashes; or dashes first, with a grey that moves on by one whenever all have been
  /// used; widths last.
  func curveStroke(_ index: Int) -> Stroke {
    let index = max(0, index)
    let (colors, patterns) = (max(1, palette.count), max(1, dashes.count))
    let round = index / (changesDashes ? patterns : colors)
    let dash = changesDashes ? index % patterns : round % patterns
    let color = (changesDashes ? dash + round : index) % colors
    let turn = index / (colors * patterns)
    let width = curveWidth * (widths.isEmpty ? 1 : widths[turn % widths.count])
    let pattern = dashes.isEmpty ? [] : dashes[dash]
    return Stroke(
      color: palette.isEmpty ? text : palette[color], width: width,
      dash: pattern.map { $0 * width }, cap: pattern.isEmpty ? .round : .butt)
  }
}
