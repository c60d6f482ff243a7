extension LegendEntry {
  /// The drawing commands of an entry: its sample in a box, and its name, made to fit, at the right.
  func commands(_ name: TextLine, _ box: Rect, gap: Double, theme: Theme) -> [DrawCommand] {
    let middle = (box.minY + box.maxY) / 2
    let text = Point(x: box.maxX + gap, y: middle + Theme.capHeight / 2 * theme.textSize)
    let commands = sampleCommands(box, theme) + name.commands(at: text)
    switch sample {
    case .curve, .reference, .ownReference:
      return commands.marked(
        as: .entry(name: self.name, heading: heading, isReference: isReference))
    case .band, .ring, .points, .none: return commands
    }
  }

  private var isReference: Bool {
    switch sample {
    case .reference, .ownReference: true
    case .curve, .band, .ring, .points, .none: false
    }
  }

  private func sampleCommands(_ box: Rect, _ theme: Theme) -> [DrawCommand] {
    let middle = (box.minY + box.maxY) / 2
    func line(_ stroke: Stroke) -> [DrawCommand] {
      var stroke = stroke
      stroke.cap = .butt
      return [.stroke([[Point(x: box.minX, y: middle), Point(x: box.maxX, y: middle)]], stroke)]
    }
    switch sample {
    case .curve(let style): return line(theme.stroke(style))
    case .reference: return line(theme.referenceStroke)
    case .ownReference(let own): return line(theme.referenceStroke.with(own))
    case .band(let style): return [.fill(box, theme.bandColor(style))]
    case .ring(let number, let style):
      let color = theme.stroke(style).color
      let ring = Point(x: box.minX + 2.4 * theme.curveWidth, y: middle)
      let text = Point(x: box.maxX, y: middle + Theme.capHeight / 2 * theme.textSize)
      let label = Label("\(number)", at: text, anchor: .end, style: theme.style(color))
      return Ring.commands(at: ring, color: color, theme: theme) + [.text(label)]
    case .points(let sign, let style, let hasBars):
      let center = Point(x: (box.minX + box.maxX) / 2, y: middle)
      let color = theme.stroke(style).color
      let bar: DrawCommand = .stroke(
        [[Point(x: center.x, y: box.minY), Point(x: center.x, y: box.maxY)]],
        PointSign.barStroke(color, theme))
      return (hasBars ? [bar] : [])
        + PointSign.commands(at: [center], sign, color: color, theme: theme)
    case .none: return []
    }
  }
}
