extension PlacedPanel {
  /// The strip above a panel: its title flush with it, the name of the y-axis over that axis' labels.
  ///
  /// Without a title the name has the strip; where it is too wide for its place it follows the title.
  func headerCommands(_ measurer: any TextMeasurer) -> [DrawCommand] {
    let em = theme.textSize
    let baseline = rect.minY - PlacedPanel.stripGap * em
    var commands: [DrawCommand] = []
    var left = rect.minX
    func write(_ text: String, _ color: Color) {
      let line = TextLine(
        text, style: theme.style(color), width: rect.maxX - left, measurer: measurer)
      if line.isEmpty { return }
      // Every line keeps its own distance from the panel, so that the names of a row stand at one height.
      commands += line.commands(at: Point(x: left, y: baseline - line.drop))
      left += line.width + 0.8 * em
    }
    if !title.lines.isEmpty {
      let first = Point(x: rect.minX, y: baseline - title.drop - title.span)
      commands += title.commands(at: first)
      left += title.width + 0.8 * em
    }
    let name = TextLine(content.y.name, style: theme.style(theme.text), measurer: measurer)
    if !title.lines.isEmpty, name.width + PlacedPanel.labelGap * em <= gutter {
      let place = Point(x: rect.minX - PlacedPanel.labelGap * em, y: baseline - name.drop)
      commands += name.commands(at: place, anchor: .end)
    } else {
      write(content.y.name, title.lines.isEmpty ? theme.text : theme.mutedText)
    }
    if let note = yTicks.note { write(note, theme.mutedText) }
    return commands
  }

  /// How much higher and deeper than a line of letters the lines above the panels are, in pixels.
  static func headerGrowth(_ panels: [Scene.Panel], _ theme: Theme, _ measurer: any TextMeasurer)
    -> (rise: Double, drop: Double)
  {
    TextLine.growth(
      panels.flatMap { [$0.y.name, $0.title] }, style: theme.style(theme.text),
      measurer: measurer)
  }

  /// The title of a panel in the panel's width, on up to three lines.
  static func title(_ text: String, width: Double, theme: Theme, measurer: any TextMeasurer)
    -> TextBlock
  {
    TextBlock(
      text, style: theme.style(theme.text), width: width, most: 3, measurer: measurer)
  }

  /// The line below the tick labels: the name of the x-axis in the middle, the labels' common part at the end.
  func footerCommands(_ measurer: any TextMeasurer) -> [DrawCommand] {
    let em = theme.textSize
    let style = theme.style(theme.text)
    let baseline =
      rect.maxY + (PlacedPanel.tickLength + PlacedPanel.belowGap + 2 * Theme.capHeight + 0.65) * em
      + TextLine.growth([content.x.name], style: style, measurer: measurer).rise
    var commands: [DrawCommand] = []
    var room = rect.width
    if let note = xTicks.note {
      let line = TextLine(
        note, style: theme.style(theme.mutedText), width: rect.width, cut: .middle,
        measurer: measurer)
      commands += line.commands(at: Point(x: rect.maxX, y: baseline), anchor: .end)
      room -= 2 * (line.width + 0.8 * em)
    }
    let name = TextLine(content.x.name, style: style, width: room, measurer: measurer)
    let center = Point(x: (rect.minX + rect.maxX) / 2, y: baseline)
    return commands + name.commands(at: center, anchor: .middle)
  }
}
