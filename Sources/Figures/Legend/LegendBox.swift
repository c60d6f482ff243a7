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

  private let sections: [LegendSection]
  private let columnWidths: [Double]
  private let rowHeight: Double
  private let measurer: any TextMeasurer
  private let theme: Theme

  // In ems of the text.
  private static let padding = 0.55
  /// Between a box and the edges of its panel; its ground reaches that far, or ends of grid lines would stand there.
  static let margin = 0.15
  private static let sample = 2.4
  private static let sampleGap = 0.5
  private static let columnGap = 1.3

  /// Arranges the entries in columns, none wider than lets the box be `maxWidth` wide; nil where names would
  /// be cut to nothing, or at all though that is not allowed.
  init?(
    _ entries: [LegendEntry], _ measures: LegendMeasures, columns: Int, maxWidth: Double,
    theme: Theme, measurer: any TextMeasurer, allowsCut: Bool = true
  ) {
    let em = theme.textSize
    let fixed =
      2 * LegendBox.padding * em + Double(columns - 1) * LegendBox.columnGap * em
      + Double(columns) * (LegendBox.sample + LegendBox.sampleGap) * em
    let room = (maxWidth - fixed) / Double(columns)
    guard !entries.isEmpty, room >= 2.5 * em else { return nil }
    let sections = LegendSection.sections(of: entries)
    self.sections = sections
    let natural = (0..<columns).map { column in
      sections.flatMap { measures.nameWidths[$0.entries(in: column, of: columns)] }.max() ?? 0
    }
    let fits = natural.reduce(0, +) <= room * Double(columns)
    columnWidths = fits ? natural : natural.map { min($0, room) }
    let isCut = !fits && natural.contains { $0 > room }
    guard allowsCut || !isCut else { return nil }
    self.entries = entries
    self.measurer = measurer
    rowHeight = measures.rowHeight
    self.columns = columns
    self.theme = theme
    let headings = sections.map {
      TextLine($0.heading, style: theme.style(theme.text), measurer: measurer).width
    }
    let widest = min((headings.max() ?? 0) + 2 * LegendBox.padding * em, maxWidth)
    width = max(fixed + columnWidths.reduce(0, +), widest).rounded(.up)
    let rows = sections.reduce(0) { $0 + $1.headingRows + $1.rows(columns) }
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
      let reach = LegendBox.margin * em
      // The line of an axis at the panel's edge stays whole.
      let ground = Rect(
        minX: rect.minX - reach, minY: rect.minY - reach, maxX: rect.maxX + reach,
        maxY: rect.maxY + reach - theme.crisp(1))
      commands.append(.fill(ground, theme.legendBackground))
    }
    var row = 0
    for section in sections {
      if !section.heading.isEmpty {
        let heading = TextLine(
          section.heading, style: theme.style(theme.text),
          width: rect.width - 2 * LegendBox.padding * em, cut: .middle, measurer: measurer)
        let place = Point(
          x: rect.minX + LegendBox.padding * em,
          y: middle(of: row, in: rect) + Theme.capHeight / 2 * em)
        commands += heading.commands(at: place)
        row += 1
      }
      commands += entryCommands(section, below: row, in: rect)
      row += section.rows(columns)
    }
    return commands
  }

  private func middle(of row: Int, in rect: Rect) -> Double {
    rect.minY + (LegendBox.padding - 0.15 + (Double(row) + 0.5) * rowHeight) * theme.textSize
  }

  /// The drawing commands of a section's entries, the first of which stand in a row.
  private func entryCommands(_ section: LegendSection, below top: Int, in rect: Rect)
    -> [DrawCommand]
  {
    let em = theme.textSize
    var commands: [DrawCommand] = []
    var left = rect.minX + LegendBox.padding * em
    for column in 0..<columns {
      for (row, index) in section.entries(in: column, of: columns).enumerated() {
        let middle = middle(of: top + row, in: rect)
        let sample = Rect(
          minX: left, minY: middle - 0.4 * em, maxX: left + LegendBox.sample * em,
          maxY: middle + 0.4 * em)
        let name = TextLine(
          entries[index].name, style: theme.style(theme.text), width: columnWidths[column],
          cut: .middle, measurer: measurer)
        commands += entries[index].commands(
          name, sample, gap: LegendBox.sampleGap * em, theme: theme)
      }
      left +=
        columnWidths[column] + (LegendBox.sample + LegendBox.sampleGap + LegendBox.columnGap) * em
    }
    return commands
  }
}
