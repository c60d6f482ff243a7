/// A line of the legend: a name and a sample of what it names.
struct LegendEntry: Hashable {
  /// What stands before a name.
  enum Sample: Hashable {
    /// A line in the style of the curves with this index.
    case curve(Int)
    /// The line of what the curves are measured against.
    case reference
    /// A patch in the colour of the areas with this index.
    case band(Int)
    /// A ring with its number, in the colour of the curve with this index.
    case ring(Int, style: Int)
    /// Nothing.
    case none
  }

  /// The name, on one line.
  let name: String
  /// What it names looks like.
  let sample: Sample

  /// Names what looks like the sample.
  init(name: String, sample: Sample) {
    self.name = name
    self.sample = sample
  }

  /// Names the curves with a style.
  init(name: String, styleIndex: Int) {
    self.init(name: name, sample: .curve(styleIndex))
  }

  /// The entries of one panel: its curves in their order, areas, references, marked points.
  ///
  /// What has no name is left out, and curves and references where they are told apart otherwise.
  static func entries(of panel: Panel, namesCurves: Bool) -> [LegendEntry] {
    let content = panel.content
    var entries: [LegendEntry] = []
    var seen: Set<LegendEntry> = []
    func add(_ name: String, _ sample: Sample) {
      let entry = LegendEntry(name: TextFitting.oneLine(name), sample: sample)
      if !name.isEmpty, seen.insert(entry).inserted { entries.append(entry) }
    }
    if namesCurves {
      for (curve, index) in zip(content.curves, content.styleIndices) where curve.role == .subject {
        add(curve.name, .curve(index))
      }
    }
    for band in content.bands { add(band.name, .band(band.styleIndex)) }
    if namesCurves {
      for curve in content.curves where curve.role == .reference { add(curve.name, .reference) }
    }
    for mark in panel.plot.rings.map(\.mark) {
      add(mark.name, .ring(mark.number, style: mark.styleIndex))
    }
    let more = panel.plot.unmarked
    if more > 0 { add("… and \(more) more", .none) }
    return entries
  }

  /// One legend for all panels; nil where the same sample means different things in two of them.
  ///
  /// References of several names share an entry: there is one a panel, and grey everywhere.
  static func shared(_ panels: [[LegendEntry]]) -> [LegendEntry]? {
    var all: [LegendEntry] = []
    var references: [String] = []
    var seen: Set<LegendEntry> = []
    for entry in panels.joined() where seen.insert(entry).inserted {
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
