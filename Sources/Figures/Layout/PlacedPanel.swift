/// A panel in its place: its scales, ticks and curves, and how they are drawn.
struct PlacedPanel {
  /// What it shows.
  let content: Scene.Panel
  /// Its frame.
  let rect: Rect
  /// The ticks below it.
  let xTicks: AxisTicks
  /// The ticks beside it.
  let yTicks: AxisTicks
  /// What stands inside the frame.
  let shapes: PanelShapes
  /// Whether the x-axis is labelled under this panel.
  let labelsX: Bool
  /// How far a tick label may reach beyond the panel's sides, in pixels.
  let overhang: Double
  /// What there is room for.
  let detail: Detail
  /// Colours and sizes.
  let theme: Theme

  /// The length of a tick with a label, in ems of the text.
  static let tickLength = 0.3
  /// The length of a tick without one, in ems.
  static let minorTickLength = 0.15
  /// From a tick to the label beside it, in ems.
  static let labelGap = 0.3
  /// From a tick to the label below it, in ems.
  static let belowGap = 0.4

  /// Grid, curves and frame.
  var plotCommands: [DrawCommand] {
    guard content.isPlot else { return [] }
    var commands = gridCommands
    commands.append(.pushClip(rect))
    commands += shapes.commands
    commands.append(.popClip)
    commands.append(.outline(rect, theme.rule(theme.frame)))
    return commands
  }

  private var gridCommands: [DrawCommand] {
    var grid: [[Point]] = []
    var zero: [[Point]] = []
    for x in xTicks.ticks.map(\.position) where x != xTicks.zero && x > rect.minX && x < rect.maxX {
      grid.append([Point(x: x, y: rect.minY), Point(x: x, y: rect.maxY)])
    }
    for y in yTicks.ticks.map(\.position) where y != yTicks.zero && y > rect.minY && y < rect.maxY {
      grid.append([Point(x: rect.minX, y: y), Point(x: rect.maxX, y: y)])
    }
    if let x = xTicks.zero { zero.append([Point(x: x, y: rect.minY), Point(x: x, y: rect.maxY)]) }
    if let y = yTicks.zero { zero.append([Point(x: rect.minX, y: y), Point(x: rect.maxX, y: y)]) }
    var commands: [DrawCommand] = []
    if !grid.isEmpty { commands.append(.stroke(grid, theme.rule(theme.grid))) }
    if !zero.isEmpty { commands.append(.stroke(zero, theme.rule(theme.zeroLine))) }
    return commands
  }

  /// Ticks, their labels and the names of the axes.
  func axisCommands(_ measurer: any TextMeasurer) -> [DrawCommand] {
    guard content.isPlot else { return detail.tickLabels ? noteCommands(measurer) : [] }
    var commands = detail.tickLabels ? tickCommands() : []
    if detail.axisNames {
      commands += headerCommands(measurer)
      if labelsX && detail.tickLabels { commands += footerCommands(measurer) }
    }
    return commands
  }

  private func tickCommands() -> [DrawCommand] {
    let em = theme.textSize
    var lines = yTicks.ticks.map { tick in
      [
        Point(x: rect.minX - PlacedPanel.tickLength * em, y: tick.position),
        Point(x: rect.minX, y: tick.position),
      ]
    }
    var labels = yTicks.ticks.flatMap { tick in
      let x = rect.minX - (PlacedPanel.tickLength + PlacedPanel.labelGap) * em
      let y = tick.position + Theme.capHeight / 2 * em
      return tick.line?.commands(at: Point(x: x, y: y), anchor: .end) ?? []
    }
    lines += yTicks.minor.map { y in
      [Point(x: rect.minX - PlacedPanel.minorTickLength * em, y: y), Point(x: rect.minX, y: y)]
    }
    if labelsX {
      lines += xTicks.minor.map { x in
        [Point(x: x, y: rect.maxY), Point(x: x, y: rect.maxY + PlacedPanel.minorTickLength * em)]
      }
      for tick in xTicks.ticks {
        lines.append([
          Point(x: tick.position, y: rect.maxY),
          Point(x: tick.position, y: rect.maxY + PlacedPanel.tickLength * em),
        ])
        let isWithin =
          tick.position - tick.width / 2 >= rect.minX - overhang
          && tick.position + tick.width / 2 <= rect.maxX + overhang
        guard isWithin else { continue }
        let y = rect.maxY + (PlacedPanel.tickLength + PlacedPanel.belowGap + Theme.capHeight) * em
        labels +=
          tick.line?.commands(at: Point(x: tick.position, y: y), anchor: .middle) ?? []
      }
    }
    return lines.isEmpty ? [] : [.stroke(lines, theme.rule(theme.frame))] + labels
  }
}
