import Activations
import Formulas
import ArgumentParser
import CairoBackend
import Figures
import Tables

/// `actviz check`: the values of another implementation against the true ones.
struct Check: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Check the values that another implementation gave, in units in the last place.",
    discussion: """
      A FILE holds x and y: columns with a header or without, NDJSON, or NumPy's npy. The truth is \
      the exact value at x, rounded once to the type. An error is |y - truth| in ulp of the truth; \
      NaN or an infinity in place of a number is an infinite error. The exit status is 1 where an \
      error is above --max-ulp. Several files are reported one after another, and drawn in one \
      figure.

        actviz check gelu torch-gelu.csv --dtype bf16 --max-ulp 1
        actviz check mish mish.npy --format json -o errors.svg
      """
  ).parsedAlone

  /// The formats of the report.
  enum Format: String, CaseIterable, ExpressibleByArgument {
    case text, json
  }

  @Argument(
    help: ArgumentHelp("The function that was meant.", valueName: "function"),
    completion: .list(Catalogue.all.flatMap { [$0.name] + $0.aliases }))
  var function: String

  @Argument(
    help: ArgumentHelp("Files of x and y; - is standard input.", valueName: "file"),
    completion: .file())
  var files: [String]

  @Option(
    help: ArgumentHelp(
      "What y is, of \(Quantity.allCases.map(\.rawValue).joined(separator: ", ")).",
      valueName: "name"))
  var quantity = Quantity.f.rawValue

  @OptionGroup var formulas: FormulaOptions
  @OptionGroup var type: TypeOptions

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp("The largest error that is allowed.", valueName: "n"))
  var maxUlp: String?

  @Flag(
    help: """
      Round x and y to the type first, where a file holds its values in few digits (0.1 for the \
      single nearest to it).
      """)
  var round = false

  @Option(help: ArgumentHelp("text or json.", valueName: "name"))
  var format = Format.text

  @Option(
    name: .shortAndLong,
    help: ArgumentHelp("Draw the errors over x to a PNG, SVG or PDF file.", valueName: "file"))
  var output: String?

  @OptionGroup(title: "Figure") var figure: FigureOptions

  @Flag(name: .shortAndLong, help: "Print nothing but errors; the exit status tells.")
  var quiet = false

  func run() throws {
    let request = try CheckRequest(
      function: formulas.function(function, role: "The function"), quantity: quantity,
      type: try type.type(), limit: maxUlp, rounds: round)
    let title = try figure.title(of: [request.function], [request.quantity])
    let look = try figure.look()
    let picture = try SidePicture(at: output, beside: "report", look: look)
    if !quiet { News.warn(of: request.function) }
    let results = try files.map { try request.result(of: $0) }
    if let picture {
      let drawn = ErrorFigure(results).figure(size: look.size, title: title)
      try picture.write(drawn, quiet: quiet)
    }
    if !quiet { try Output.standardOutput.write(report(results)) }
    if results.contains(where: { $0.isWithin == false }) { throw Failure.beyondLimit }
  }

  /// The reports one after another; in JSON one object, or an array of them for several files.
  private func report(_ results: [CheckResult]) -> String {
    switch format {
    case .text: results.map(\.report).joined(separator: "\n")
    case .json:
      (results.count == 1 ? results[0].json : JSON.array(results.map(\.json))).text + "\n"
    }
  }
}
