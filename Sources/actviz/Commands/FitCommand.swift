import Activations
import Analysis
import Formulas
import ArgumentParser
import CairoBackend
import Figures
import Tables

/// `actviz fit`: the parameters that bring one function nearest to another.
struct FitCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "fit",
    abstract: "Find the parameters that bring one function nearest to another.",
    discussion: """
      Varies up to three parameters within their ranges and prints the best with the distance that \
      is left and the x where the two are farthest apart. With -o both are drawn, with their \
      difference.

        actviz fit swish --to gelu --over beta=0.5:5
        actviz fit 'gate: sigmoid(k*x)' --to gelu --quantity gate --over k=0.5:5
        actviz fit 'x*sigmoid(k*x + b)' --to gelu --over k=0.5:5 --param b=0
      """
  ).parsedAlone

  /// The formats of the result.
  enum Format: String, CaseIterable, ExpressibleByArgument {
    case text, json
  }

  @Argument(help: ArgumentHelp("The function to fit.", valueName: "function"))
  var function: String

  @OptionGroup var construction: ByOptions

  @Option(help: ArgumentHelp("The function to come near to.", valueName: "function"))
  var to: String

  @Option(
    parsing: .unconditionalSingleValue,
    help: ArgumentHelp("A parameter and its range; up to three of them.", valueName: "name=lo:hi"))
  var over: [String]

  @OptionGroup var formulas: FormulaOptions

  @Option(help: ArgumentHelp("What to compare: f, df or gate.", valueName: "name"))
  var quantity = "f"

  @Option(
    help: ArgumentHelp(
      "supremum and l2 over the x-range, gaussian for a standard normal x.", valueName: "name"))
  var norm = Norm.supremum

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp("The domain, -5:5 unless given.", valueName: "lo:hi"))
  var xRange: String?

  @Option(help: ArgumentHelp("text or json.", valueName: "name"))
  var format = Format.text

  @Option(
    name: .shortAndLong,
    help: ArgumentHelp("Draw both and their difference into a file.", valueName: "file"))
  var output: String?

  @OptionGroup(title: "Figure") var figure: FigureOptions

  @Flag(name: .shortAndLong, help: "Print nothing but errors.")
  var quiet = false

  func run() throws {
    let request = try FitRequest(self)
    let functions = [request.reference.family.atDefaults, request.target]
    let title = try figure.title(of: functions, [request.quantity])
    let look = try figure.look()
    let picture = try SidePicture(at: output, beside: "result", look: look)
    let fit = try request.fit()
    if !quiet { News.warn(of: fit.function) }
    if let picture {
      let drawn = request.figure(of: fit, look: look, title: title)
      try picture.write(drawn, quiet: quiet)
    }
    let text = format == .json ? fit.json.text + "\n" : fit.report(in: norm)
    if !quiet { try Output.standardOutput.write(text) }
  }
}

extension Norm: ExpressibleByArgument {}

extension Fit {
  fileprivate var json: JSON {
    .object([
      ("parameters", .object(parameters.map { ($0.name, .number($0.value)) })),
      ("error", .number(error)),
      ("x", .number(x)),
    ])
  }

  fileprivate func report(in norm: Norm) -> String {
    let rows =
      parameters.map { [Report.Cell.text($0.name), .number($0.value)] }
      + [[.text("\(norm.rawValue) error"), .number(error)], [.text("farthest at x"), .number(x)]]
    // The names need no header.
    let table = Report(columns: ["", ""], rows: rows).encoded(as: .text, digits: 8)
    return String(table.drop { $0 == "\n" })
  }
}
