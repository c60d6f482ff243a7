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
}
