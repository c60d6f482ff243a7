/// What a format puts before, between and after a table's numbers.
struct TableShape: Sendable {
  var opening = ""
  var row: RowTemplate
  var closing = ""
  /// How many bytes at a row's start separate it from the row before.
  var separatorLength = 0

  init(format: TableFormat, columns: [String]) {
    switch format {
    case .csv: self.init(separator: ",", names: columns.map(Quoting.csv))
    case .tsv: self.init(separator: "\t", names: columns.map(Quoting.tsv))
    case .json: self.init(objects: columns, separator: ",\n", opening: "[\n", closing: "\n]\n")
    case .ndjson: self.init(objects: columns, separator: "", opening: "", closing: "")
    case .markdown: self.init(markdown: columns.map(Quoting.markdown))
    }
  }

  private init(separator: String, names: [String]) {
    opening = names.joined(separator: separator) + "\n"
    row = RowTemplate(
      leads: names.indices.map { $0 == 0 ? "" : separator }, close: "\n", quotesNonFinite: false)
  }

  private init(markdown names: [String]) {
    opening = """
      | \(names.joined(separator: " | ")) |
      | \(names.map { _ in "---:" }.joined(separator: " | ")) |

      """
    row = RowTemplate(
      leads: names.indices.map { $0 == 0 ? "| " : " | " }, close: " |\n", quotesNonFinite: false)
  }

  /// Objects that are separated (an array) or that each end their own line.
  private init(objects names: [String], separator: String, opening: String, closing: String) {
    let leads = Self.distinct(names).enumerated().map { index, name in
      (index == 0 ? separator + "{" : ",") + Quoting.json(name) + ":"
    }
    row = RowTemplate(
      leads: leads, close: separator.isEmpty ? "}\n" : "}", quotesNonFinite: true)
    self.opening = opening
    self.closing = closing
    separatorLength = separator.utf8.count
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
