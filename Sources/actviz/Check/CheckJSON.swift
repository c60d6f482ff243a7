import Tables

extension CheckResult {
  /// The result for scripts: one JSON object, its keys in snake case.
  var json: JSON {
    .object([
      ("file", .string(path)),
      ("function", .string(function.label)),
      ("quantity", .string(quantity.rawValue)),
      ("dtype", .string(tally.type.rawValue)),
      ("rows", Self.count(tally.count)),
      ("x_not_in_dtype", Self.count(tally.foreignCount)),
      ("worst", worst),
      ("p99", .number(percentile99)),
      ("nan", Self.count(tally.nanCount)),
      ("infinite", Self.count(tally.infiniteCount)),
      ("flushed", Self.count(tally.flushedCount)),
      ("histogram", .array(tally.histogram.buckets.map(\.json))),
      ("threshold", .number(threshold)),
      ("ranges", .array(ranges.map(\.json))),
      ("limit", limit.map(JSON.number) ?? .null),
      ("within", isWithin.map(JSON.flag) ?? .null),
      ("likely_function", likely.map(\.json) ?? .null),
      ("verdict", .string(verdict)),
    ])
  }

  /// A row for every file, the ranges and the histogram left out.
  static func table(of results: [CheckResult]) -> Report {
    Report(
      columns: [
        "file", "function", "quantity", "dtype", "rows", "x_not_in_dtype", "worst_ulp", "worst_x",
        "worst_y", "worst_truth", "p99", "nan", "infinite", "flushed", "limit", "within",
        "likely_function",
      ],
      rows: results.map(\.row))
  }

  private var row: [Report.Cell] {
    let (tally, worst) = (tally, tally.worst)
    let number = { (count: Int) in Report.Cell.number(Double(count)) }
    return [
      .text(path), .text(function.label), .text(quantity.rawValue), .text(tally.type.rawValue),
      number(tally.count), number(tally.foreignCount),
    ]
      + [worst?.error, worst?.x, worst?.y, worst?.truth].map { $0.map(Report.Cell.number) ?? .none }
      + [
        .number(percentile99), number(tally.nanCount), number(tally.infiniteCount),
        number(tally.flushedCount), limit.map(Report.Cell.number) ?? .none,
        isWithin.map(Report.Cell.flag) ?? .none,
        likely.map { .text($0.function.label) } ?? .none,
      ]
  }

  private var worst: JSON {
    guard let worst = tally.worst else { return .null }
    return .object([
      ("ulp", .number(worst.error)), ("x", .number(worst.x)), ("y", .number(worst.y)),
      ("truth", .number(worst.truth)),
    ])
  }

  fileprivate static func count(_ count: Int) -> JSON { .number(Double(count)) }
}

extension ErrorHistogram.Bucket {
  /// Above `from` up to and including `to`, in ulp; the last finite bucket has no end.
  fileprivate var json: JSON {
    .object([
      ("from", .number(from)), ("to", .number(to == 1e300 ? .infinity : to)),
      ("count", CheckResult.count(count)),
    ])
  }
}

extension BadRange {
  fileprivate var json: JSON {
    .object([
      ("from", .number(from)), ("to", .number(to)), ("rows", CheckResult.count(rows)),
      ("bad", CheckResult.count(bad)), ("worst", .number(worst)),
    ])
  }
}

extension LikelyFunction {
  fileprivate var json: JSON {
    .object([
      ("name", .string(function.label)), ("worst", .number(worst)),
      ("p99", .number(percentile99)), ("rows", CheckResult.count(rows)),
    ])
  }
}
