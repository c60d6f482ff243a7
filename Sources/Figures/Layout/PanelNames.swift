extension PlacedPanel {
  /// The line above a panel: the name of the y-axis at its left, the title in its middle.
  func headerCommands(_ measurer: any TextMeasurer) -> [DrawCommand] {
    let em = theme.textSize
    let style = theme.style(theme.text)
    var commands: [DrawCommand] = []
    var left = rect.minX
    // Every line keeps its own distance from the panel, so that the names of a row stand at one height.
    func place(_ line: TextLine, at x: Double, _ anchor: Label.Anchor = .start) {
      let baseline = rect.minY - 0.45 * em - line.drop
      commands += line.commands(at: Point(x: x, y: baseline), anchor: anchor)
    }
    func write(_ text: String, _ style: TextStyle) {
      let line = TextLine(text, style: style, width: rect.maxX - left, measurer: measurer)
      if line.isEmpty { return }
      place(line, at: left)
      left += line.width + 0.8 * em
    }
    write(content.y.name, style)
    if let note = yTicks.note { write(note, theme.style(theme.mutedText)) }
    if content.title.isEmpty { return commands }
    let line = TextLine(content.title, style: style, measurer: measurer)
    let center = (rect.minX + rect.maxX) / 2
    if center - line.width / 2 >= left && line.width <= rect.width {
      place(line, at: center, .middle)
    } else {
      write(content.title, style)
    }
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
