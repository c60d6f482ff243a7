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
  let figure: Figure
  /// Colours, and sizes for this image.
  let theme: Theme
  /// Knows the widths of texts.
  let measurer: any TextMeasurer
  /// Rows and columns.
  let shape: PanelGrid.Shape
  /// What the panels' axes show.
  let domains: [PanelDomains]
  /// Whether the panels of a row have one y-axis, whose labels stand at the first of them alone.
  let sharesRows: Bool

  /// Prepares the layout of a figure.
  init(_ figure: Figure, theme: Theme, measurer: any TextMeasurer) {
    self.figure = figure
    self.measurer = measurer
    let shape = PanelGrid.Shape(
      panels: figure.panels.count, columns: figure.columns, size: figure.size)
    self.shape = shape
    var theme = theme.scaled(to: figure.size)
    // Many panels make small ones, which want smaller text.
    let crowd = max(shape.columns * 2, shape.rows) - 2
    if crowd > 0 {
      let row = Double(figure.size.height) / Double(shape.rows)
      theme.textSize = max(10, min(theme.textSize * max(0.7, 1 - 0.06 * Double(crowd)), row / 6))
    }
    self.theme = theme
    let domains = PanelDomains.all(of: figure)
    self.domains = domains
    sharesRows =
      figure.sharesYDomain && shape.columns > 1
      && figure.panels.indices.allSatisfy { index in
        let first = index - index % shape.columns
        return domains[index].sharesY(with: domains[first])
          && figure.panels[index].yLabel == figure.panels[first].yLabel
      }
  }

  /// The distance of everything from the edges of the image, in pixels.
  var padding: Double { 0.9 * theme.textSize }

  /// How far a tick label may stand out beyond the sides of its panel, in pixels.
  private var overhang: Double { 1.3 * theme.textSize }

  /// Whether the x-axis is labelled under a panel: below it is none, or one with another x-axis.
  private func isLabelled(_ index: Int) -> Bool { !hasPlotBelow(index) || isCrowded(index) }

  /// Whether a panel's x-axis takes room between it and another panel of curves.
  private func isCrowded(_ index: Int) -> Bool {
    hasPlotBelow(index) && !domains[index].sharesX(with: domains[index + shape.columns])
  }

  private func hasPlotBelow(_ index: Int) -> Bool {
    let below = index + shape.columns
    return below < figure.panels.count && figure.panels[below].notes.isEmpty
  }

  /// The panels with as much detail as there is room for; nil where a reserve leaves too little of them.
  func panels(reserving reserve: Reserve = Reserve()) -> [Panel]? {
    let levels = Detail.levels(titled: figure.panels.contains { !($0.title ?? "").isEmpty })
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

  private func panels(_ detail: Detail, _ reserve: Reserve, isForced: Bool) -> [Panel]? {
    var margins = margins(detail, reserve)
    // Heights do not depend on the labels' widths, so the y-axes can be laid out first.
    let columnsUnknown = PanelGrid(shape: shape, margins: margins, size: figure.size, theme: theme)
    let yScales = domains.enumerated().map { index, domains in
      let rect = columnsUnknown.panel(index)
      return Scale(domain: domains.y, start: rect.maxY, end: rect.minY, kind: domains.yScale)
    }
    let yAxes = yScales.map { Axis.vertical($0, theme: theme, measurer: measurer) }
    if detail.tickLabels {
      let widest = yAxes.reduce(0) { max($0, $1.labelWidth) }
      margins.gutter =
        (padding * 0.8 + widest + (Panel.tickLength + Panel.labelGap) * theme.textSize)
        .rounded(.up)
      // Between panels without labels the ends of two x-axes still have their place.
      margins.innerGutter = sharesRows ? 2 * theme.textSize : margins.gutter
    }
    let grid = PanelGrid(shape: shape, margins: margins, size: figure.size, theme: theme)
    let isRoomy =
      grid.panelSize.height >= 3.5 * theme.textSize && grid.panelSize.width >= 5 * theme.textSize
    guard isRoomy || isForced else { return nil }
    return place(grid, yScales: yScales, yAxes: yAxes, detail: detail)
  }

  private func place(_ grid: PanelGrid, yScales: [Scale], yAxes: [Axis], detail: Detail) -> [Panel]
  {
    var placed: [Panel] = []
    for (index, var content) in figure.panels.enumerated() {
      let rect = grid.panel(index)
      let x = Scale(
        domain: domains[index].x, start: rect.minX, end: rect.maxX, kind: domains[index].xScale)
      let above = index - shape.columns
      let xAxis =
        above >= 0 && domains[above].sharesX(with: domains[index])
        ? placed[above].xAxis : Axis.horizontal(x, theme: theme, measurer: measurer)
      let isInner = sharesRows && !index.isMultiple(of: shape.columns)
      if isInner || isRepeated(index, width: rect.width) { content.yLabel = "" }
      placed.append(
        Panel(
          content: content, rect: rect, xAxis: xAxis,
          yAxis: isInner ? yAxes[index].bare : yAxes[index],
          plot: Plot(content, x: x, y: yScales[index], in: rect, theme: theme),
          isLabelled: isLabelled(index), overhang: overhang, detail: detail, theme: theme))
    }
    return placed
  }

  /// Whether a y-axis bears the name of the one above it and leaves no room for the panel's title.
  private func isRepeated(_ index: Int, width: Double) -> Bool {
    let above = index - shape.columns
    guard sharesRows, above >= 0, let title = figure.panels[index].title,
      figure.panels[above].yLabel == figure.panels[index].yLabel
    else { return false }
    let style = theme.style(theme.text)
    let widths = [title, figure.panels[index].yLabel].map {
      TextLine($0, style: style, measurer: measurer).width
    }
    return widths[0] + widths[1] + theme.textSize > width
  }

  /// The height of what stands below a labelled panel: tick labels, and the name of the x-axis.
  func footer(_ detail: Detail) -> Double {
    guard detail.tickLabels else { return 0 }
    let labels = (Panel.tickLength + Panel.belowGap + Theme.capHeight) * theme.textSize
    guard detail.axisNames else { return labels }
    let growth = TextLine.growth(
      [figure.xLabel], style: theme.style(theme.text), measurer: measurer)
    return labels + (Theme.capHeight + 0.65) * theme.textSize + growth.rise + growth.drop
  }

  private func margins(_ detail: Detail, _ reserve: Reserve) -> PanelGrid.Margins {
    let em = theme.textSize
    let hasTitle = detail.title && !figure.title.isEmpty
    var margins = PanelGrid.Margins()
    margins.side = reserve.side
    margins.foot = reserve.foot
    margins.right = reserve.right + max(padding, detail.tickLabels ? overhang : 0)
    margins.top = hasTitle ? padding + 1.5 * theme.titleScale * em : padding * 0.7
    if hasTitle {
      let growth = TextLine.growth([figure.title], style: titleStyle, measurer: measurer)
      margins.top += growth.rise + growth.drop
    }
    margins.rowGap = detail.tickLabels ? 0.9 * em : 0.4 * em
    margins.columnGap = 0.9 * em
    margins.bottom = reserve.bottom + padding
    if !detail.tickLabels {
      // Without labels the gaps may shrink until any number of panels finds its place.
      let column = Double(figure.size.width) / Double(shape.columns)
      let row = Double(figure.size.height) / Double(shape.rows)
      margins.gutter = min(padding, 0.2 * column)
      margins.innerGutter = margins.gutter
      margins.columnGap = min(0.9 * em, 0.2 * column)
      margins.rowGap = min(0.4 * em, 0.2 * row)
    }
    if detail.axisNames {
      let header = Panel.headerGrowth(figure.panels, theme, measurer)
      margins.header = 1.25 * em + header.rise + header.drop
    }
    let footer = footer(detail)
    margins.bottom += footer
    if figure.panels.indices.contains(where: isCrowded) { margins.rowGap += footer }
    return margins
  }
}
