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
  /// each or below it; else where it covers the least.
  func plan(_ panels: [PlacedPanel]) -> LegendPlan {
    switch layout.scene.legendPlace {
    case .automatic, .none: return automatic(panels)
    case .right: return layout.legendScales.lazy.compactMap(beside).first ?? automatic(panels)
    case .below: return layout.legendScales.lazy.compactMap(below).first ?? automatic(panels)
    case .inside:
      return layout.legendScales.lazy.compactMap { free(panels, $0) }.first ?? covering(panels)
    case .topLeft, .top, .topRight, .bottomLeft, .bottom, .bottomRight: return covering(panels)
    }
  }

  private func automatic(_ panels: [PlacedPanel]) -> LegendPlan {
    for scale in layout.legendScales {
      if let plan = free(panels, scale) { return plan }
    }
    for scale in layout.legendScales {
      if let plan = beside(scale) ?? below(scale) { return plan }
    }
    return covering(panels)
  }

  /// In each panel where it covers the least.
  private func covering(_ panels: [PlacedPanel]) -> LegendPlan {
    let isChosen = layout.scene.legendPlace.corner != nil
    let scale = (isChosen ? layout.legendScales.first : layout.legendScales.last) ?? 1
    let placements = zip(panels, entries).compactMap { panel, entries in
      place(entries, in: panel, tolerance: .infinity, cut: false, scale)
        ?? place(entries, in: panel, tolerance: .infinity, cut: true, scale)
    }
    return LegendPlan(panels: panels, inside: placements)
  }

  private func place(
    _ entries: [LegendEntry], in panel: PlacedPanel, tolerance: Double, cut: Bool, _ scale: Double
  ) -> LegendPlacement? {
    layout.legendInside(
      [panel], entries, tolerance: tolerance, cut: cut, scale: scale, share: 0.9)
  }

  /// A legend in every panel that covers nothing; nil where one finds no such place.
  private func free(_ panels: [PlacedPanel], _ scale: Double) -> LegendPlan? {
    var placements: [LegendPlacement] = []
    for (panel, entries) in zip(panels, entries) where !entries.isEmpty {
      guard
        let placement = place(
          entries, in: panel, tolerance: layout.legendTolerance, cut: false, scale)
      else { return nil }
      placements.append(placement)
    }
    return LegendPlan(panels: panels, inside: placements)
  }

  /// A legend at the right of every panel, all in one width.
  private func beside(_ scale: Double) -> LegendPlan? {
    // Names at the curves' ends stand there already.
    guard reserve.side == 0 else { return nil }
    let share =
      OwnLegends.largestShare * layout.scene.size.width
      / Double(layout.scene.arrangement.columns)
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

  /// A legend below every panel, all in one height.
  private func below(_ scale: Double) -> LegendPlan? {
    // Panels of text lend their upper margin to the x-axis above them.
    guard layout.scene.panels.allSatisfy(\.isPlot),
      let width = layout.panels(reserving: reserve)?.first?.rect.width
    else { return nil }
    let most =
      OwnLegends.largestShare * layout.scene.size.height / Double(layout.scene.arrangement.rows)
    let boxes = entries.map {
      layout.legendBoxes($0, maxWidth: width, cut: false, scale: scale).last
    }
    guard zip(boxes, entries).allSatisfy({ $0 != nil || $1.isEmpty }) else { return nil }
    var reserve = reserve
    reserve.foot = boxes.reduce(0) { max($0, $1?.height ?? 0) }
    guard reserve.foot <= most, let panels = layout.panels(reserving: reserve) else { return nil }
    var below: [(box: LegendBox, rect: Rect)] = []
    for case (let panel, let box?) in zip(panels, boxes) {
      let top = panel.rect.maxY + (panel.labelsX ? layout.footer(panel.detail) : 0)
      below.append((box, box.rect(at: Point(x: panel.rect.minX, y: top))))
    }
    return LegendPlan(panels: panels, beside: below)
  }
}
