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
    catalogue. Where it has values, its poles, class and limits are proved, or said to be undecided. \
    Zeros, extremes and turns are found numerically, from values and exact derivatives; where intervals \
    do not prove that a formula has no others, the sheet says "not decided" with the stretch.

    gain is 1/sqrt(E f^2), and chi_1 = sigma_w^2 E f'^2 is taken at sigma_w^2 = gain^2. \
    The edge of chaos is that of unit variance, E f'^2 sigma_w^2 = 1; its fixed point is unstable \
    where V'(1) = sigma_w^2 E z f(z) f'(z) is above 1. Distances to functions of \
    the catalogue are the supremum of |f - g| over -10:10. -o draws f, f', f'' and the most \
    important numbers over --x-range; its path goes to standard error.

    Of functions of x and y it prints extrema of f and of the gradient's norm over --x-range and \
    --y-range, symmetries, which way f goes along x and y, and what becomes of two independent standard \
    normal inputs. Laws and trends are proved, refuted, or not decided; means have the digits that are \
    certain.

    Several functions, or a list of values of a parameter, stand side by side, a column each, with \
    six digits; what does not fit the terminal goes below. JSON is then an array of sheets, csv has \
    a row a property.

    --thresholds prints from where on f and f' round to x, to a constant, to 0 or to an infinity in narrow types: every \
    value of 16 bits is looked at and proved; in f32 the two beside each boundary are, and 64 of a binade.

      actviz inspect gelu
      actviz inspect gelu swish mish
      actviz inspect form5:gamma=0.1 --report json -o form5.pdf
      actviz inspect 'x*tanh(softplus(a*x))' --param a=2
      actviz inspect gelu --thresholds --dtype bf16
      actviz inspect swiglu geglu
    """

  static let usual = ["report", "output", "x-range", "alpha", "param"]

  static func run(_ asked: Settings) throws {
    let settings = try asked.readingFiles()
    let functions = try FunctionReader(settings, takingTwoVariables: true).functions()
    if functions.contains(where: { $0.surface != nil }) {
      return try inspectSurfaces(functions, settings)
    }
    if settings[Keys.thresholds] { return try printThresholds(of: functions, settings) }
    if let type = settings.last(Keys.type) {
      throw type.problem("\(Keys.type.name) of inspect is for \(Keys.thresholds.name).")
    }
    _ = try settings.value(Keys.xRange)
    if let range = settings.last(Keys.yRange) {
      throw range.problem(
        "\(Keys.yRange.name) is the domain of y, and \(functions[0].name) is a function of x alone."
      )
    }
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
      FigureRequest(specification, from: .program), specification, quiet: isQuiet, &outputs)
    try outputs.commit(
      telling: path, printed, text(of: inspections, as: printed.format), quiet: isQuiet,
      picture?.viewing)
  }

  /// Prints from where on functions round to something simple.
  private static func printThresholds(of functions: [Function], _ settings: Settings) throws {
    if let other = settings.last(Keys.output) ?? settings.last(Keys.xRange) {
      throw other.problem("\(other.key.name) has no meaning with \(Keys.thresholds.name).")
    }
    let type = try settings.value(Keys.type)
    guard type != .f64 else {
      throw settings.problem(
        Keys.type, "\(Keys.thresholds.name) are of bf16, f16 and f32, not f64.")
    }
    let printed = try PrintedReport(settings, isAlone: true)
    let report = Thresholds.report(of: functions, in: type.map { [$0] } ?? [.bf16, .f16, .f32])
    try Output.standardOutput.write(report.encoded(as: printed.format, digits: nil))
  }

  /// Prints the sheets of functions of x and y.
  private static func inspectSurfaces(_ functions: [Function], _ settings: Settings) throws {
    if let other = functions.first(where: { $0.surface == nil }) {
      let surface = functions.first { $0.surface != nil }?.name ?? ""
      throw settings.problem(
        Keys.functions,
        "\(other.name) is a function of x alone, and \(surface) one of x and y: they make two sheets."
      )
    }
    if let drawn = settings.last(Keys.output) {
      throw drawn.problem(
        "The sheet of a function of x and y is not drawn; 'actviz plot' draws the function itself.")
    }
    let area = Rectangle(
      x: try settings.value(Keys.xRange), y: try settings.value(Keys.yDomain))
    let printed = try PrintedReport(settings, isAlone: true)
    let inspections = functions.compactMap {
      PlaneInspection($0, over: area, telling: ProgressLine.progress)
    }
    var outputs = OutputTransaction()
    try outputs.commit(
      telling: nil, printed, text(of: inspections, as: printed.format),
      quiet: settings[Keys.quiet])
  }

  /// The sheet of one function of x and y, or those of several side by side, in a format, ending in a line end.
  private static func text(of inspections: [PlaneInspection], as format: ReportFormat) -> String {
    let json = inspections.map(\.json)
    if format == .json { return (json.count == 1 ? json[0] : .array(json)).text + "\n" }
    guard inspections.count > 1 else {
      return text(of: Sheet(inspections[0]), as: format)
    }
    func comparison(digits: Int) -> SheetComparison {
      SheetComparison(inspections.map { Sheet($0, digits: digits) })
    }
    return switch format {
    case .text, .json: comparison(digits: 6).text(width: Output.textWidth ?? 80)
    case .csv: comparison(digits: 10).csv
    case .markdown: comparison(digits: 6).markdown
    }
  }

  /// The sheet of one function in a format for readers.
  private static func text(of sheet: Sheet, as format: ReportFormat) -> String {
    switch format {
    case .text, .json: sheet.text
    case .csv: sheet.csv
    case .markdown: sheet.markdown
    }
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
    format == .json
      ? inspection.json.text + "\n" : text(of: Sheet(inspection), as: format)
  }
}
