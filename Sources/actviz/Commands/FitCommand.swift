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
    of its range, so that the best may lie beyond, and which other values are as good. With -o \
    both are drawn, with their difference.

      actviz fit swish --to gelu --over beta=0.5:5
      actviz fit 'gate: sigmoid(k*x)' --to gelu --quantity gate --over k=0.5:5
      actviz fit 'x*sigmoid(k*x + b)' --to gelu --over k=0.5:5 --param b=0
    """

  static func run(_ asked: Settings) throws {
    let settings = try asked.readingFiles()
    let request = try FitRequest(settings)
    let functions = [request.reference.family.atDefaults, request.target]
    let format = try settings.value(Keys.resultFormat)
    let title = try settings.title(of: functions, [request.quantity])
    let look = try Look(settings)
    let picture = try SidePicture(command, asked, beside: "result", look: look)
    let fit = try request.fit()
    let isQuiet = settings[Keys.quiet]
    if !isQuiet { Diagnostic.printWarnings(of: fit.function) }
    var outputs = OutputTransaction()
    let path = try picture?.add(
      request.figure(of: fit, look: look, title: title), quiet: isQuiet, &outputs)
    let text = format == .json ? fit.json.text + "\n" : fit.report(in: request.norm)
    try outputs.commit(telling: path, result: text, quiet: isQuiet)
  }
}

extension Fit {
  fileprivate var json: JSON {
    .object([
      ("parameters", .object(parameters.map { ($0.name, .number($0.value)) })),
      ("error", .number(error)),
      ("x", .number(x)),
      ("at_bound", .array(bounded.map(JSON.string))),
      (
        "equally_good",
        .array(
          equals.map { values in
            .object(zip(parameters, values).map { ($0.name, .number($1)) })
          })
      ),
    ])
  }

  fileprivate func report(in norm: Norm) -> String {
    let rows =
      parameters.map { [Report.Cell.text($0.name), .number($0.value)] }
      + [[.text("\(norm.rawValue) error"), .number(error)], [.text("farthest at x"), .number(x)]]
      + bounded.map { [.text("at its bound"), .text($0)] }
      + equals.flatMap { values in
        zip(parameters, values).map { [.text("as good: \($0.name)"), .number($1)] }
      }
    // The names need no header.
    let table = Report(columns: ["", ""], rows: rows).encoded(as: .text, digits: 8)
    return String(table.drop { $0 == "\n" })
  }
}
