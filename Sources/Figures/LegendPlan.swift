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

  /// A legend beside the panels: at their right or below them with whole names, else the other way round with
  /// cut ones, as there is more width below.
  private static func beside(_ entries: [LegendEntry], _ layout: Layout) -> LegendPlan? {
    atRight(entries, layout, cut: false) ?? below(entries, layout, cut: false)
      ?? below(entries, layout, cut: true) ?? atRight(entries, layout, cut: true)
  }

  private static func atRight(
    _ entries: [LegendEntry], _ layout: Layout, cut: Bool
  ) -> LegendPlan? {
    let width = Double(layout.figure.size.width)
    let height = Double(layout.figure.size.height) - 5 * layout.padding
    let candidates = boxes(entries, layout, maxWidth: largestShare * width, cut: cut)
    guard let box = candidates.first(where: { $0.height <= height }),
      let panels = layout.panels(reserving: .init(right: box.width + 0.3 * layout.padding)),
      let first = panels.first
    else { return nil }
    let corner = Point(
      x: width - box.width - 0.5 * layout.padding, y: first.rect.minY - 0.4 * layout.padding)
    return LegendPlan(
      panels: panels, commands: box.commands(in: box.rect(at: corner), framed: false))
  }

  private static func below(
    _ entries: [LegendEntry], _ layout: Layout, cut: Bool
  ) -> LegendPlan? {
    let width = Double(layout.figure.size.width)
    let height = Double(layout.figure.size.height)
    let candidates = boxes(entries, layout, maxWidth: width - 2 * layout.padding, cut: cut)
    guard let box = candidates.first(where: { $0.height <= largestShare * height }),
      let panels = layout.panels(reserving: .init(bottom: box.height - 0.3 * layout.padding))
    else { return nil }
    let corner = Point(
      x: max(layout.padding / 2, (width - box.width) / 2),
      y: height - box.height - layout.padding / 3)
    return LegendPlan(
      panels: panels, commands: box.commands(in: box.rect(at: corner), framed: false))
  }

  /// The legend in every number of columns that fits into a width, fewest columns first.
  private static func boxes(
    _ entries: [LegendEntry], _ layout: Layout, maxWidth: Double, cut: Bool
  ) -> [LegendBox] {
    let style = layout.theme.style(layout.theme.text)
    let widths = entries.map {
      TextLine($0.name, style: style, measurer: layout.measurer).width
    }
    return LegendBox.columnCounts(entries.count).compactMap { columns in
      LegendBox(
        entries, nameWidths: widths, columns: columns, maxWidth: maxWidth, theme: layout.theme,
        measurer: layout.measurer)
    }.filter { cut || !$0.isCut }
  }
}
