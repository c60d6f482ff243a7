/// What the texts of a legend take, whatever the number of its columns.
struct LegendMeasures {
  /// The width of every entry's name, in pixels.
  let nameWidths: [Double]
  /// The height of every row, in ems: that of the highest formula, so that lines and names stay in step.
  let rowHeight: Double

  /// In ems.
  private static let leastRowHeight = 1.32

  /// Measures names, and the headings above them, in a theme's text.
  init(_ entries: [LegendEntry], theme: Theme, measurer: any TextMeasurer) {
    let style = theme.style(theme.text)
    let names = entries.map { TextLine($0.name, style: style, measurer: measurer) }
    let headings = TextLine.growth(entries.map(\.heading), style: style, measurer: measurer)
    let growths = names.flatMap { [$0.rise, $0.drop] } + [headings.rise, headings.drop]
    nameWidths = names.map(\.width)
    rowHeight = Self.leastRowHeight + 2 * (growths.max() ?? 0) / theme.textSize
  }
}
