import Activations
import Tables

extension CheckResult {
  /// The result for scripts: one JSON object, its keys in snake case.
  var json: JSON {
    .object(
      [
        ("file", .string(path)),
        ("function", .string(function.label)),
        ("quantity", .string(quantity.name)),
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
      ] + findings + [
        ("fault", fault.map { $0.json(in: tally.type) } ?? .null),
        ("verdict", .string(verdict)),
      ])
  }

  /// A row for every file, the ranges and the histogram left out; of two variables with a column more, `worst_z`.
  static func table(of results: [CheckResult]) -> Report {
    let isOfPlane = results.contains { $0.quantity.isOfTwoVariables }
    return Report(
      columns: [
        "file", "function", "quantity", "dtype", "rows", "x_not_in_dtype", "worst_ulp", "worst_x",
        "worst_y",
      ] + (isOfPlane ? ["worst_z"] : []) + [
        "worst_truth", "p99", "nan", "infinite", "flushed", "limit", "within", "likely_function",
      ],
      rows: results.map(\.row))
  }

  /// The coordinates, the value and the truth where the error is largest, by the names that JSON and columns give them.
  private func numbers(of worst: Tally.Case) -> [(String, Double)] {
    let variables =
      quantity.isOfTwoVariables ? [("y", worst.y), ("z", worst.value)] : [("y", worst.value)]
    return [("x", worst.x)] + variables + [("truth", worst.truth)]
  }

  private var row: [Report.Cell] {
    let (tally, worst) = (tally, tally.worst)
    let number = { (count: Int) in Report.Cell.number(Double(count)) }
    return [
      .text(path), .text(function.label), .text(quantity.name), .text(tally.type.rawValue),
      number(tally.count), number(tally.foreignCount),
    ]
      + (worst.map { [.number($0.error)] + numbers(of: $0).map { .number($0.1) } }
        ?? Array(repeating: .none, count: quantity.isOfTwoVariables ? 5 : 4))
      + [
        .number(percentile99), number(tally.nanCount), number(tally.infiniteCount),
        number(tally.flushedCount), limit.map(Report.Cell.number) ?? .none,
        isWithin.map(Report.Cell.flag) ?? .none,
        likely.map { .text($0.function.label) } ?? .none,
      ]
  }

  private var worst: JSON {
    guard let worst = tally.worst else { return .null }
    return .object(
      [("ulp", .number(worst.error))] + numbers(of: worst).map { ($0.0, .number($0.1)) })
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
    .object(
      [("from", .number(from)), ("to", .number(to))]
        + (ys.map { [("from_y", .number($0.lowerBound)), ("to_y", .number($0.upperBound))] } ?? [])
        + [
          ("rows", CheckResult.count(rows)), ("bad", CheckResult.count(bad)),
          ("worst", .number(worst)),
        ])
  }
}

extension ProgramFault {
  fileprivate func json(in type: FloatType) -> JSON {
    .object([
      ("sentence", .string(failure.sentence)),
      ("bits", bits.map { .string(type.text(ofBits: $0)) } ?? .null),
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
