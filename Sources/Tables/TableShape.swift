import Activations

/// What a format puts before, between and after a table's numbers.
struct TableShape: Sendable {
  var opening: [UInt8] = []
  var row: RowTemplate
  var closing = ""
  /// How many bytes at a row's start separate it from the row before.
  var separatorLength = 0

  init(format: TableFormat, columns: [TableColumn], rows: Int?) {
    switch format {
    case .csv: self.init(columns, separator: ",", quote: Quoting.csv)
    case .tsv: self.init(columns, separator: "\t", quote: Quoting.tsv)
    case .json: self.init(objects: columns, separator: ",\n", opening: "[\n", closing: "\n]\n")
    case .ndjson: self.init(objects: columns, separator: "", opening: "", closing: "")
    case .markdown: self.init(markdown: columns)
    case .raw: self.init(opening: [], binary: columns.map(\.type))
    case .npy:
      precondition(rows != nil, "an array's header says how many rows follow")
      self.init(
        opening: ArrayHeader.bytes(columns, rows: rows ?? 0), binary: columns.map(\.arrayType))
    }
  }

  private init(_ columns: [TableColumn], separator: String, quote: (String) -> String) {
    let header = columns.map { quote($0.name) }.joined(separator: separator)
    opening = Array((header + "\n").utf8)
    row = RowTemplate(
      leads: columns.indices.map { $0 == 0 ? "" : separator },
      cells: columns.map(Cell.init(textOf:)), close: "\n")
  }

  private init(markdown columns: [TableColumn]) {
    let names = columns.map { Quoting.markdown($0.name) }
    let header = """
      | \(names.joined(separator: " | ")) |
      | \(names.map { _ in "---:" }.joined(separator: " | ")) |

      """
    opening = Array(header.utf8)
    row = RowTemplate(
      leads: columns.indices.map { $0 == 0 ? "| " : " | " },
      cells: columns.map(Cell.init(textOf:)), close: " |\n")
  }

  /// Objects that are separated (an array) or that each end their own line.
  private init(objects columns: [TableColumn], separator: String, opening: String, closing: String)
  {
    // Hexadecimal digits are strings: the pieces before and behind them bring the quotes.
    let quotes = columns.map { $0.content == .bits ? "\"" : "" }
    let leads = Self.distinct(columns.map(\.name)).enumerated().map { index, name in
      (index == 0 ? separator + "{" : quotes[index - 1] + ",") + Quoting.json(name) + ":"
        + quotes[index]
    }
    row = RowTemplate(
      leads: leads, cells: columns.map(Cell.init(textOf:)),
      close: (quotes.last ?? "") + (separator.isEmpty ? "}\n" : "}"), quotesNonFinite: true)
    self.opening = Array(opening.utf8)
    self.closing = closing
    separatorLength = separator.utf8.count
  }

  private init(opening: [UInt8], binary types: [FloatType]) {
    self.opening = opening
    row = RowTemplate(
      leads: types.map { _ in "" }, cells: types.map { .binary($0) }, close: "")
  }

  /// The names with ` (2)`, ` (3)` … behind those that stood before.
  static func distinct(_ names: [String]) -> [String] {
    var taken = Set(names)
    var seen = Set<String>()
    return names.map { name in
      if seen.insert(name).inserted { return name }
      var number = 2
      while !taken.insert("\(name) (\(number))").inserted { number += 1 }
      return "\(name) (\(number))"
    }
  }
}
