import Activations
import Analysis
import ArgumentParser
import CairoBackend
import Tables

/// `actviz compare`: functions and their errors against a reference, as a figure and in numbers.
struct Compare: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "compare",
    abstract: "Draw functions against a reference and print how far they are from it.",
    discussion: """
      The measures go to standard output, the figure to compare-NAME-NAME….png or -o, its path \
      to standard error. The measures are f, f' and the gate at 0; the minimum of f and where it \
      is; the supremum of |f - reference| and where; the integral of (f - reference)^2; the \
      supremum of |f'| and where, all over the x-range; and whether H(x) + H(-x) = 1.

      On a logarithmic --y-scale the differences are drawn without their sign.

      With --dtype the differences are drawn once more in ulp of the type: at values of the type, \
      the exact value of the function rounded once to the type, minus that of the reference, in \
      ulp of the latter. argmax_ulp and max_ulp tell where it is largest for f, over every value \
      of a 16-bit type in the x-range, and over 4096 steps and more of a wider one.

        actviz compare gelu swish mish -o cmp.svg
        actviz compare gelu_tanh gelu_sigmoid --reference gelu --measures markdown
        actviz compare gelu_tanh --reference gelu --dtype bf16
      """
  ).parsedAlone

  @OptionGroup var functions: FunctionOptions

  @Option(help: ArgumentHelp("What to compare with.", valueName: "function"))
  var reference = Self.defaultReference

  /// What is compared with where nothing is named.
  static let defaultReference = "relu"

  @Option(
    help: ArgumentHelp(
      "How to print the measures: \(ReportFormat.allCases.map(\.rawValue).joined(separator: ", ")).",
      valueName: "name"))
  var measures = ReportFormat.text

  @OptionGroup var domain: DomainOptions
  @OptionGroup var scales: ScaleOptions
  @OptionGroup var type: TypeOptions
  @OptionGroup(title: "Figure") var figure: FigureOptions
  @OptionGroup(title: "Panels") var facets: FacetOptions
  @OptionGroup(title: "Reading aids") var reading: ReadingOptions
  @OptionGroup(title: "Output") var output: OutputOptions

  @OptionGroup var saving: SaveOptions

  func run() throws {
    let request = try request()
    let (output, format) = try self.output.resolved(
      defaultName: "compare-" + Title.fileName(of: request.functions),
      defaultFormat: ImageFormat.png)
    try format.check(output)
    guard output.destination != .standardOutput || self.output.quiet else {
      throw Failure(
        .usage, "Standard output holds the measures; give the figure a file, or add --quiet.")
    }
    if !self.output.quiet { News.print(of: request.drawn) }
    let path = try request.figureRequest().draw(
      to: output, as: format,
      provenance: saving.provenance("compare", beside: output, quiet: self.output.quiet),
      quiet: self.output.quiet)
    guard !self.output.quiet else { return }
    if let path { StandardError.print(path) }
    try Output.standardOutput.write(Self.report(request).encoded(as: measures))
  }

  /// What is asked for, in plain values.
  func request() throws -> PlotRequest {
    try PlotRequest(
      functions: functions, reference: reference, type: try type.type(), domain: domain,
      scales: scales, figure: figure, facets: facets,
      reading: reading)
  }

  /// One row of measures a function.
  static func report(_ request: PlotRequest) -> Report {
    let reference = request.reference ?? request.functions[0]
    let domain = request.domain
    var report = Report(columns: [
      "function", "f_0", "df_0", "gate_0", "argmin", "min", "argmax_error", "max_error",
      "squared_error", "argmax_slope", "max_slope", "symmetric",
    ])
    if request.type != nil { report.columns += ["argmax_ulp", "max_ulp"] }
    for function in request.functions {
      let measures = Measures(of: function, against: reference, over: domain)
      var row = [.text(function.label)] + measures.cells
      if let type = request.type {
        let distance = UlpDistance(of: function, from: reference, in: type)
        row += distance.supremum(over: domain).map { [.number($0.x), .number($0.value)] } ?? []
      }
      report.rows.append(row)
    }
    return report
  }
}

extension ReportFormat: ExpressibleByArgument {}

extension Measures {
  /// The measures in the order of `compare`'s columns.
  fileprivate var cells: [Report.Cell] {
    [
      .number(valueAtZero), .number(slopeAtZero), gateAtZero.map(Report.Cell.number) ?? .none,
      .number(minimum.x), .number(minimum.value), .number(supremumDistance.x),
      .number(supremumDistance.value), .number(squaredDistance), .number(slopeBound.x),
      .number(slopeBound.value), isSymmetric.map(Report.Cell.flag) ?? .none,
    ]
  }
}
