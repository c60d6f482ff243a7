import Tables

/// A property sheet for readers: named lines in groups.
struct Sheet {
  /// A line: what it is about and what it says, in parts that may stand on lines of their own.
  struct Row {
    let key: String
    let parts: [String]
    /// What stands between the parts.
    let separator: String

    /// A line of one or more parts.
    init(_ key: String, _ parts: String...) {
      self.key = key
      self.parts = parts
      separator = ","
    }

    /// A sentence, broken between words.
    init(_ key: String, words: String) {
      self.key = key
      parts = words.split(separator: " ").map(String.init)
      separator = ""
    }

    /// A line that lists things: `none` where there are none, or what stands for that, and the first eight where there are many.
    init(_ key: String, list: [String], none: String = "none") {
      self.key = key
      separator = ","
      let shown = Array(list.prefix(8))
      parts = list.isEmpty ? [none] : shown + (list.count > 8 ? ["\(list.count - 8) more"] : [])
    }
  }

  /// Lines under a heading.
  struct Group {
    let heading: String
    let rows: [Row]
  }

  let title: String
  let groups: [Group]

  /// Aligned keys and values in 80 columns at most, where no single part is longer.
  var text: String {
    let width = groups.flatMap(\.rows).map { $0.key.unicodeScalars.count }.max() ?? 0
    let blocks = groups.map { group in
      group.heading + "\n" + group.rows.map { Self.line($0, keyWidth: width) }.joined()
    }
    return title + "\n\n" + blocks.joined(separator: "\n")
  }

  /// A heading and a table for every group.
  var markdown: String {
    let blocks = groups.map { group in
      let rows = group.rows.map {
        [Report.Cell.text($0.key), .text($0.parts.joined(separator: $0.separator + " "))]
      }
      return "### \(group.heading)\n\n"
        + Report(columns: ["property", "value"], rows: rows).encoded(as: .markdown)
    }
    return "## \(title)\n\n" + blocks.joined(separator: "\n")
  }

  /// A row for every line, under its group.
  var csv: String {
    let rows = groups.flatMap { group in
      group.rows.map { row in
        [group.heading, row.key, row.parts.joined(separator: row.separator + " ")].map(
          Report.Cell.text)
      }
    }
    return Report(columns: ["group", "property", "value"], rows: rows).encoded(as: .csv)
  }

  private static func line(_ row: Row, keyWidth: Int) -> String {
    let indent = String(repeating: " ", count: keyWidth + 4)
    var lines = [""]
    for (index, part) in row.parts.enumerated() {
      let part = index + 1 < row.parts.count ? part + row.separator : part
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
