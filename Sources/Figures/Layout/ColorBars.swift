/// Where the colour bars of a scene stand: beside each panel, or one for all panels of a row or column whose scales
/// are equal.
struct ColorBars {
  /// What bars stand beside.
  enum Place {
    /// Each panel, at its right.
    case panels
    /// The last panel of each row, at its right.
    case rows
    /// The last panel of each column, below it.
    case columns
    /// All panels, at their right.
    case all
  }

  /// A bar of a field, beside some panels.
  struct Bar {
    let field: Figure.Field
    /// The panels that it is for, by their indices, rising.
    let panels: [Int]
  }

  /// Where they stand.
  let place: Place
  /// The bars, none for lines alone, which say their values themselves.
  let bars: [Bar]

  /// Chooses the place at which there are fewest bars.
  init(_ scene: Scene) {
    let columns = scene.arrangement.columns
    let coloured = scene.panels.indices.filter { scene.panels[$0].field?.grid != nil }
    func bars(_ group: (Int) -> Int) -> [Bar]? {
      var bars: [Int: Bar] = [:]
      for index in coloured {
        guard let field = scene.panels[index].field else { continue }
        let bar = bars[group(index)]
        if let bar, bar.field.scale != field.scale || bar.field.name != field.name { return nil }
        bars[group(index)] = Bar(field: field, panels: (bar?.panels ?? []) + [index])
      }
      return bars.sorted { $0.key < $1.key }.map(\.value)
    }
    // Below a panel of its own a bar would take height that one beside it does not.
    let all: [(Place, (Int) -> Int)] = [
      (.all, { _ in 0 }), (.rows, { $0 / columns }), (.columns, { $0 % columns }),
    ]
    let places = all.filter { $0.0 != .columns || scene.arrangement.rows > 1 }
    let found = places.lazy.compactMap { place, group in bars(group).map { (place, $0) } }.first
    (place, self.bars) = found ?? (.panels, bars { $0 } ?? [])
  }
}

extension Layout {
  /// Adds the room of the colour bars.
  func addColorBars(to margins: inout PanelGrid.Margins) {
    let breadth = colorBars.bars.map { shape($0).breadth }.max() ?? 0
    switch colorBars.place {
    case .panels: margins.side += breadth
    case .rows, .all: margins.right += breadth
    case .columns: margins.bottom += breadth
    }
  }

  /// The drawing commands of the colour bars beside placed panels.
  func colorBarCommands(_ panels: [PlacedPanel]) -> [DrawCommand] {
    guard let detail = panels.first?.detail, detail.tickLabels, detail.axisNames else { return [] }
    return colorBars.bars.flatMap { bar -> [DrawCommand] in
      let columns = scene.arrangement.columns
      let rects = bar.panels.map { panels[$0].rect }
      switch colorBars.place {
      case .panels, .all:
        return shape(bar).commands(in: ColorBarShape.rect(rightOf: rects, em: theme.textSize))
      case .rows:
        // A row may end in a panel without colours.
        let row = (bar.panels[0] / columns * columns..<panels.count).prefix(columns)
        var rect = ColorBarShape.rect(
          rightOf: row.map { panels[$0].rect }, em: theme.textSize)
        (rect.minY, rect.maxY) = (rects[0].minY, rects[0].maxY)
        return shape(bar).commands(in: rect)
      case .columns:
        return shape(bar).commands(
          in: ColorBarShape.rect(below: rects, footer: footer(detail), em: theme.textSize))
      }
    }
  }

  private func shape(_ bar: ColorBars.Bar) -> ColorBarShape {
    ColorBarShape(
      bar.field, colorBars.place == .columns ? .rightward : .upward, theme: theme,
      measurer: measurer)
  }
}
