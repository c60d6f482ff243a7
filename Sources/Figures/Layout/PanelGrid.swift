/// Where the panels stand: rows and columns of equal panels whose edges share their pixels.
struct PanelGrid {
  /// The room around and between panels, in pixels.
  struct Margins {
    /// Between the image's left edge and the first panel: y labels.
    var gutter = 0.0
    /// The same from one panel to the next: less where only the first of a row bears y labels.
    var innerGutter = 0.0
    /// At the right of each panel: names of its curves, or a legend of its own.
    var side = 0.0
    /// Between the last panel and the image's right edge.
    var right = 0.0
    /// Above the first row's header.
    var top = 0.0
    /// Above each panel: its y-axis name.
    var header = 0.0
    /// Below each panel, and below its x labels where it has them: a legend of its own.
    var foot = 0.0
    /// Below the last row: x labels and the x-axis name.
    var bottom = 0.0
    /// Between the rows, beside the header.
    var rowGap = 0.0
    /// Between one panel and the next one's gutter.
    var columnGap = 0.0
  }

  /// How many panels.
  let arrangement: Scene.Arrangement
  /// The width and height of every panel in whole pixels.
  let panelSize: (width: Double, height: Double)
  private let margins: Margins
  private let bleed: Double

  /// Divides an image among panels; `theme` says where lines are crisp.
  init(arrangement: Scene.Arrangement, margins: Margins, size: Size, theme: Theme) {
    self.arrangement = arrangement
    self.margins = margins
    let columns = Double(arrangement.columns)
    let rows = Double(arrangement.rows)
    let width =
      Double(size.width) - margins.right - margins.gutter - columns * margins.side
      - (columns - 1) * (margins.innerGutter + margins.columnGap)
    let height =
      Double(size.height) - margins.top - margins.bottom - rows * (margins.header + margins.foot)
      - (rows - 1) * margins.rowGap
    panelSize = (
      max(1, (width / columns).rounded(.down)), max(1, (height / rows).rounded(.down))
    )
    bleed = theme.crisp(0)
  }

  /// The rectangle of the panel with this index, counted row by row; its edges are crisp.
  func panel(_ index: Int) -> Rect {
    let column = Double(index % arrangement.columns)
    let row = Double(index / arrangement.columns)
    let left =
      (margins.gutter + column
      * (panelSize.width + margins.side + margins.innerGutter + margins.columnGap))
      .rounded(.down) + bleed
    let top =
      (margins.top + margins.header + row
      * (panelSize.height + margins.foot + margins.header + margins.rowGap))
      .rounded(.down) + bleed
    return Rect(
      minX: left, minY: top, maxX: left + panelSize.width - 1, maxY: top + panelSize.height - 1)
  }
}
