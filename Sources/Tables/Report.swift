/// A small table of mixed cells, held whole in memory.
///
/// Rows shorter than the header end in empty cells; cells beyond it are left away.
package struct Report: Sendable, Equatable {
  /// What one place of the table holds.
  package enum Cell: Sendable, Equatable {
    /// A piece of text.
    case text(String)
    /// A number, which may be infinite or NaN.
    case number(Double)
    /// A number that stands for one below or above it in size, or not above it; readers see how, machines the number.
    case bound(Double, Relation)
    /// Yes or no: `true` and `false` to machines.
    case flag(Bool)
    /// Nothing: JSON's `null`, an empty CSV field, a dash to readers.
    case none
  }

  /// How a number that is told is to the one that is meant.
  package enum Relation: String, Sendable, Equatable {
    case above = ">"
    case below = "<"
    case atMost = "≤"

    /// The sign in ASCII between what is meant and the number: of negative numbers it is their size that is compared.
    fileprivate func machineText(of value: Double) -> String {
      switch self {
      case .above: ">"
      case .below: value < 0 ? ">" : "<"
      case .atMost: "<="
      }
    }
  }

  /// The names of the columns, distinct from one another.
  package var columns: [String]
  /// The rows, from top to bottom.
  package var rows: [[Cell]]

  /// A table of some columns, with its rows.
  package init(columns: [String], rows: [[Cell]] = []) {
    self.columns = columns
    self.rows = rows
  }

  /// The whole table as text in a format, ending in a line end.
  ///
  /// CSV and JSON always hold the shortest decimals that read back to the same double. Plain text
  /// and Markdown round to `digits` significant digits, or do as the others where it is `nil`.
  package func encoded(as format: ReportFormat, digits: Int? = 6) -> String {
    switch format {
    case .text: alignedText(digits: digits)
    case .csv: told.csv()
    case .json: told.json()
    case .markdown: markdown(digits: digits)
    }
  }

  /// The cells of a row, exactly as many as there are columns.
  private func cells(_ row: [Cell]) -> [Cell] {
    columns.indices.map { $0 < row.count ? row[$0] : .none }
  }

  /// The rows as readers see them, each with a cell for every column.
  func readerCells(digits: Int?) -> [[String]] {
    rows.map { cells($0).map { $0.readerText(digits: digits) } }
  }

  /// The table as machines read it: numbers that are bounds are named in a last column, if there are any.
  private var told: Report {
    let bounds = rows.map { row in
      zip(columns, row).compactMap { name, cell -> String? in
        guard case .bound(let value, let relation) = cell else { return nil }
        return name + relation.machineText(of: value)
      }.joined(separator: " ")
    }
    guard bounds.contains(where: { !$0.isEmpty }) else { return self }
    return Report(
      columns: columns + ["bounds"], rows: zip(rows, bounds).map { cells($0) + [.text($1)] })
  }

  private func csv() -> String {
    let header = columns.map(Quoting.csv).joined(separator: ",") + "\n"
    return rows.reduce(into: header) { text, row in
      text += cells(row).map { Quoting.csv($0.machineText) }.joined(separator: ",") + "\n"
    }
  }

  private func json() -> String {
    let names = TableShape.distinct(columns).map(Quoting.json)
    let objects = rows.map { row in
      let members = zip(names, cells(row)).map { name, cell in "\(name):\(cell.json)" }
      return "{" + members.joined(separator: ",") + "}"
    }
    return "[\n" + objects.joined(separator: ",\n") + "\n]\n"
  }

  private func markdown(digits: Int?) -> String {
    let lines =
      [columns.map(Quoting.markdown), columns.indices.map { isNumeric($0) ? "---:" : "---" }]
      + readerCells(digits: digits).map { $0.map(Quoting.markdown) }
    return lines.map { "| " + $0.joined(separator: " | ") + " |\n" }.joined()
  }

  private func alignedText(digits: Int?) -> String {
    let lines = [columns] + readerCells(digits: digits)
    let widths = columns.indices.map { column in
      lines.map { TextColumns.width($0[column]) }.max() ?? 0
    }
    return lines.map { line in
      var text = ""
      for column in columns.indices {
        let room = String(
          repeating: " ", count: widths[column] - TextColumns.width(line[column]))
        text += column == 0 ? "" : "  "
        text += isNumeric(column) ? room + line[column] : line[column] + room
      }
      // Nothing but padding follows a line's last word.
      while text.last == " " { text.removeLast() }
      return text + "\n"
    }.joined()
  }

  /// Whether a column holds numbers and no text, so that it stands flush right.
  private func isNumeric(_ column: Int) -> Bool {
    var numbers = 0
    for row in rows where column < row.count {
      switch row[column] {
      case .number, .bound: numbers += 1
      case .text, .flag: return false
      case .none: continue
      }
    }
    return numbers > 0
  }
}

extension Report.Cell {
  var machineText: String {
    switch self {
    case .text(let text): text
    case .number(let value), .bound(let value, _): DecimalText.shortest(value)
    case .flag(let flag): flag ? "true" : "false"
    case .none: ""
    }
  }

  var json: String {
    switch self {
    case .text(let text): Quoting.json(text)
    case .number(let value), .bound(let value, _):
      value.isFinite ? machineText : Quoting.json(machineText)
    case .flag: machineText
    case .none: "null"
    }
  }

  func readerText(digits: Int?) -> String {
    switch self {
    case .text(let text): text
    case .number(let value):
      digits.map { DecimalText.rounded(value, digits: $0) } ?? DecimalText.shortest(value)
    case .bound(let value, let relation):
      (relation == .atMost ? relation.rawValue : relation.machineText(of: value))
        + DecimalText.rounded(
          value.isFinite ? value : .greatestFiniteMagnitude, digits: min(digits ?? 17, 2))
    case .flag(let flag): flag ? "yes" : "no"
    case .none: "-"
    }
  }
}
