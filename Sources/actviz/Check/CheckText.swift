import Tables

extension CheckResult {
  /// The result for readers.
  var report: String {
    var lines = [
      "\(fileName) against \(function.label).\(quantity.name) in \(tally.type): \(tally.count) "
        + (tally.count == 1 ? "row" : "rows")
    ]
    if tally.foreignCount > 0 {
      lines.append(
        "\(tally.foreignCount) \(quantity.isOfTwoVariables ? "places" : "x") are no values of \(tally.type); they are taken as given, unless --round"
      )
    }
    lines += [""] + worstLines + [""] + histogramLines
    for section in [rangeLines] + sections where !section.isEmpty { lines += [""] + section }
    return (lines + ["", verdict]).joined(separator: "\n") + "\n"
  }

  private var worstLines: [String] {
    guard let worst = tally.worst else { return [] }
    func number(_ value: Double) -> String { DecimalText.shortest(value) }
    return [
      "worst error      \(Self.ulps(worst.error)) at x = \(number(worst.x)), "
        + (quantity.isOfTwoVariables ? "y = \(number(worst.y)), where z" : "where y")
        + " = \(number(worst.value)) and should be \(number(worst.truth))",
      "99th percentile  \(Self.ulps(percentile99))",
      "NaN              \(tally.nanCount)",
      "infinite         \(tally.infiniteCount)",
      "flushed to zero  \(tally.flushedCount)",
    ]
  }

  /// A line for each bucket that holds something, with a bar as long as its share of the rows.
  private var histogramLines: [String] {
    let buckets = tally.histogram.buckets.filter { $0.count > 0 }
    let total = Double(max(1, tally.count))
    let cells = buckets.map { bucket in
      let share = Double(bucket.count) / total
      // Even a single row among millions shows a bar.
      let length = max(1, Int((share * 40).rounded()))
      return [
        bucket.name, "\(bucket.count)", DecimalText.rounded(100 * share, digits: 3) + " %",
        String(repeating: "█", count: length),
      ]
    }
    return Self.aligned([["error in ulp", "rows", "share", ""]] + cells, flushRight: [1, 2])
  }

  private var rangeLines: [String] {
    guard !ranges.isEmpty else { return [] }
    let cells = ranges.map { range in
      let ends = [range.from, range.to] + (range.ys.map { [$0.lowerBound, $0.upperBound] } ?? [])
      return ends.map { DecimalText.rounded($0, digits: 6) }
        + ["\(range.bad) of \(range.rows)", Self.ulps(range.worst)]
    }
    let ends = ["from x", "to x"] + (quantity.isOfTwoVariables ? ["from y", "to y"] : [])
    let header = ends + ["above \(DecimalText.shortest(threshold)) ulp", "worst error"]
    return Self.aligned([header] + cells, flushRight: Set(0...ends.count))
  }

  /// Rows of cells as lines, two blanks between the columns.
  static func aligned(_ rows: [[String]], flushRight: Set<Int>) -> [String] {
    let widths = rows[0].indices.map { column in rows.map { $0[column].count }.max() ?? 0 }
    return rows.map { row in
      let cells = row.enumerated().map { column, cell in
        let room = String(repeating: " ", count: widths[column] - cell.count)
        return flushRight.contains(column) ? room + cell : cell + room
      }
      var line = cells.joined(separator: "  ")
      while line.last == " " { line.removeLast() }
      return line
    }
  }
}

extension ErrorHistogram.Bucket {
  /// The bucket in words: `0`, `to 1/2`, `2 to 4`, `above 65536`, `infinite`.
  fileprivate var name: String {
    if from == .infinity { return "infinite" }
    if to == 0 { return "0" }
    if from == 0 { return "to 1/2" }
    if to == 1e300 { return "above \(DecimalText.shortest(from))" }
    return (from == 0.5 ? "1/2" : DecimalText.shortest(from)) + " to \(DecimalText.shortest(to))"
  }
}
