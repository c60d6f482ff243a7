/// Divides the image among title, panels and legend, and places the curves on the panels.
struct Layout {
  /// Room kept free for legends and names outside the panels, in pixels.
  struct Reserve: Equatable {
    /// At the right of the image.
    var right = 0.0
    /// At the bottom of the image.
    var bottom = 0.0
    /// At the right of each panel.
    var side = 0.0
    /// Below each panel.
    var foot = 0.0
  }

  /// What is shown.
  let scene: Scene
  /// Colours, and sizes for this image.
  let theme: Theme
  /// Knows the widths of texts.
  let measurer: any TextMeasurer

  /// What stands above all panels.
  let title: TextBlock
  /// The colour bars of fields.
  let colorBars: ColorBars

  /// Prepares the layout of a scene.
  init(_ scene: Scene, theme: Theme, measurer: any TextMeasurer) {
    self.scene = scene
    self.measurer = measurer
    var theme = theme.scaled(to: scene.size)
    // Many panels make small ones, which want smaller text.
    let crowd = max(scene.arrangement.columns * 2, scene.arrangement.rows) - 2
    if crowd > 0, theme.textPoints == nil {
      let row = scene.size.height / Double(scene.arrangement.rows)
      theme.textSize = max(10, min(theme.textSize * max(0.7, 1 - 0.06 * Double(crowd)), row / 6))
    }
    self.theme = theme
    colorBars = ColorBars(scene)
    title = Layout.title(scene.title, size: scene.size, theme: theme, measurer: measurer)
  }

  /// The distance of everything from the edges of the image, in pixels.
  var padding: Double { Layout.padding(theme) }

  static func padding(_ theme: Theme) -> Double { 0.9 * theme.textSize }

  /// How far a tick label may stand out beyond the sides of its panel, in pixels.
  private var overhang: Double { 1.3 * theme.textSize }

  /// The panels with as much detail as there is room for; nil where a reserve leaves too little of them.
  func panels(reserving reserve: Reserve = Reserve()) -> [PlacedPanel]? {
    let levels = Detail.levels(titled: scene.panels.contains { !$0.title.isEmpty })
    guard reserve == Reserve() else {
      // A legend costs no detail that there is room for without it.
      let detail = levels.first { panels($0, Reserve(), isForced: false) != nil }
      guard let detail, detail.title, detail.axisNames else { return nil }
      return panels(detail, reserve, isForced: false)
    }
    for detail in levels {
      if let panels = panels(detail, reserve, isForced: detail == levels.last) { return panels }
    }
    return nil
  }

  private func panels(_ detail: Detail, _ reserve: Reserve, isForced: Bool) -> [PlacedPanel]? {
    var margins = margins(detail, reserve)
    // Widths depend on labels and titles, which depend on heights alone; only titles on several lines cost height.
    var grid = PanelGrid(
      arrangement: scene.arrangement, margins: margins, size: scene.size, theme: theme)
    widen(&margins, for: yAxes(on: grid).ticks, detail)
    grid = gathered(margins).grid
    var titles = titles(over: grid, margins)
    let header = margins.header
    // Higher titles make lower panels, and so narrower ones where units are equal: titles are broken again.
    for _ in 0..<(scene.hasOneFrame && detail.axisNames ? 2 : 0) {
      var higher = margins
      higher.header = header + (titles.map(\.span).max() ?? 0)
      titles = self.titles(over: gathered(higher).grid, margins)
    }
    if detail.axisNames { margins.header = header + (titles.map(\.span).max() ?? 0) }
    (grid, margins) = gathered(margins)
    let isRoomy =
      grid.panelSize.height >= 3.5 * theme.textSize && grid.panelSize.width >= 5 * theme.textSize
    guard isRoomy || isForced else { return nil }
    return place(grid, margins, titles: titles, detail: detail)
  }

  /// The titles of panels in the width of a grid's.
  private func titles(over grid: PanelGrid, _ margins: PanelGrid.Margins) -> [TextBlock] {
    // Where a row has one y-axis a title may reach over the gap to the next panel, but not to a bar's name.
    let mayReachOver = scene.sharesRows && colorBars.bars.isEmpty
    let width = grid.panelSize.width + (mayReachOver ? margins.innerGutter : 0)
    return scene.panels.map {
      PlacedPanel.title($0.title, width: width, theme: theme, measurer: measurer)
    }
  }

  /// The y-axes of all panels, the panels standing on a grid.
  private func yAxes(on grid: PanelGrid) -> (scales: [Scale], ticks: [AxisTicks]) {
    let scales = scene.panels.enumerated().map { index, panel in
      let rect = frame(of: index, in: grid)
      return Scale(panel.y, start: rect.maxY, end: rect.minY)
    }
    return (scales, zip(scene.panels, scales).map { ticks(beside: $0, $1) })
  }

