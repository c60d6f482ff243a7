import Tables

/// Property sheets side by side: properties as rows, a column for each function.
struct SheetComparison {
  /// A property, and what each sheet says of it; nil where one says nothing.
  struct Row {
    let key: String
    let cells: [Sheet.Row?]

    /// Whether some of the columns say what is worth a line.
    func isTold(in columns: Range<Int>) -> Bool {
      cells[columns].contains { $0.map { !$0.goesWithoutSaying } ?? false }
    }
  }

  /// Properties under a heading.
  struct Group {
    let heading: String
    let rows: [Row]
  }

  /// What stands above the columns.
  let titles: [String]
  let groups: [Group]

  /// The sheets of functions, in their order.
  init(_ sheets: [Sheet]) {
    // A line end in a formula is a blank like others.
    titles = sheets.map { $0.title.split(whereSeparator: \.isNewline).joined(separator: " ") }
    let headings = Self.merged(sheets.map { $0.groups.map(\.heading) })
    groups = headings.map { heading in
      let columns = sheets.map { sheet in
        Self.named(sheet.groups.first { $0.heading == heading }?.rows ?? [])
      }
      let names = Self.merged(columns.map { $0.map(\.name) })
      let rows = names.map { name in
        Row(key: name.key, cells: columns.map { $0.first { $0.name == name }?.row })
      }
      return Group(heading: heading, rows: rows.filter { $0.isTold(in: 0..<sheets.count) })
    }
  }

  /// What tells a line of a group from others: its key, and which of several with that key it is.
  private struct Name: Hashable {
    let key: String
    let place: Int
  }

  private static func named(_ rows: [Sheet.Row]) -> [(name: Name, row: Sheet.Row)] {
    var counts: [String: Int] = [:]
    return rows.map { row in
      counts[row.key, default: 0] += 1
      return (Name(key: row.key, place: counts[row.key, default: 0]), row)
    }
  }

  /// All names of some lists once, each behind what is before it in the first list that has it.
  private static func merged<Name: Hashable>(_ lists: [[Name]]) -> [Name] {
    lists.reduce(into: []) { merged, list in
      var place = 0
      for name in list {
        if let known = merged.firstIndex(of: name) {
          place = known + 1
        } else {
          merged.insert(name, at: place)
          place += 1
        }
      }
    }
  }
}

extension SheetComparison {
  /// A column narrower than this breaks most values within a number and its place.
  private static let narrowest = 18

  /// Columns in lines of a width; those that do not fit stand in blocks below one another, as many in each.
  func text(width: Int) -> String {
    let keyWidth = 2 + (groups.flatMap(\.rows).map { TextColumns.width($0.key) }.max() ?? 0)
    let most = max(1, (width - keyWidth) / (Self.narrowest + 2))
    let blocks = (titles.count + most - 1) / most
    let share = (titles.count + blocks - 1) / max(1, blocks)
    return stride(from: 0, to: titles.count, by: share).map { start in
      block(start..<min(start + share, titles.count), keyWidth: keyWidth, width: width)
    }.joined(separator: "\n\n")
  }

  private func block(_ columns: Range<Int>, keyWidth: Int, width: Int) -> String {
    let groups = groups.compactMap { group -> Group? in
      let rows = group.rows.filter { $0.isTold(in: columns) }
      return rows.isEmpty ? nil : Group(heading: group.heading, rows: rows)
    }
    let natural = columns.map { column in
      groups.flatMap(\.rows).reduce(TextColumns.width(titles[column])) { widest, row in
        max(widest, TextColumns.width(row.cells[column]?.value ?? ""))
      }
    }
    let widths = TextColumns.widths(natural, within: width - keyWidth - 2)
    func line(_ key: String, _ cells: [[String]]) -> String {
      let cells = zip(cells, widths).map { parts, width in
        TextColumns.lines(of: parts.map(Self.held), width: width).map {
          String($0.map { $0 == "\u{A0}" ? " " : $0 })
        }
      }
      return TextColumns.row([[key]] + cells, widths: [keyWidth] + widths)
    }
    let parts = groups.map { group in
      TextColumns.lines(group.heading, width: width).map { $0 + "\n" }.joined()
        + group.rows.map { row in
          line("  " + row.key, columns.map { row.cells[$0]?.separated ?? ["-"] })
        }.joined()
    }
    let head = line("", columns.map { [titles[$0]] })
    return head + "\n" + parts.joined(separator: "\n")
  }

  /// What a cell says, with blanks that keep `at x = 2` and `0 < x < 1` on one line where that has room.
  private static func held(_ part: String) -> String {
    let words = part.split(separator: " ", omittingEmptySubsequences: false)
    let holding: Set<Substring> = ["=", "<", "≤", "→", "at", "as", "for"]
    return words.indices.dropFirst().reduce(into: String(words.first ?? "")) { text, index in
      let before = words[index - 1]
      let isHeld =
        holding.contains(before)
        || (holding.contains(words[index]) && !before.hasSuffix(","))
          && !["at", "as", "for"].contains(words[index])
      text += (isHeld ? "\u{A0}" : " ") + words[index]
    }
  }

  /// A heading and a table for every group.
  var markdown: String {
    groups.filter { !$0.rows.isEmpty }.map { group in
      "### \(group.heading)\n\n"
        + Report(columns: ["property"] + titles, rows: group.rows.map(\.report))
        .encoded(as: .markdown)
    }.joined(separator: "\n")
  }

  /// A row for every property, under its group.
  var csv: String {
    let rows = groups.flatMap { group in
      group.rows.map { [Report.Cell.text(group.heading)] + $0.report }
    }
    return Report(columns: ["group", "property"] + titles, rows: rows).encoded(as: .csv)
  }
}

extension SheetComparison.Row {
  fileprivate var report: [Report.Cell] {
    [.text(key)] + cells.map { $0.map { .text($0.value) } ?? .none }
  }
}
