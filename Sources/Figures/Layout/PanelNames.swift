extension PlacedPanel {
  /// The strip above a panel: its title, or the name of the y-axis, flush with it; and what the axis' labels have in
  /// common.
  ///
  /// Beside a title the name would read as a word of it: it stands over the axis' labels at the height of the panel's
  /// edge, or at the far end of the strip where it has no place there.
  func headerCommands(_ measurer: any TextMeasurer) -> [DrawCommand] {
    let em = theme.textSize
    let baseline = rect.minY - PlacedPanel.stripGap * em
    var commands: [DrawCommand] = []
    var (left, right) = (rect.minX, rect.maxX)
    func write(_ text: String, _ color: Color, atEnd: Bool, as part: Part? = nil) {
      let line = TextLine(
        text, style: theme.style(color), width: right - left, measurer: measurer)
      if line.isEmpty { return }
      // Every line keeps its own distance from the panel, so that the names of a row stand at one height.
      let place = Point(x: atEnd ? right : left, y: baseline - line.drop)
      let written = line.commands(at: place, anchor: atEnd ? .end : .start)
      commands += part.map(written.marked) ?? written
      if atEnd { right -= line.width + 0.8 * em } else { left += line.width + 0.8 * em }
    }
    let isTitled = !title.lines.isEmpty
    if isTitled {
      let first = Point(x: rect.minX, y: baseline - title.drop - title.span)
      commands += title.commands(at: first)
      left += title.width + 0.8 * em
    }
    if isTitled, let beside = nameBeside(measurer) {
      commands += beside
    } else {
      write(content.y.name, isTitled ? theme.mutedText : theme.text, atEnd: isTitled)
    }
    if let note = yTicks.note { write(note, theme.mutedText, atEnd: isTitled, as: .notes) }
    return commands
  }

  /// The name of the y-axis over its labels, its middle at the panel's upper edge; nil where a label stands there or it
  /// is too large.
  private func nameBeside(_ measurer: any TextMeasurer) -> [DrawCommand]? {
    let em = theme.textSize
    let name = TextLine(content.y.name, style: theme.style(theme.text), measurer: measurer)
    if content.field != nil { return nameLeftOfLabels(name) }
    guard name.width + PlacedPanel.labelGap * em <= gutter, name.rise <= 0.3 * em else {
      return nil
    }
    let baseline = rect.minY + Theme.capHeight / 2 * em
    let lowest = baseline + max(name.drop, 0.25 * em) + 0.15 * em
    let labels = yTicks.ticks.filter { $0.line != nil }.map(\.position)
    let highest = (labels.min() ?? rect.maxY) - Theme.capHeight / 2 * theme.tickStyle.size
    guard lowest <= highest else { return nil }
    return name.commands(
      at: Point(x: rect.minX - PlacedPanel.labelGap * em, y: baseline), anchor: .end)
  }

  /// The name of the y-axis of a field left of its labels, at half the height; nil where it is too large.
  ///
  /// So it stands as that of the x-axis does below its labels: the two are alike.
  private func nameLeftOfLabels(_ name: TextLine) -> [DrawCommand]? {
    let em = theme.textSize
    let labels = detail.tickLabels ? PlacedPanel.nameGap * em + yTicks.labelWidth : 0
    let right = rect.minX - PlacedPanel.labelGap * em - labels
    guard name.width <= gutter + right - rect.minX else { return nil }
    let middle = (rect.minY + rect.maxY) / 2
    return name.commands(
      at: Point(x: right, y: middle + Theme.capHeight / 2 * em), anchor: .end)
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
        .marked(as: .notes)
      room -= 2 * (line.width + 0.8 * em)
    }
    let name = TextLine(content.x.name, style: style, width: room, measurer: measurer)
    let center = Point(x: (rect.minX + rect.maxX) / 2, y: baseline)
    return commands + name.commands(at: center, anchor: .middle)
  }
}
