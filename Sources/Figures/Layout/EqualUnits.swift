extension Layout {
  /// Where a panel's frame stands in a grid: in all of its room, or in as much as equal units take.
  ///
  /// Panels of one x-domain are equally wide, so that their x-axes stand in line. What is left over lies at both
  /// sides, or below, so that a panel stays under its title.
  func frame(of index: Int, in grid: PanelGrid) -> Rect {
    let (panel, room) = (scene.panels[index], grid.panel(index))
    guard panel.hasEqualUnits, let shape = panel.shape else { return room }
    let shapes = scene.panels.filter {
      $0.hasEqualUnits && $0.x.domain == panel.x.domain
    }.compactMap(\.shape)
    let narrowest = shapes.min() ?? shape
    let width = min(room.width, room.height * narrowest).rounded()
    let height = min(room.height, width / shape).rounded()
    let left = room.minX + ((room.width - width) / 2).rounded(.down)
    return Rect(minX: left, minY: room.minY, maxX: left + width, maxY: room.minY + height)
  }

  /// The grid of margins; where all frames are one shape they stand side by side, and what they leave over lies around all
  /// of them, in the margins that come with it.
  func gathered(_ margins: PanelGrid.Margins) -> (grid: PanelGrid, margins: PanelGrid.Margins) {
    func grid(_ margins: PanelGrid.Margins) -> PanelGrid {
      PanelGrid(arrangement: scene.arrangement, margins: margins, size: scene.size, theme: theme)
    }
    let loose = grid(margins)
    guard scene.hasOneFrame, !scene.panels.isEmpty else { return (loose, margins) }
    let (room, frame) = (loose.panel(0), frame(of: 0, in: loose))
    let across = (room.width - frame.width) * Double(scene.arrangement.columns)
    let down = (room.height - frame.height) * Double(scene.arrangement.rows)
    var margins = margins
    margins.gutter += (across / 2).rounded(.down)
    margins.right += (across / 2).rounded(.down)
    // Titles above show which panel is whose; a little more room between the rows does no harm.
    let gaps = Double(scene.arrangement.rows - 1)
    let gap = gaps > 0 ? min(theme.textSize, down / (gaps + 1)).rounded(.down) : 0
    margins.rowGap += gap
    margins.bottom += down - gap * gaps
    return (grid(margins), margins)
  }
}
