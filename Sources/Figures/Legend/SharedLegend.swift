/// One legend for all panels.
struct SharedLegend {
  private let entries: [LegendEntry]
  private let layout: Layout
  private let reserve: Layout.Reserve

  /// The part of the image that a legend beside the panels may take in its direction.
  private static let largestShare = 0.38

  /// A legend of these entries; `reserve` is what the panels leave free anyway.
  init(_ entries: [LegendEntry], layout: Layout, reserve: Layout.Reserve) {
    self.entries = entries
    self.layout = layout
    self.reserve = reserve
  }

  /// Inside one of the candidates where it covers nothing, else beside all panels, else inside all the same.
  func plan(_ panels: [PlacedPanel], candidates: [PlacedPanel]) -> LegendPlan {
    switch layout.scene.legendPlace {
    case .automatic, .none: break
    case .right:
      if let plan = first({ atRight(cut: $0, $1) }) { return plan }
    case .below:
      if let plan = first({ below(cut: $0, $1) }) { return plan }
    case .inside, .topLeft, .top, .topRight, .bottomLeft, .bottom, .bottomRight:
      let isChosen = layout.scene.legendPlace != .inside
      if let placement = inside(isChosen ? Array(candidates.prefix(1)) : candidates) {
        return LegendPlan(panels: panels, inside: [placement])
      }
    }
    if let inside = layout.legendInside(
      candidates, entries, tolerance: layout.legendTolerance, cut: false)
    {
      return LegendPlan(panels: panels, inside: [inside])
    }
    if let beside { return beside }
    let inside = layout.legendInside(
      candidates, entries, tolerance: .infinity, cut: true,
      scale: layout.legendScales.last ?? 1)
    return LegendPlan(panels: panels, inside: [inside].compactMap(\.self))
  }

  /// A legend beside the panels: at their right or below them with whole names, smaller where they must
  /// be, else the other way round with cut ones, as there is more width below.
  private var beside: LegendPlan? {
    for scale in layout.legendScales {
      if let plan = atRight(cut: false, scale) ?? below(cut: false, scale) { return plan }
    }
    for scale in layout.legendScales {
      if let plan = below(cut: true, scale) ?? atRight(cut: true, scale) { return plan }
    }
    return nil
  }

  /// The first that there is room for: whole names before cut ones, large before small.
  private func first(_ plan: (_ cut: Bool, _ scale: Double) -> LegendPlan?) -> LegendPlan? {
    for cut in [false, true] {
      for scale in layout.legendScales {
        if let plan = plan(cut, scale) { return plan }
      }
    }
    return nil
  }

  /// A legend in one of the panels, whatever it covers.
  private func inside(_ panels: [PlacedPanel]) -> LegendPlacement? {
    for cut in [false, true] {
      for scale in layout.legendScales {
        if let placement = layout.legendInside(
          panels, entries, tolerance: .infinity, cut: cut, scale: scale)
        {
          return placement
        }
      }
    }
    return nil
  }

  private func atRight(cut: Bool, _ scale: Double) -> LegendPlan? {
    let width = layout.scene.size.width
    let height = layout.scene.size.height - 5 * layout.padding
    let candidates = layout.legendBoxes(
      entries, maxWidth: SharedLegend.largestShare * width, cut: cut, scale: scale)
    var reserve = reserve
    guard let box = candidates.first(where: { $0.height <= height }) else { return nil }
    reserve.right = box.width + 0.3 * layout.padding
    guard let panels = layout.panels(reserving: reserve), let first = panels.first else {
      return nil
    }
    let corner = Point(
      x: width - box.width - 0.5 * layout.padding, y: first.rect.minY - 0.4 * layout.padding)
    return LegendPlan(panels: panels, beside: [(box, box.rect(at: corner))])
  }

  private func below(cut: Bool, _ scale: Double) -> LegendPlan? {
    let width = layout.scene.size.width
    let height = layout.scene.size.height
    let candidates = layout.legendBoxes(
      entries, maxWidth: width - 2 * layout.padding, cut: cut, scale: scale)
    var reserve = reserve
    let isLow = { (box: LegendBox) in box.height <= SharedLegend.largestShare * height }
    // In as few rows as whole names allow.
    guard let box = cut ? candidates.first(where: isLow) : candidates.last(where: isLow)
    else { return nil }
    reserve.bottom = box.height - 0.3 * layout.padding
    guard let panels = layout.panels(reserving: reserve) else { return nil }
    let corner = Point(
      x: max(layout.padding / 2, (width - box.width) / 2),
      y: height - box.height - layout.padding / 3)
    return LegendPlan(panels: panels, beside: [(box, box.rect(at: corner))])
  }
}
