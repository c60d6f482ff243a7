/// Entries of a legend under one heading, or under none.
struct LegendSection {
  /// What stands above them; nothing where empty.
  let heading: String
  /// The entries.
  let entries: Range<Int>

  /// Neighbours with the same heading together.
  static func sections(of entries: [LegendEntry]) -> [LegendSection] {
    var sections: [LegendSection] = []
    for (index, entry) in entries.enumerated() {
      if let last = sections.last, last.heading == entry.heading {
        sections[sections.count - 1] = LegendSection(
          heading: last.heading, entries: last.entries.lowerBound..<index + 1)
      } else {
        sections.append(LegendSection(heading: entry.heading, entries: index..<index + 1))
      }
    }
    return sections
  }

  /// How many rows the entries take in so many columns, without the heading.
  func rows(_ columns: Int) -> Int { (entries.count + columns - 1) / columns }

  /// The rows that a heading takes.
  var headingRows: Int { heading.isEmpty ? 0 : 1 }

  /// The entries that stand in a column.
  func entries(in column: Int, of columns: Int) -> Range<Int> {
    let rows = rows(columns)
    let first = min(entries.lowerBound + column * rows, entries.upperBound)
    return first..<min(first + rows, entries.upperBound)
  }

  /// The numbers of columns worth trying for some sections, fewest first; none where there is nothing to arrange.
  static func columnCounts(_ sections: [LegendSection]) -> [Int] {
    func rows(_ columns: Int) -> Int { sections.reduce(0) { $0 + $1.rows(columns) } }
    let most = sections.map(\.entries.count).max() ?? 0
    guard most > 0 else { return [] }
    // More columns that save no row say nothing that fewer do not.
    return (1...most).filter { $0 == 1 || rows($0) < rows($0 - 1) }
  }
}
