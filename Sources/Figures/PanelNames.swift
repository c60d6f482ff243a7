extension Panel {
  /// The line above a panel: the name of the y-axis at its left, the title in its middle.
  func headerCommands(_ measurer: any TextMeasurer) -> [DrawCommand] {
    let em = theme.textSize
    let baseline = rect.minY - 0.45 * em
    var commands: [DrawCommand] = []
    var left = rect.minX
    func write(_ text: String, _ style: TextStyle) {
      let fitted = TextFitting.ellipsis(
        text, width: rect.maxX - left, style: style, measurer: measurer)
      if fitted.isEmpty { return }
      commands.append(.text(Label(fitted, at: Point(x: left, y: baseline), style: style)))
      left += measurer.measure(fitted, style: style).width + 0.8 * em
    }
    write(TextFitting.oneLine(content.yLabel), theme.style(theme.text))
    if let note = yAxis.note { write(note, theme.style(theme.mutedText)) }
    guard let title = content.title.map(TextFitting.oneLine), !title.isEmpty else {
      return commands
    }
    let style = theme.style(theme.text)
    let width = measurer.measure(title, style: style).width
    let center = (rect.minX + rect.maxX) / 2
    if center - width / 2 >= left && width <= rect.width {
      let position = Point(x: center, y: baseline)
      commands.append(.text(Label(title, at: position, anchor: .middle, style: style)))
    } else {
      write(title, style)
    }
    return commands
  }

  /// The line below the tick labels: the name of the x-axis in the middle, the labels' common part at the end.
  func footerCommands(_ xLabel: String, _ measurer: any TextMeasurer) -> [DrawCommand] {
    let em = theme.textSize
    let baseline = rect.maxY + (Panel.tickLength + Panel.belowGap + 2 * Theme.capHeight + 0.65) * em
    var commands: [DrawCommand] = []
    var room = rect.width
    if let note = xAxis.note {
      let style = theme.style(theme.mutedText)
      let note = TextFitting.ellipsis(
        note, width: rect.width, style: style, cut: .middle, measurer: measurer)
      let position = Point(x: rect.maxX, y: baseline)
      commands.append(.text(Label(note, at: position, anchor: .end, style: style)))
      room -= 2 * (measurer.measure(note, style: style).width + 0.8 * em)
    }
    let style = theme.style(theme.text)
    let name = TextFitting.ellipsis(
      TextFitting.oneLine(xLabel), width: room, style: style, measurer: measurer)
    if !name.isEmpty {
      let position = Point(x: (rect.minX + rect.maxX) / 2, y: baseline)
      commands.append(.text(Label(name, at: position, anchor: .middle, style: style)))
    }
    return commands
  }
}
