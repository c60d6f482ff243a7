/// Divides the image among title, panels and legend, and places the curves on the panels.
struct Layout {
  /// Room kept free for a legend outside the panels, in pixels.
  struct Reserve {
    /// At the right.
    var right = 0.0
    /// At the bottom.
    var bottom = 0.0
  }

  /// What is shown.
  let figure: Figure
  /// Colours, and sizes for this image.
  let theme: Theme
  /// Knows the widths of texts.
  let measurer: any TextMeasurer
  /// Rows and columns.
  let shape: Grid.Shape

  private let yDomains: [ClosedRange<Double>]

  /// Prepares the layout of a figure.
  init(_ figure: Figure, theme: Theme, measurer: any TextMeasurer) {
    self.figure = figure
    self.measurer = measurer
    shape = Grid.Shape(panels: figure.panels.count, columns: figure.columns, size: figure.size)
    var theme = theme.scaled(to: figure.size)
    // Many panels make small ones, which want smaller text.
    let crowd = max(shape.columns * 2, shape.rows) - 2
    if crowd > 0 { theme.textSize = max(10, theme.textSize * max(0.7, 1 - 0.06 * Double(crowd))) }
    self.theme = theme
    let fitted = figure.panels.map {
      ValueDomain.holding($0.curves, over: figure.xDomain, scale: $0.yScale)
    }
    let low = fitted.map(\.lowerBound).min() ?? 0
    let high = fitted.map(\.upperBound).max() ?? 0
    yDomains = figure.sharesYDomain ? fitted.map { _ in low...high } : fitted
  }

  /// The distance of everything from the edges of the image, in pixels.
  var padding: Double { 0.9 * theme.textSize }

  /// How far a tick label may stand out beyond the sides of its panel, in pixels.
  var overhang: Double { 1.3 * theme.textSize }

  /// The panels with as much detail as there is room for; nil where a reserve leaves too little of them.
  func panels(reserving reserve: Reserve = Reserve()) -> [Panel]? {
    let isReserved = reserve.right > 0 || reserve.bottom > 0
    for detail in isReserved ? [Detail()] : Detail.levels {
      let isLast = detail == Detail.levels.last
      if let panels = panels(detail, reserve, isForced: isLast) { return panels }
    }
    return nil
  }

  private func panels(_ detail: Detail, _ reserve: Reserve, isForced: Bool) -> [Panel]? {
    var margins = margins(detail, reserve)
    // Heights do not depend on the labels' widths, so the y-axes can be laid out first.
    let columnsUnknown = Grid(shape: shape, margins: margins, size: figure.size, theme: theme)
    let yScales = figure.panels.indices.map { index in
      let rect = columnsUnknown.panel(index)
      return Scale(
        domain: yDomains[index], start: rect.maxY, end: rect.minY,
        kind: figure.panels[index].yScale)
    }
    let yAxes = yScales.map { Axis.vertical($0, theme: theme, measurer: measurer) }
    if detail.tickLabels {
      let widest = yAxes.reduce(0) { max($0, $1.labelWidth) }
      margins.gutter =
        (padding * 0.8 + widest + (Panel.tickLength + Panel.labelGap) * theme.textSize)
        .rounded(.up)
    }
    let grid = Grid(shape: shape, margins: margins, size: figure.size, theme: theme)
    let isRoomy =
      grid.panelSize.height >= 3.5 * theme.textSize && grid.panelSize.width >= 5 * theme.textSize
    guard isRoomy || isForced else { return nil }
    return place(grid, yScales: yScales, yAxes: yAxes, detail: detail)
  }

  private func place(_ grid: Grid, yScales: [Scale], yAxes: [Axis], detail: Detail) -> [Panel] {
    let xScales = (0..<shape.columns).map { column in
      let rect = grid.panel(column)
      return Scale(
        domain: figure.xDomain, start: rect.minX, end: rect.maxX, kind: figure.xScale)
    }
    let xAxes = xScales.map { Axis.horizontal($0, theme: theme, measurer: measurer) }
    let plotted = figure.panels.count { $0.notes.isEmpty }
    return figure.panels.enumerated().map { index, content in
      let column = index % shape.columns
      let rect = grid.panel(index)
      return Panel(
        content: content, rect: rect, xAxis: xAxes[column], yAxis: yAxes[index],
        marks: content.curves.enumerated().map { place, curve in
          CurveMark(
            curve, x: xScales[column], y: yScales[index], in: rect,
            stroke: theme.curveStroke(curve.styleIndex ?? place))
        },
        isLowest: grid.isLowest(index, of: plotted), detail: detail, theme: theme)
    }
  }

  private func margins(_ detail: Detail, _ reserve: Reserve) -> Grid.Margins {
    let em = theme.textSize
    let hasTitle = detail.title && !figure.title.isEmpty
    var margins = Grid.Margins()
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
      margins.columnGap = min(0.9 * em, 0.2 * column)
      margins.rowGap = min(0.4 * em, 0.2 * row)
    } else {
      margins.bottom += (Panel.tickLength + Panel.belowGap + Theme.capHeight) * em
    }
    if detail.axisNames {
      let header = Panel.headerGrowth(figure.panels, theme, measurer)
      margins.header = 1.25 * em + header.rise + header.drop
      let footer = TextLine.growth(
        [figure.xLabel], style: theme.style(theme.text), measurer: measurer)
      margins.bottom += (Theme.capHeight + 0.65) * em + footer.rise + footer.drop
    }
    return margins
  }
}
