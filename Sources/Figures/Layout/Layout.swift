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

  /// Prepares the layout of a scene.
  init(_ scene: Scene, theme: Theme, measurer: any TextMeasurer) {
    self.scene = scene
    self.measurer = measurer
    var theme = theme.scaled(to: scene.size)
    // Many panels make small ones, which want smaller text.
    let crowd = max(scene.arrangement.columns * 2, scene.arrangement.rows) - 2
    if crowd > 0 {
      let row = scene.size.height / Double(scene.arrangement.rows)
      theme.textSize = max(10, min(theme.textSize * max(0.7, 1 - 0.06 * Double(crowd)), row / 6))
    }
    self.theme = theme
  }

  /// The distance of everything from the edges of the image, in pixels.
  var padding: Double { 0.9 * theme.textSize }

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
    // Heights do not depend on the labels' widths, so the y-axes can be laid out first.
    let columnsUnknown = PanelGrid(
      arrangement: scene.arrangement, margins: margins, size: scene.size, theme: theme)
    let yScales = scene.panels.enumerated().map { index, panel in
      let rect = columnsUnknown.panel(index)
      return Scale(panel.y, start: rect.maxY, end: rect.minY)
    }
    let yTicks = yScales.map { AxisTicks.vertical($0, theme: theme, measurer: measurer) }
    if detail.tickLabels {
      let widest = yTicks.reduce(0) { max($0, $1.labelWidth) }
      margins.gutter =
        (padding * 0.8 + widest + (PlacedPanel.tickLength + PlacedPanel.labelGap) * theme.textSize)
        .rounded(.up)
      // Between panels without labels the ends of two x-axes still have their place.
      margins.innerGutter = scene.sharesRows ? 2 * theme.textSize : margins.gutter
    }
    let grid = PanelGrid(
      arrangement: scene.arrangement, margins: margins, size: scene.size, theme: theme)
    let isRoomy =
      grid.panelSize.height >= 3.5 * theme.textSize && grid.panelSize.width >= 5 * theme.textSize
    guard isRoomy || isForced else { return nil }
    return place(grid, yScales: yScales, yTicks: yTicks, detail: detail)
  }

  private func place(_ grid: PanelGrid, yScales: [Scale], yTicks: [AxisTicks], detail: Detail)
    -> [PlacedPanel]
  {
    var placed: [PlacedPanel] = []
    for (index, var panel) in scene.panels.enumerated() {
      let rect = grid.panel(index)
      let x = Scale(panel.x, start: rect.minX, end: rect.maxX)
      let above = index - scene.arrangement.columns
      let xTicks =
        above >= 0 && scene.panels[above].x == panel.x
        ? placed[above].xTicks : AxisTicks.horizontal(x, theme: theme, measurer: measurer)
      let labelsY = scene.labelsY(beside: index)
      if !labelsY || isRepeated(index, width: rect.width) { panel.y.name = "" }
      placed.append(
        PlacedPanel(
          content: panel, rect: rect, xTicks: xTicks,
          yTicks: labelsY ? yTicks[index] : yTicks[index].bare,
          shapes: PanelShapes(panel, x: x, y: yScales[index], in: rect, theme: theme),
          labelsX: scene.labelsX(under: index), overhang: overhang, detail: detail, theme: theme))
    }
    return placed
  }

  /// Whether a y-axis bears the name of the one above it and leaves no room for the panel's title.
  private func isRepeated(_ index: Int, width: Double) -> Bool {
    let above = index - scene.arrangement.columns
    let panel = scene.panels[index]
    guard scene.sharesRows, above >= 0, !panel.title.isEmpty,
      scene.panels[above].y.name == panel.y.name
    else { return false }
    let style = theme.style(theme.text)
    let widths = [panel.title, panel.y.name].map {
      TextLine($0, style: style, measurer: measurer).width
    }
    return widths[0] + widths[1] + theme.textSize > width
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
    margins.top = hasTitle ? padding + 1.5 * theme.titleScale * em : padding * 0.7
    if hasTitle {
      let growth = TextLine.growth([scene.title], style: titleStyle, measurer: measurer)
      margins.top += growth.rise + growth.drop
    }
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
      margins.header = 1.25 * em + header.rise + header.drop
    }
    let footer = footer(detail)
    margins.bottom += footer
    let isCrowded = scene.panels.indices.contains {
      scene.plot(below: $0) != nil && scene.labelsX(under: $0)
    }
    if isCrowded { margins.rowGap += footer }
    return margins
  }
}
