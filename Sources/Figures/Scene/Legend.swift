/// What the legends of a scene say: one for all panels, or one a panel.
package struct Legend: Equatable, Sendable {
  /// Each panel's lines: its curves in their order, areas, references, marked points.
  package let entries: [[LegendEntry]]
  /// The lines of one legend for all panels; nil where the same sample means different things in two of them.
  ///
  /// References of several names share a line: there is one a panel, and grey everywhere.
  package let shared: [LegendEntry]?

  /// The legends of a scene; curves, references and marks are left out where they are told apart otherwise.
  ///
  /// Nor is the one curve of a panel named whose name stands in a title.
  package init(of scene: Scene, namesCurves: Bool, listsMarks: Bool = true) {
    entries = scene.panels.map { panel in
      let titles = [scene.title, panel.title]
      let isTitled = panel.curves.count == 1 && titles.contains(panel.curves[0].name)
      return Legend.entries(
        of: panel, namesCurves: namesCurves && !isTitled, listsMarks: listsMarks)
    }
    shared = Legend.shared(entries)
  }

  /// The lines of one panel; what has no name is left out.
  private static func entries(of panel: Scene.Panel, namesCurves: Bool, listsMarks: Bool)
    -> [LegendEntry]
  {
    var entries: [LegendEntry] = []
    var seen: Set<LegendEntry> = []
    func add(_ name: String, _ sample: LegendEntry.Sample, heading: String = "") {
      let entry = LegendEntry(name: name, sample: sample, heading: heading)
      if !name.isEmpty, seen.insert(entry).inserted { entries.append(entry) }
    }
    let curves = namesCurves ? panel.curves : []
    for curve in curves where curve.role == .subject {
      let (text, heading) = (curve.value?.text ?? curve.name, curve.value?.heading ?? "")
      add(curve.name.isEmpty ? "" : text, .curve(curve.style), heading: heading)
    }
    for measured in panel.measured {
      add(
        measured.name,
        .points(sign: measured.sign, style: measured.style, hasBars: !measured.errors.isEmpty))
    }
    for band in panel.bands { add(band.name, .band(band.style)) }
    for curve in curves where curve.role == .reference {
      let own = curve.style.own
      add(curve.name, own == CurveStyle.Own() ? .reference : .ownReference(own))
    }
    for mark in panel.marks where listsMarks {
      add(mark.name, .ring(mark.number, style: mark.style))
    }
    if panel.unmarkedCount > 0 { add("… and \(panel.unmarkedCount) more", .none) }
    return entries
  }

  private static func shared(_ panels: [[LegendEntry]]) -> [LegendEntry]? {
    var all: [LegendEntry] = []
    var references: [String] = []
    var seen: Set<LegendEntry> = []
    for entry in panels.joined() {
      guard seen.insert(entry.whole).inserted else {
        // A curve that lies on another in one panel may be seen as a whole in the next.
        let place = all.firstIndex { $0.whole == entry && $0 != entry }
        if let place { all[place] = entry }
        continue
      }
      if entry.sample == .reference {
        references.append(entry.name)
      } else {
        all.append(entry)
      }
    }
    let isOne = panels.count == 1 || Set(all.map(\.sample)).count == all.count
    if !references.isEmpty {
      let entry = LegendEntry(name: references.joined(separator: ", "), sample: .reference)
      let place = all.firstIndex { if case .ring = $0.sample { true } else { false } }
      all.insert(entry, at: place ?? all.count)
    }
    return isOne ? all : nil
  }
}
