/// Decides where the legend goes: where it covers no curve, and where there is no such place, beside the panels.
struct LegendPlan {
  /// The panels, smaller where the legend stands beside them.
  var panels: [Panel]
  /// The drawing commands of the legend, or of one legend a panel.
  var commands: [DrawCommand]

  /// The part of the image that a legend beside the panels may take in its direction.
  private static let largestShare = 0.38
  /// The part of a panel that a legend inside may take.
  private static let largestCover = 0.4

  /// Lays out the panels with their legend.
  init(_ layout: Layout) {
    panels = layout.panels() ?? []
    commands = []
    guard panels.first?.detail.axisNames == true else { return }
    let entries = layout.figure.panels.map(LegendEntry.entries)
    guard let shared = LegendEntry.shared(entries) else {
      commands = zip(panels, entries).flatMap { panel, entries in
        LegendPlan.inside([panel], entries, layout, tolerance: .infinity, cut: true) ?? []
      }
      return
    }
    guard !shared.isEmpty else { return }
    let complete = zip(panels, entries).filter { $0.1.count == shared.count }.map(\.0)
    let candidates = complete.isEmpty ? panels : complete
    let tolerance = layout.theme.textSize / 2
    if let inside = LegendPlan.inside(
      candidates, shared, layout, tolerance: tolerance, cut: false)
    {
      commands = inside
    } else if let beside = LegendPlan.beside(shared, layout) {
      self = beside
    } else {
      commands =
        LegendPlan.inside(candidates, shared, layout, tolerance: .infinity, cut: true) ?? []
    }
  }

  private init(panels: [Panel], commands: [DrawCommand]) {
    self.panels = panels
    self.commands = commands
  }

  /// A legend in the panel where it covers the least, if that is no more than `tolerance` pixels of curve.
  private static func inside(
    _ panels: [Panel], _ entries: [LegendEntry], _ layout: Layout, tolerance: Double, cut: Bool
  ) -> [DrawCommand]? {
    guard let room = panels.first?.rect else { return nil }
    let boxes = LegendPlan.boxes(entries, layout, maxWidth: 0.7 * room.width, cut: cut).filter {
      $0.width * $0.height <= largestCover * room.width * room.height
    }
    var best: LegendPlacement?
    for panel in panels {
      guard
        let placement = LegendPlacement.best(
          boxes, in: panel.rect, marks: panel.marks, theme: layout.theme),
        placement.covered < best?.covered ?? .infinity
      else { continue }
      best = placement
      if placement.covered == 0 { break }
    }
    guard let best, best.covered <= tolerance else { return nil }
    return best.box.commands(in: best.rect, framed: true)
  }

  /// A legend at the right of the panels or below them: whole names first, cut ones where it must be.
  private static func beside(_ entries: [LegendEntry], _ layout: Layout) -> LegendPlan? {
    let size = layout.figure.size
    let width = Double(size.width)
    let height = Double(size.height)
    let padding = layout.padding
    for cut in [false, true] {
      let atRight = boxes(entries, layout, maxWidth: largestShare * width, cut: cut)
        .first { $0.height <= height - 5 * padding }
      let below = boxes(entries, layout, maxWidth: width - 2 * padding, cut: cut)
        .first { $0.height <= largestShare * height }
      if let atRight,
        let panels = layout.panels(reserving: .init(right: atRight.width + 0.3 * padding)),
        let first = panels.first
      {
        let corner = Point(x: width - atRight.width - 0.5 * padding, y: first.rect.minY)
        let rect = atRight.rect(at: corner)
        return LegendPlan(panels: panels, commands: atRight.commands(in: rect, framed: false))
      }
      if let below,
        let panels = layout.panels(reserving: .init(bottom: below.height - 0.3 * padding))
      {
        let corner = Point(
          x: max(padding / 2, (width - below.width) / 2), y: height - below.height - padding / 3)
        let rect = below.rect(at: corner)
        return LegendPlan(panels: panels, commands: below.commands(in: rect, framed: false))
      }
    }
    return nil
  }

  /// The legend in every number of columns that fits into a width, fewest columns first.
  private static func boxes(
    _ entries: [LegendEntry], _ layout: Layout, maxWidth: Double, cut: Bool
  ) -> [LegendBox] {
    let style = layout.theme.style(layout.theme.text)
    let widths = entries.map { layout.measurer.measure($0.name, style: style).width }
    return LegendBox.columnCounts(entries.count).compactMap { columns in
      LegendBox(
        entries, nameWidths: widths, columns: columns, maxWidth: maxWidth, theme: layout.theme,
        measurer: layout.measurer)
    }.filter { cut || !$0.isCut }
  }
}
