import Tables

/// A property sheet for readers: named lines in groups.
struct Sheet {
  /// A line: what it is about and what it says, in parts that may stand on lines of their own.
  struct Row {
    let key: String
    let parts: [String]
    /// What stands between the parts.
    let separator: String
    /// Whether it says what one expects, so that only a comparison with another function tells it.
    let goesWithoutSaying: Bool

    /// A line of one or more parts.
    init(_ key: String, _ parts: String...) {
      self.key = key
      self.parts = parts
      separator = ","
      goesWithoutSaying = false
    }

    /// A sentence, broken between words.
    init(_ key: String, words: String) {
      self.key = key
      parts = words.split(separator: " ").map(String.init)
      separator = ""
      goesWithoutSaying = false
    }

    /// A line that lists things: `none` where there are none, or what stands for that, and the first eight where there are many.
    init(
      _ key: String, list: [String], none: String = "none", goesWithoutSaying: Bool = false
    ) {
      self.key = key
      self.goesWithoutSaying = goesWithoutSaying
      separator = ","
      let shown = Array(list.prefix(8))
      parts = list.isEmpty ? [none] : shown + (list.count > 8 ? ["\(list.count - 8) more"] : [])
    }

    /// What it says, on one line.
    var value: String { parts.joined(separator: separator + " ") }

    /// The parts, each but the last with what stands behind it.
    var separated: [String] {
      parts.dropLast().map { $0 + separator } + parts.suffix(1)
    }
  }

  /// Lines under a heading.
  struct Group {
    let heading: String
    let rows: [Row]
  }

  let title: String
  let groups: [Group]

  /// The groups with the lines that have to be told of one function alone.
  private var told: [Group] {
    groups.map { group in
      Group(heading: group.heading, rows: group.rows.filter { !$0.goesWithoutSaying })
    }
  }

  /// Aligned keys and values in 80 columns at most, where no single part is longer.
  var text: String {
    let width = told.flatMap(\.rows).map { $0.key.unicodeScalars.count }.max() ?? 0
    let blocks = told.map { group in
      group.heading + "\n" + group.rows.map { Self.line($0, keyWidth: width) }.joined()
    }
    return title + "\n\n" + blocks.joined(separator: "\n")
  }

  /// A heading and a table for every group.
  var markdown: String {
    let blocks = told.map { group in
      let rows = group.rows.map {
        [Report.Cell.text($0.key), .text($0.value)]
      }
      return "### \(group.heading)\n\n"
        + Report(columns: ["property", "value"], rows: rows).encoded(as: .markdown)
    }
    return "## \(title)\n\n" + blocks.joined(separator: "\n")
  }

  /// A row for every line, under its group.
  var csv: String {
    let rows = told.flatMap { group in
      group.rows.map { row in
        [group.heading, row.key, row.value].map(Report.Cell.text)
      }
    }
    return Report(columns: ["group", "property", "value"], rows: rows).encoded(as: .csv)
  }

  private static func line(_ row: Row, keyWidth: Int) -> String {
    let indent = String(repeating: " ", count: keyWidth + 4)
    var lines = [""]
    for part in row.separated {
      let last = lines[lines.count - 1]
      if last.isEmpty {
        lines[lines.count - 1] = part
      } else if indent.count + last.count + 1 + part.count <= 80 {
        lines[lines.count - 1] += " " + part
      } else {
        lines.append(part)
      }
    }
    let key = row.key + String(repeating: " ", count: keyWidth - row.key.unicodeScalars.count)
    return "  " + key + "  " + lines.joined(separator: "\n" + indent) + "\n"
  }
}
