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
  /// Whether the y-axis is labelled beside this panel.
  let labelsY: Bool
  /// How far a tick label may reach beyond the panel's sides, in pixels.
  let overhang: Double
  /// The title above it, made to fit.
  let title: TextBlock
  /// The room at the left for the labels of the y-axis, in pixels.
  let gutter: Double
  /// What there is room for.
  let detail: Detail
  /// Colours and sizes.
  let theme: Theme

  /// From a panel to the baseline of what stands above it, in ems.
  static let stripGap = 0.6
  /// The length of a tick with a label, in ems of the text.
  static let tickLength = 0.22
  /// The length of a tick without one, in ems.
  static let minorTickLength = 0.15
  /// From a panel to the label beside it, in ems.
  static let labelGap = 0.4
  /// From the labels beside a field to the name of its y-axis, in ems.
  static let nameGap = 0.5
  /// From a tick to the label below it, in ems.
  static let belowGap = 0.4

  /// Grid, curves and the line below them; no frame stands around what has a grid.
  func plotCommands(_ index: Int) -> [DrawCommand] {
    guard content.isPlot else { return [] }
    let edge = [Point(x: rect.minX, y: rect.maxY), Point(x: rect.maxX, y: rect.maxY)]
    // The line carries ticks; where they stand below another panel it would only add to the grid.
    let rule = DrawCommand.stroke([edge], theme.rule(labelsX ? theme.frame : theme.grid))
    let place = PanelPlace(
      index: index, frame: rect, em: theme.textSize, labelsX: labelsX && detail.tickLabels,
      labelsY: labelsY && detail.tickLabels)
    let frame = shapes.field?.needsFrame == true ? [upperFrame] : []
    return innerCommands.marked(as: .plot(place)) + frame + [rule]
  }

  /// What lies within the edges.
  private var innerCommands: [DrawCommand] {
    // Over a field lines would be taken for lines of equal values.
    var commands = content.field == nil ? gridCommands : []
    commands.append(.pushClip(rect))
    commands += shapes.commands
    commands.append(.popClip)
    // A point on the edge of the panel is marked with a whole ring.
    return commands + shapes.rings.flatMap(\.commands)
  }

  /// The edges of a panel but the lower one, so that lines do not end in the air.
  private var upperFrame: DrawCommand {
    let corners = [
      Point(x: rect.minX, y: rect.maxY), Point(x: rect.minX, y: rect.minY),
      Point(x: rect.maxX, y: rect.minY), Point(x: rect.maxX, y: rect.maxY),
    ]
    return .stroke([corners], theme.rule(theme.grid.mixed(with: theme.frame, part: 0.35)))
  }

  private var gridCommands: [DrawCommand] {
    var grid: [[Point]] = []
    let (columns, rows) = content.hasGrid ? (xTicks.ticks, yTicks.ticks) : ([], [])
    for x in columns.map(\.position) where x != xTicks.zero && x > rect.minX && x < rect.maxX {
      grid.append([Point(x: x, y: rect.minY), Point(x: x, y: rect.maxY)])
    }
    for y in rows.map(\.position) where y != yTicks.zero && y > rect.minY && y < rect.maxY {
      grid.append([Point(x: rect.minX, y: y), Point(x: rect.maxX, y: y)])
    }
    var commands: [DrawCommand] = []
    if !grid.isEmpty { commands.append(.stroke(grid, theme.rule(theme.grid))) }
    let zero = zeroLines
    if !zero.isEmpty { commands.append(.stroke(zero, theme.rule(theme.zeroLine))) }
    return commands
  }

  /// The lines x = 0 and y = 0 where they lie within the panel.
  var zeroLines: [[Point]] {
    let level = yTicks.zero.map { [Point(x: rect.minX, y: $0), Point(x: rect.maxX, y: $0)] }
    let upright = xTicks.zero.map { [Point(x: $0, y: rect.minY), Point(x: $0, y: rect.maxY)] }
    return [upright, level].compactMap(\.self)
  }

  /// Ticks, their labels and the names of the axes.
  func axisCommands(_ measurer: any TextMeasurer) -> [DrawCommand] {
    guard content.isPlot else { return detail.tickLabels ? noteCommands(measurer) : [] }
    var commands = detail.tickLabels ? tickCommands().marked(as: .ticks) : []
    commands += messageCommands(measurer).marked(as: .notes)
    if detail.axisNames {
      commands += headerCommands(measurer)
      if labelsX && detail.tickLabels { commands += footerCommands(measurer) }
    }
    return commands
  }

  private func tickCommands() -> [DrawCommand] {
    let em = theme.textSize
    let cap = Theme.capHeight * theme.tickStyle.size
    // A label beside a line of the grid needs no tick; a field has no grid.
    var labels = yTicks.ticks.flatMap { tick in
      let place = Point(x: rect.minX - PlacedPanel.labelGap * em, y: tick.position + cap / 2)
      return tick.line?.commands(at: place, anchor: .end) ?? []
    }
    var lines = yTicks.minor.map { y in
      [Point(x: rect.minX - PlacedPanel.minorTickLength * em, y: y), Point(x: rect.minX, y: y)]
    }
    if content.field != nil {
      lines += yTicks.ticks.map { tick in
        [
          Point(x: rect.minX - PlacedPanel.tickLength * em, y: tick.position),
          Point(x: rect.minX, y: tick.position),
        ]
      }
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
        guard let x = labelPlace(of: tick) else { continue }
        let y = rect.maxY + (PlacedPanel.tickLength + PlacedPanel.belowGap) * em + cap
        labels += tick.line?.commands(at: Point(x: x, y: y), anchor: .middle) ?? []
      }
    }
    return (lines.isEmpty ? [] : [.stroke(lines, theme.rule(theme.frame))]) + labels
  }

  /// The middle of a label below the x-axis: under its tick, or moved inwards where it would stand out too far beside the
  /// panel; nil where it would touch another label there.
  private func labelPlace(of tick: AxisTicks.Tick) -> Double? {
    let half = tick.width / 2
    let (low, high) = (rect.minX - overhang + half, rect.maxX + overhang - half)
    guard low <= high else { return nil }
    let place = min(max(tick.position, low), high)
    if place == tick.position { return place }
    let isFree = xTicks.ticks.allSatisfy { other in
      other.value == tick.value
        || abs(other.position - place) >= half + other.width / 2 + 0.8 * theme.tickStyle.size
    }
    return isFree && abs(place - tick.position) < half ? place : nil
  }
}
