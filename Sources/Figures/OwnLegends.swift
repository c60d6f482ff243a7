/// A legend a panel, where the same line means different things in two of them.
struct OwnLegends {
  private let entries: [[LegendEntry]]
  private let layout: Layout
  private let reserve: Layout.Reserve

  /// The part of a panel's share of the image that a legend beside it may take.
  private static let largestShare = 0.42

  /// Legends of these entries, a panel each; `reserve` is what the panels leave free anyway.
  init(_ entries: [[LegendEntry]], layout: Layout, reserve: Layout.Reserve) {
    self.entries = entries
    self.layout = layout
    self.reserve = reserve
  }

  /// In each panel where it covers nothing, in smaller text where it must be; else at the right of
  /// each; else where it covers the least.
  func plan(_ panels: [Panel]) -> LegendPlan {
    for scale in layout.legendScales {
      if let plan = inside(panels, tolerance: layout.legendTolerance, cut: false, scale) {
        return plan
      }
    }
    for scale in layout.legendScales {
      if let plan = beside(scale) { return plan }
    }
    return inside(panels, tolerance: .infinity, cut: true, layout.legendScales.last ?? 1)
      ?? LegendPlan(panels: panels)
  }

  /// A legend in every panel; nil where one finds no place, unless any place will do.
  private func inside(
    _ panels: [Panel], tolerance: Double, cut: Bool, _ scale: Double
  ) -> LegendPlan? {
    var placements: [LegendPlacement] = []
    for (panel, entries) in zip(panels, entries) where !entries.isEmpty {
      if let placement = layout.legendInside(
        [panel], entries, tolerance: tolerance, cut: cut, scale: scale)
      {
        placements.append(placement)
      } else if tolerance.isFinite {
        return nil
      }
    }
    return LegendPlan(panels: panels, inside: placements)
  }

  /// A legend at the right of every panel, all in one width.
  private func beside(_ scale: Double) -> LegendPlan? {
    // Names at the curves' ends stand there already.
    guard reserve.side == 0 else { return nil }
    let share =
      OwnLegends.largestShare * Double(layout.figure.size.width) / Double(layout.shape.columns)
    let boxes = entries.map {
      layout.legendBoxes($0, maxWidth: share, cut: false, scale: scale).first
    }
    guard zip(boxes, entries).allSatisfy({ $0 != nil || $1.isEmpty }) else { return nil }
    var reserve = reserve
    reserve.side = boxes.reduce(0) { max($0, $1?.width ?? 0) }
    guard let panels = layout.panels(reserving: reserve) else { return nil }
    var beside: [(box: LegendBox, rect: Rect)] = []
    for case (let panel, let box?) in zip(panels, boxes) {
      guard box.height <= panel.rect.height + layout.theme.textSize else { return nil }
      let top = panel.rect.minY - 0.3 * layout.theme.textSize
      beside.append((box, box.rect(at: Point(x: panel.rect.maxX + 1, y: top))))
    }
    return LegendPlan(panels: panels, beside: beside)
  }
}
