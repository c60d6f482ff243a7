/// Decides where the legend goes: where it covers no curve, and where there is no such place, beside the panels.
struct LegendPlan {
  /// The panels, smaller where the legend stands beside them.
  var panels: [PlacedPanel]
  /// The drawing commands of the legend, or of one legend a panel, of names and of numbers.
  var commands: [DrawCommand] = []
  /// The rectangles of legends that stand inside panels.
  var covers: [Rect] = []

  /// Lays out the panels with their legend, names at the curves' ends, and numbers of marked points.
  init(_ layout: Layout) {
    if let plan = LegendPlan.withMarkLabels(layout, .whole)
      ?? LegendPlan.withMarkLabels(layout, .short)
    {
      self = plan
    } else {
      self = LegendPlan.plan(layout, listsMarks: true)
      guard isDetailed else { return }
      // In a small figure a list would hide the curves: the rings stay, and what of their places can be written.
      if let plan = hidesCurves || lacksLegend(layout)
        ? LegendPlan.withMarkLabels(layout, .fewer) : nil
      {
        self = plan
      } else {
        for panel in panels {
          let numbers = Ring.numbers(of: panel, avoiding: covers, measurer: layout.measurer)
          commands += numbers.commands.marked(as: .notes)
          covers += numbers.covers
        }
      }
    }
    guard isDetailed else { return }
    commands += panels.flatMap {
      $0.annotationCommands(avoiding: covers, measurer: layout.measurer).marked(as: .notes)
    }
  }

  /// Whether there is room for legends and names.
  private var isDetailed: Bool { panels.first?.detail.axisNames == true }

  /// Whether a legend with marks stands over a curve.
  private var hidesCurves: Bool {
    let limit = 0.5 * (panels.first?.theme.textSize ?? 0)
    return panels.contains { panel in
      !panel.shapes.rings.isEmpty
        && covers.contains { cover in
          panel.rect.contains(cover)
            && panel.shapes.curves.reduce(0) { $0 + $1.length(in: cover) } > limit
        }
    }
  }

  /// Whether there was no room for a legend that names curves and marks.
  private func lacksLegend(_ layout: Layout) -> Bool {
    commands.isEmpty && layout.scene.legendPlace != .none
      && layout.scene.panels.contains { !$0.marks.isEmpty }
  }

  /// Texts beside few marks, and a legend for all else; nil where the marks are a crowd or find no room.
  private static func withMarkLabels(_ layout: Layout, _ length: MarkLabels.Length) -> LegendPlan? {
    guard MarkLabels.suit(layout.scene) || length == .fewer else { return nil }
    var plan = plan(layout, listsMarks: false)
    guard plan.isDetailed else { return nil }
    for panel in plan.panels {
      let labels = MarkLabels(panel, length, avoiding: plan.covers, measurer: layout.measurer)
      guard let labels else { return nil }
      plan.commands += labels.commands.marked(as: .notes)
      plan.covers += labels.covers
    }
    return plan
  }

  /// The legend as it is asked for.
  private static func plan(_ layout: Layout, listsMarks: Bool) -> LegendPlan {
    switch layout.scene.labelling {
    case .direct:
      direct(layout, listsMarks) ?? LegendPlan(layout, namesCurves: true, listsMarks: listsMarks)
    case .legend: LegendPlan(layout, namesCurves: true, listsMarks: listsMarks)
    case .none: LegendPlan(layout, namesCurves: false, listsMarks: listsMarks)
    }
  }

  /// Names at the curves' ends, and a legend for all else; nil where they find no room.
  private static func direct(_ layout: Layout, _ listsMarks: Bool) -> LegendPlan? {
    if let plan = inside(layout, listsMarks) { return plan }
    guard let width = DirectLabels.width(layout),
      layout.panels(reserving: .init(side: width)) != nil
    else { return nil }
    var plan = LegendPlan(
      layout, namesCurves: false, listsMarks: listsMarks, reserve: .init(side: width))
    for panel in plan.panels {
      guard let labels = DirectLabels(panel, width: width, measurer: layout.measurer) else {
        return nil
      }
      plan.commands += labels.commands.marked(as: .notes)
    }
    return plan
  }

