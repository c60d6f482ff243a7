import Activations
import Analysis
import FigureSpecification
import Figures
import Tables

/// `actviz inspect`: the property sheet of a function, or those of several side by side.
enum Inspect: Subcommand {
  static let command = Command.inspect
  static let abstract = "Print the property sheet of a function, or compare several."
  static let discussion = """
    The sheet goes to standard output: the range, where f rises and bends, limits and \
    asymptotes, smoothness, how far relu is over the whole line, what becomes of a standard \
    normal input, where float types overflow or flush to zero, and the nearest functions of the \
    catalogue. Where it has values, its poles and limits are proved, or said to be undecided; the \
    rest is found numerically, from values and exact derivatives, so that "none found" is no proof.

    gain is 1/sqrt(E f^2), and chi_1 = sigma_w^2 E f'^2 is taken at sigma_w^2 = gain^2. \
    The edge of chaos is that of unit variance, E f'^2 sigma_w^2 = 1; its fixed point is unstable \
    where V'(1) = sigma_w^2 E z f(z) f'(z) is above 1. Distances to functions of \
    the catalogue are the supremum of |f - g| over -10:10. -o draws f, f', f'' and the most \
    important numbers over --x-range; its path goes to standard error.

    Several functions, or a list of values of a parameter, stand side by side, a column each, with \
    six digits; what does not fit the terminal goes below. JSON is then an array of sheets, csv has \
    a row a property.

      actviz inspect gelu
      actviz inspect gelu swish mish
      actviz inspect form5:gamma=0.1 --report json -o form5.pdf
      actviz inspect 'x*tanh(softplus(a*x))' --param a=2
    """

  static let usual = ["report", "output", "x-range", "alpha", "param"]

  static func run(_ asked: Settings) throws {
    let settings = try asked.readingFiles()
    let functions = try FunctionReader(settings).functions()
    _ = try settings.value(Keys.xRange)
    let printed = try PrintedReport(settings, isAlone: !settings.has(Keys.output))
    var title = try settings.title(of: functions, [.f])
    if title == nil, functions.count > 1 {
      title = Title.names(of: functions, FigureNames(of: functions))
    }
    let look = try Look(settings)
    let picture = try SidePicture(command, asked, beside: "sheet", look: look)
    let isQuiet = settings[Keys.quiet]
    if !isQuiet { functions.forEach(Diagnostic.printWarnings) }
    let inspections = functions.map { Inspection($0, telling: ProgressLine.progress) }
    var outputs = OutputTransaction()
    let specification = SheetFigure(inspections).specification(settings, title: title)
    let path = try picture?.add(
      FigureRequest(specification, from: .program).figure(), specification, quiet: isQuiet, &outputs
    )
    try outputs.commit(
      telling: path, printed, text(of: inspections, as: printed.format), quiet: isQuiet)
  }

  /// The sheet of one function, or those of several side by side, in a format, ending in a line end.
  private static func text(of inspections: [Inspection], as format: ReportFormat) -> String {
    guard inspections.count > 1 else {
      return inspections.map { text(of: $0, as: format) }.joined()
    }
    // To compare, fewer digits are enough for readers; a program gets all.
    func comparison(digits: Int) -> SheetComparison {
      SheetComparison(inspections.map { Sheet($0, digits: digits) })
    }
    return switch format {
    case .text: comparison(digits: 6).text(width: Output.textWidth ?? 80)
    case .csv: comparison(digits: 10).csv
    case .markdown: comparison(digits: 6).markdown
    case .json: JSON.array(inspections.map(\.json)).text + "\n"
    }
  }

  /// The sheet in a format, ending in a line end.
  static func text(of inspection: Inspection, as format: ReportFormat) -> String {
    switch format {
    case .text: Sheet(inspection).text
    case .csv: Sheet(inspection).csv
    case .markdown: Sheet(inspection).markdown
    case .json: inspection.json.text + "\n"
    }
  }
}
