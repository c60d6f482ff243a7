/// A legend of a certain number of columns: its names cut to fit, its size, its drawing.
struct LegendBox {
  /// The entries, column by column.
  let entries: [LegendEntry]
  /// How many columns.
  let columns: Int
  /// The size in pixels, padding included.
  let width: Double
  /// The height in pixels, padding included.
  let height: Double

  private let columnWidths: [Double]
  private let rowHeight: Double
  private let measurer: any TextMeasurer
  private let theme: Theme

  private var rows: Int { LegendBox.rows(entries.count, columns) }

  private static func rows(_ count: Int, _ columns: Int) -> Int { (count + columns - 1) / columns }

  // In ems of the text.
  private static let padding = 0.55
  private static let sample = 2.4
  private static let sampleGap = 0.5
  private static let leastRowHeight = 1.32
  private static let columnGap = 1.3

  /// The numbers of columns worth trying, fewest first; none where there is nothing to arrange.
  static func columnCounts(_ entries: Int) -> [Int] {
    guard entries > 0 else { return [] }
    // More columns that save no row say nothing that fewer do not.
    return (1...entries).filter { $0 == rows(entries, rows(entries, $0)) }
  }

  /// Arranges the entries in columns, none wider than lets the box be `maxWidth` wide; nil where names would
  /// be cut to nothing, or at all though that is not allowed.
  init?(
    _ entries: [LegendEntry], nameWidths: [Double], columns: Int, maxWidth: Double, theme: Theme,
    measurer: any TextMeasurer, allowsCut: Bool = true
  ) {
    let em = theme.textSize
    let fixed =
      2 * LegendBox.padding * em + Double(columns - 1) * LegendBox.columnGap * em
      + Double(columns) * (LegendBox.sample + LegendBox.sampleGap) * em
    let room = (maxWidth - fixed) / Double(columns)
    guard !entries.isEmpty, room >= 2.5 * em else { return nil }
    let rows = LegendBox.rows(entries.count, columns)
    let natural = (0..<columns).map { column in
      nameWidths[min(column * rows, entries.count)..<min((column + 1) * rows, entries.count)].max()
        ?? 0
    }
    let fits = natural.reduce(0, +) <= room * Double(columns)
    columnWidths = fits ? natural : natural.map { min($0, room) }
    let isCut = !fits && natural.contains { $0 > room }
    guard allowsCut || !isCut else { return nil }
    self.entries = entries
    self.measurer = measurer
    rowHeight = LegendBox.rowHeight(entries, theme, measurer)
    self.columns = columns
    self.theme = theme
    width = (fixed + columnWidths.reduce(0, +)).rounded(.up)
    height = ((2 * LegendBox.padding - 0.3 + Double(rows) * rowHeight) * em).rounded(.up)
  }

  /// The rectangle of the box with its upper left corner there, on crisp pixels.
  func rect(at corner: Point) -> Rect {
    let left = theme.crisp(corner.x)
    let top = theme.crisp(corner.y)
    return Rect(minX: left, minY: top, maxX: left + width, maxY: top + height)
  }

  /// The drawing commands of the box at a place; on a ground of its own over the grid, bare beside it.
  func commands(in rect: Rect, grounded: Bool) -> [DrawCommand] {
    let em = theme.textSize
    var commands: [DrawCommand] = []
    if grounded {
      commands.append(.fill(rect, theme.legendBackground))
    }
    var left = rect.minX + LegendBox.padding * em
    for column in 0..<columns {
      for row in 0..<rows where column * rows + row < entries.count {
        let entry = entries[column * rows + row]
        let middle =
          rect.minY + (LegendBox.padding - 0.15 + (Double(row) + 0.5) * rowHeight) * em
        let sample = Rect(
          minX: left, minY: middle - 0.4 * em, maxX: left + LegendBox.sample * em,
          maxY: middle + 0.4 * em)
        let name = TextLine(
          entry.name, style: theme.style(theme.text), width: columnWidths[column], cut: .middle,
          measurer: measurer)
        commands += entry.commands(name, sample, gap: LegendBox.sampleGap * em, theme: theme)
      }
      left +=
        columnWidths[column] + (LegendBox.sample + LegendBox.sampleGap + LegendBox.columnGap) * em
    }
    return commands
  }

  /// The height of every row in ems: that of the highest formula, so that lines and names stay in step.
  private static func rowHeight(
    _ entries: [LegendEntry], _ theme: Theme, _ measurer: any TextMeasurer
  ) -> Double {
    let growth = TextLine.growth(
      entries.map(\.name), style: theme.style(theme.text), measurer: measurer)
    return leastRowHeight + 2 * max(growth.rise, growth.drop) / theme.textSize
  }
}