  /// Names beside the curves where these are farthest apart; nil where the ends tell them apart as well, or where
  /// there is no room.
  private static func inside(_ layout: Layout, _ listsMarks: Bool) -> LegendPlan? {
    var plan = LegendPlan(layout, namesCurves: false, listsMarks: listsMarks)
    guard plan.isDetailed, plan.panels.contains(where: InnerLabels.suit) else { return nil }
    for panel in plan.panels {
      let labels = InnerLabels(panel, avoiding: plan.covers, measurer: layout.measurer)
      guard let labels else { return nil }
      plan.commands += labels.commands.marked(as: .notes)
      plan.covers += labels.covers
    }
    return plan
  }

  private init(
    _ layout: Layout, namesCurves: Bool, listsMarks: Bool, reserve: Layout.Reserve = .init()
  ) {
    panels = layout.panels(reserving: reserve) ?? []
    guard panels.first?.detail.axisNames == true, layout.scene.legendPlace != .none else { return }
    let legend = Legend(of: layout.scene, namesCurves: namesCurves, listsMarks: listsMarks)
    if let shared = legend.shared {
      guard !shared.isEmpty else { return }
      let plotted = zip(panels, legend.entries).filter { $0.0.content.isPlot }
      let complete = plotted.filter { $0.1.count == shared.count }
      self = SharedLegend(shared, layout: layout, reserve: reserve)
        .plan(panels, candidates: (complete.isEmpty ? plotted : complete).map(\.0))
    } else {
      self = OwnLegends(legend.entries, layout: layout, reserve: reserve).plan(panels)
    }
  }

  /// Panels with boxes in or beside them.
  init(
    panels: [PlacedPanel], inside: [LegendPlacement] = [],
    beside: [(box: LegendBox, rect: Rect)] = []
  ) {
    self.panels = panels
    covers = inside.map(\.rect)
    commands =
      inside.flatMap { $0.box.commands(in: $0.rect, grounded: true) }
      + beside.flatMap { $0.box.commands(in: $0.rect, grounded: false) }
  }
}

extension Layout {
  /// A legend in every number of columns that fits into a width, fewest columns first.
  ///
  /// - Parameter scale: the size of its text, relative to that of the rest.
  func legendBoxes(
    _ entries: [LegendEntry], maxWidth: Double, cut: Bool, scale: Double = 1
  ) -> [LegendBox] {
    var theme = theme
    theme.textSize *= scale
    let measures = LegendMeasures(entries, theme: theme, measurer: measurer)
    return LegendSection.columnCounts(LegendSection.sections(of: entries)).compactMap { columns in
      LegendBox(
        entries, measures, columns: columns, maxWidth: maxWidth, theme: theme, measurer: measurer,
        allowsCut: cut)
    }
  }

  /// A legend in the panel where it covers the least, if that is no more than `tolerance` pixels of curve.
  ///
  /// - Parameter share: how much of a panel's width it may take.
  func legendInside(
    _ panels: [PlacedPanel], _ entries: [LegendEntry], tolerance: Double, cut: Bool,
    scale: Double = 1,
    share: Double = 0.7
  ) -> LegendPlacement? {
    guard let room = panels.first?.rect else { return nil }
    let boxes = legendBoxes(entries, maxWidth: share * room.width, cut: cut, scale: scale).filter {
      $0.width * $0.height <= Layout.largestCover * room.width * room.height
    }
    var best: LegendPlacement?
    for panel in panels {
      guard
        let placement = LegendPlacement.best(
          boxes, in: panel.rect, curves: panel.shapes.curves, rings: panel.shapes.rings,
          measured: panel.shapes.measured, callouts: panel.shapes.callouts,
          place: scene.legendPlace, theme: theme),
        placement.covered < best?.covered ?? .infinity
      else { continue }
      best = placement
      if placement.covered == 0 { break }
    }
    guard let best, best.covered <= tolerance else { return nil }
    return best
  }

  /// How many pixels of curve a legend may cover where another place might be better.
  var legendTolerance: Double { theme.textSize / 2 }

  /// The sizes of a legend's text worth trying, relative to that of the rest; none below 9 pixels.
  var legendScales: [Double] {
    [1] + [0.85, 0.72, 0.6].filter { $0 * theme.textSize >= 9 }
  }

  /// The part of a panel that a legend inside may take.
  private static let largestCover = 0.4
}
