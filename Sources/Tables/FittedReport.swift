// A report for the eye alone: as wide as a terminal, where it would be wider.
extension Report {
  /// A column narrower than this makes a table hard to read.
  private static let narrowest = 24

  /// The table as text in lines of so many characters at most, ending in a line end.
  ///
  /// As it is where it fits; else with cells of several lines; and where columns would be narrow, an entry for each row, which has the
  /// first cell at the left and the others below one another beside it.
  package func fitted(to columns: Int, digits: Int? = 6) -> String {
    let lines = [self.columns] + readerCells(digits: digits)
    let natural = self.columns.indices.map { column in
      lines.map { TextColumns.width($0[column]) }.max() ?? 0
    }
    let widths = TextColumns.widths(natural, within: columns)
    if widths == natural { return encoded(as: .text, digits: digits) }
    guard zip(widths, natural).allSatisfy({ $0 >= min($1, Self.narrowest) }) else {
      return Self.entries(lines.dropFirst(), natural.first ?? 0, within: columns)
    }
    return lines.map { cells in
      TextColumns.row(
        zip(cells, widths).map { TextColumns.lines($0, width: $1) }, widths: widths)
    }.joined()
  }

  private static func entries(
    _ rows: some Sequence<[String]>, _ widest: Int, within columns: Int
  ) -> String {
    let indent = columns < 60 ? 2 : min(widest, columns / 3) + TextColumns.gap.count
    let room = max(1, columns - indent)
    return rows.map { cells in
      let rest = cells.dropFirst().filter { !$0.isEmpty }.flatMap {
        TextColumns.lines($0, width: room)
      }
      let name = cells.first ?? ""
      let widths = [indent - TextColumns.gap.count, room]
      guard TextColumns.width(name) > widths[0] else {
        return TextColumns.row([[name], rest], widths: widths)
      }
      let names = TextColumns.lines(name, width: columns)
      return TextColumns.row([names], widths: [columns])
        + TextColumns.row([[], rest], widths: widths)
    }.joined()
  }
}
