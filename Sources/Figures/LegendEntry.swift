/// A line of the legend: a name and the curve that it names.
struct LegendEntry: Hashable {
  /// The name, on one line.
  let name: String
  /// Which colour and dash pattern the curve has.
  let styleIndex: Int

  /// The entries of one panel, in the order of its curves; curves without a name are left out.
  static func entries(of panel: PanelContent) -> [LegendEntry] {
    var entries: [LegendEntry] = []
    var seen: Set<LegendEntry> = []
    for (index, curve) in panel.curves.enumerated() where !curve.name.isEmpty {
      let entry = LegendEntry(
        name: TextFitting.oneLine(curve.name), styleIndex: curve.styleIndex ?? index)
      if seen.insert(entry).inserted { entries.append(entry) }
    }
    return entries
  }

  /// One legend for all panels; nil where the same line means different curves in two of them.
  static func shared(_ panels: [[LegendEntry]]) -> [LegendEntry]? {
    var all: [LegendEntry] = []
    var seen: Set<LegendEntry> = []
    for entry in panels.joined() where seen.insert(entry).inserted { all.append(entry) }
    if panels.count == 1 { return all }
    return Set(all.map(\.styleIndex)).count == all.count ? all : nil
  }
}
