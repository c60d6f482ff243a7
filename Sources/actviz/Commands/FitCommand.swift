import Activations
import Analysis
import FigureSpecification
import Tables

/// `actviz fit`: the parameters that bring one function nearest to another.
enum FitCommand: Subcommand {
  static let command = Command.fit
  static let abstract = "Find the parameters that bring one function nearest to another."
  static let discussion = """
    Varies up to six parameters within their ranges and prints the best with the distance that \
    is left and the x where the two are farthest apart. It says where a parameter stands at an end \
    of its range, so that the best may lie beyond, and which other values are as good, and which do not matter. With -o \
    both are drawn, with their difference.

      actviz fit swish --reference gelu --over beta=0.5:5
      actviz fit 'gate: sigmoid(k*x)' --reference gelu --show gate --over k=0.5:5
      actviz fit 'x*sigmoid(k*x + b)' --reference gelu --over k=0.5:5 --param b=0
    """

  static let usual = ["over", "reference", "show", "norm", "x-range", "output", "report"]

  static func run(_ asked: Settings) throws {
    let settings = try asked.readingFiles()
    let request = try FitRequest(settings)
    let functions = [request.reference.family.atDefaults, request.target]
    let printed = try PrintedReport(settings, isAlone: !settings.has(Keys.output))
    let title = try settings.title(of: functions, [request.quantity])
    let look = try Look(settings)
    let picture = try SidePicture(command, asked, beside: "result", look: look)
    let fit = try request.fit(telling: ProgressLine.progress)
    let isQuiet = settings[Keys.quiet]
    if !isQuiet { Diagnostic.printWarnings(of: fit.function) }
    var outputs = OutputTransaction()
    let path = try picture?.add(
      request.figure(of: fit, look: look, title: title),
      FitRequest.specification(of: fit, to: request.target, settings), quiet: isQuiet, &outputs)
    try outputs.commit(
      telling: path, printed, fit.text(in: request.norm, as: printed.format), quiet: isQuiet,
      picture?.viewing)
  }
}

extension Fit {
  fileprivate var json: JSON {
    .object([
      ("parameters", .object(parameters.map { ($0.name, .number($0.value)) })),
      ("error", .number(error)),
      ("x", .number(x)),
      ("at_bound", .array(bounded.map(JSON.string))),
      ("without_effect", .array(idle.map(JSON.string))),
      (
        "as_good_within",
        .object(
          flat.map {
            ($0.name, .array([$0.range.lowerBound, $0.range.upperBound].map(JSON.number)))
          })
      ),
      (
        "equally_good",
        .array(
          equals.map { values in
            .object(zip(parameters, values).map { ($0.name, .number($1)) })
          })
      ),
    ])
  }

  /// What was found, in a form.
  fileprivate func text(in norm: Norm, as format: ReportFormat) -> String {
    switch format {
    case .json: return json.text + "\n"
    case .csv: return row.encoded(as: .csv)
    case .markdown:
      return Report(columns: ["quantity", "value"], rows: rows(in: norm)).encoded(
        as: .markdown, digits: 8)
    case .text:
      // The names need no header.
      let table = Report(columns: ["", ""], rows: rows(in: norm)).encoded(as: .text, digits: 8)
      return String(table.drop { $0 == "\n" })
    }
  }

  /// The best parameters, the error that is left and where, as one row for scripts.
  private var row: Report {
    Report(
      columns: parameters.map(\.name) + ["error", "x", "at_bound", "without_effect"],
      rows: [
        parameters.map { .number($0.value) }
          + [.number(error), .number(x), .text(bounded.joined(separator: " "))]
          + [.text(idle.joined(separator: " "))]
      ])
  }

  /// The same for readers, a line each.
  private func rows(in norm: Norm) -> [[Report.Cell]] {
    parameters.map { [Report.Cell.text($0.name), .number($0.value)] }
      + [[.text("\(norm.rawValue) error"), .number(error)], [.text("farthest at x"), .number(x)]]
      + bounded.map { [.text("at its bound"), .text($0)] }
      + idle.map { [.text("does not matter"), .text($0)] }
      + flat.filter { !idle.contains($0.name) }.flatMap { name, range in
        [
          [.text("as good: \(name) from"), .number(range.lowerBound)],
          [.text("as good: \(name) to"), .number(range.upperBound)],
        ]
      }
      + equals.flatMap { values in
        zip(parameters, values).map { [.text("as good: \($0.name)"), .number($1)] }
      }
  }
}