  /// Makes room for the labels of y-axes.
  private func widen(_ margins: inout PanelGrid.Margins, for ticks: [AxisTicks], _ detail: Detail) {
    guard detail.tickLabels else { return }
    let widest = ticks.reduce(0) { max($0, $1.labelWidth) }
    let names = scene.panels.filter { !$0.title.isEmpty }.map { panel in
      TextLine(panel.y.name, style: theme.style(theme.text), measurer: measurer).width
    }
    // Beside a title the name of an axis stands over its labels, if it is short.
    let name = names.filter { $0 <= 4 * theme.textSize }.max() ?? 0
    // A field's stands beside them.
    let labels =
      scene.panels.contains { $0.field != nil } && name > 0
      ? widest + PlacedPanel.nameGap * theme.textSize + name : max(widest, name)
    margins.gutter =
      (padding * 0.8 + labels + PlacedPanel.labelGap * theme.textSize).rounded(.up)
    // Between panels without labels the ends of two x-axes still have their place.
    margins.innerGutter = scene.sharesRows ? 1.6 * theme.textSize : margins.gutter
  }

  private func place(
    _ grid: PanelGrid, _ margins: PanelGrid.Margins, titles: [TextBlock], detail: Detail
  ) -> [PlacedPanel] {
    let (yScales, yTicks) = yAxes(on: grid)
    var placed: [PlacedPanel] = []
    for (index, var panel) in scene.panels.enumerated() {
      let rect = frame(of: index, in: grid)
      let x = Scale(panel.x, start: rect.minX, end: rect.maxX)
      // With equal units the width decides about the height.
      let y =
        panel.hasEqualUnits ? Scale(panel.y, start: rect.maxY, end: rect.minY) : yScales[index]
      let above = index - scene.arrangement.columns
      let xTicks =
        above >= 0 && scene.panels[above].x == panel.x && !panel.hasEqualUnits
        ? placed[above].xTicks
        : AxisTicks.horizontal(x, at: panel.x.ticks, theme: theme, measurer: measurer)
      let ticks = panel.hasEqualUnits ? ticks(beside: panel, y) : yTicks[index]
      let labelsY = scene.labelsY(beside: index)
      if !labelsY || isRepeated(index) { panel.y.name = "" }
      let isFirst = index.isMultiple(of: scene.arrangement.columns)
      placed.append(
        PlacedPanel(
          content: panel, rect: rect, xTicks: xTicks,
          yTicks: labelsY ? ticks : ticks.bare,
          shapes: PanelShapes(
            panel, x: x, y: y, in: rect, theme: theme, measurer: measurer),
          labelsX: scene.labelsX(under: index), labelsY: labelsY, overhang: overhang,
          title: titles[index],
          gutter: isFirst ? margins.gutter - 0.4 * padding : margins.innerGutter, detail: detail,
          theme: theme))
    }
    return placed
  }

  private func ticks(beside panel: Scene.Panel, _ scale: Scale) -> AxisTicks {
    AxisTicks.vertical(scale, at: panel.y.ticks, theme: theme, measurer: measurer)
  }

  /// Whether the y-axis of a titled panel bears the name of the one before or above it, which says it for all.
  private func isRepeated(_ index: Int) -> Bool {
    let columns = scene.arrangement.columns
    let neighbours = [index.isMultiple(of: columns) ? -1 : index - 1, index - columns]
    let panel = scene.panels[index]
    return !panel.title.isEmpty
      && neighbours.contains { $0 >= 0 && scene.panels[$0].y.name == panel.y.name }
  }

  /// The height of what stands below a labelled panel: tick labels, and the name of the x-axis.
  func footer(_ detail: Detail) -> Double {
    guard detail.tickLabels else { return 0 }
    let labels = (PlacedPanel.tickLength + PlacedPanel.belowGap + Theme.capHeight) * theme.textSize
    guard detail.axisNames else { return labels }
    let growth = TextLine.growth(
      Array(Set(scene.panels.map(\.x.name))), style: theme.style(theme.text), measurer: measurer)
    return labels + (Theme.capHeight + 0.65) * theme.textSize + growth.rise + growth.drop
  }

  private func margins(_ detail: Detail, _ reserve: Reserve) -> PanelGrid.Margins {
    let em = theme.textSize
    let hasTitle = detail.title && !scene.title.isEmpty
    var margins = PanelGrid.Margins()
    margins.side = reserve.side
    margins.foot = reserve.foot
    margins.right = reserve.right + max(padding, detail.tickLabels ? overhang : 0)
    margins.top = hasTitle ? titleHeight : padding * 0.7
    margins.rowGap = detail.tickLabels ? 0.9 * em : 0.4 * em
    margins.columnGap = 0.9 * em
    margins.bottom = reserve.bottom + padding
    if !detail.tickLabels {
      // Without labels the gaps may shrink until any number of panels finds its place.
      let column = scene.size.width / Double(scene.arrangement.columns)
      let row = scene.size.height / Double(scene.arrangement.rows)
      margins.gutter = min(padding, 0.2 * column)
      margins.innerGutter = margins.gutter
      margins.columnGap = min(0.9 * em, 0.2 * column)
      margins.rowGap = min(0.4 * em, 0.2 * row)
    }
    if detail.axisNames {
      let header = PlacedPanel.headerGrowth(scene.panels, theme, measurer)
      margins.header = (PlacedPanel.stripGap + 0.8) * em + header.rise + header.drop
    }
    let footer = footer(detail)
    margins.bottom += footer
    let isCrowded = scene.panels.indices.contains {
      scene.plot(below: $0) != nil && scene.labelsX(under: $0)
    }
    if isCrowded { margins.rowGap += footer }
    if detail.tickLabels, detail.axisNames { addColorBars(to: &margins) }
    return margins
  }
}
