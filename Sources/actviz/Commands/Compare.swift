import Activations
import Analysis
import CairoBackend
import Exact
import FigureSpecification
import Tables

/// `actviz compare`: functions and their errors against a reference, as a figure and in numbers.
enum Compare: Subcommand {
  static let command = Command.compare
  static let abstract = "Draw functions against a reference and measure the difference."
  static let discussion = """
    The measures go to standard output, the figure to compare-NAME-NAME….png or -o, its path \
    to standard error. The measures are f, f' and the gate at 0; the minimum of f and where it \
    is; the supremum of |f - reference| and where; the integral of (f - reference)^2; the \
    supremum of |f'| and where, all over the x-range; and whether H(x) + H(-x) = 1. For every \
    quantity but f that --show names, the supremum of the difference, where it is, and the \
    integral of its square follow.

    0 is printed for what is 0. What is not, but less than all doubles, is <4.9e-324, what is \
    finite, but more than all doubles, is >1.8e+308, and what could only be told to be no more is \
    printed with ≤; what could not be told is left out. CSV and JSON have 5e-324, inf and the bound \
    there, and name them in a column bounds.

    On a logarithmic --y-scale the differences are drawn without their sign.

    With --dtype the differences are drawn once more in ulp of the type: at values of the type, \
    the exact value of the function rounded once to the type, minus that of the reference, in \
    ulp of the latter. argmax_ulp and max_ulp tell where it is largest for f, over every value \
    of a 16-bit type in the x-range, and over 4096 steps and more of a wider one.

    Of functions of x and y the measures are those over x and y, a row for each of f, fx and fy that \
    --show asks for: the value at the origin, the minimum, the supremum of |f - reference|, each with \
    its x and y, the mean of f - reference, left out where it may be 0, the root of the mean square, \
    the integral of the square, of both the digits that are certain, and of f the supremum of the \
    gradient's norm. The reference is reglu unless given.

    With --exact every value that is measured is the double nearest to the exact one, or the \
    value of the type: those at 0, the minimum and the suprema at the places told, and the ulps. \
    That nothing lies farther out between these places is not proved, nor is the integral. What \
    cannot be decided is counted, and the exit status is 1.

      actviz compare gelu swish mish -o cmp.svg
      actviz compare gelu_tanh gelu_sigmoid --reference gelu --report markdown
      actviz compare gelu_tanh --reference gelu --dtype bf16
      actviz compare clamped_swiglu --reference swiglu --show f,fx,fy --no-figure
    """

  static let usual = [
    "reference", "show", "x-range", "report", "output", "dtype", "alpha", "param",
  ]

  static func run(_ asked: Settings) throws {
    let sliders = try Sliders(asked.readingFiles())
    var settings = sliders.settings
    let functions = try FunctionReader(settings, takingTwoVariables: true).functions()
    let hasSurfaces = functions.contains { $0.surface != nil }
    settings = settings.with(
      Keys.reference, hasSurfaces ? Keys.standardSurfaceReference : Keys.standardReference)
    let reader = try FunctionReader(settings, takingTwoVariables: hasSurfaces)
    let figure = Specification(settings)
    if hasSurfaces {
      let request = try SurfaceCompareRequest(settings, reader, functions)
      try run(
        asked, settings, sliders, functions,
        figure: { try PictureRequest(figure.settings).figure },
        report: { request.report(&$0) })
    } else {
      let request = try PlotRequest(figure.settings, reader, functions)
      try request.checkStrangers()
      try run(
        asked, settings, sliders, request.functions, telling: request.drawn,
        figure: {
          try PlotRequest(figure.settings, reader, functions.map(sliders.named)).figureRequest()
        },
        report: { [isProved = settings[Keys.exact]] in
          // Those that stand there unasked are drawn alone.
          let others = settings.last(Keys.quantities) == nil ? [] : request.quantities
          return report(
            request, telling: others.filter { $0 != .f }, isProved: isProved, &$0)
        })
    }
  }

  /// Draws the figure and prints the report, both or neither.
  private static func run(
    _ asked: Settings, _ settings: Settings, _ sliders: Sliders, _ functions: [Function],
    telling drawn: [Function] = [], figure: () throws -> FigureRequest,
    report: (inout ProofCount) -> Report
  ) throws {
    let specification = Specification(settings)
    let printed = try PrintedReport(settings, isAlone: settings[Keys.noFigure])
    let place = try place(settings, functions, beside: printed)
    let viewing = try Viewing(settings, of: place?.output, as: place?.format)
    let saved = try SavedFigure(settings, beside: place?.output ?? .standardOutput)
    let isQuiet = settings[Keys.quiet]
    if !isQuiet { Diagnostic.print(of: drawn) }
    let provenance = try Provenance(command: ShellText.of(command, asked), specification)
    var outputs = OutputTransaction()
    let path = try place.flatMap {
      try figure().draw(
        to: $0, sliders: sliders, asked: (command, asked), provenance: provenance, quiet: isQuiet,
        &outputs)
    }
    try saved.add(specification, &outputs)
    var proofs = ProofCount()
    try outputs.commit(
      telling: path, printed, report(&proofs).encoded(as: printed.format), quiet: isQuiet,
      viewing)
    try proofs.check()
  }

  /// Where the figure goes; nil where none is asked for.
  private static func place(
    _ settings: Settings, _ functions: [Function], beside printed: PrintedReport
  ) throws -> ResultPlace<PictureFormat>? {
    guard !settings[Keys.noFigure] else {
      let given = settings.last(Keys.output) ?? settings.last(Keys.pictureFormat)
      if let given {
        throw given.problem(
          "\(Keys.noFigure.name) draws none, so that \(given.key.name) is for nothing.")
      }
      return nil
    }
    let place = try ResultPlace(
      settings, Keys.pictureFormat, named: "compare-" + Title.fileName(of: functions),
      default: PictureFormat.png)
    guard !printed.isPrinted || place.output.destination != .standardOutput else {
      throw settings.problem(
        Keys.output,
        "Standard output holds the measures; give the figure a file, or add \(Keys.quiet.name).")
    }
    return place
  }

  /// How far a quantity of a function is from that of the reference; nothing where one has none.
  private static func distance(
    _ quantity: Quantity, _ function: Function, _ reference: Function,
    over domain: ClosedRange<Double>
  ) -> [Report.Cell] {
    guard function.has(quantity), reference.has(quantity) else { return [.none, .none, .none] }
    let distance = Distance(quantity, of: function, from: reference, over: domain)
    return [
      .number(distance.supremum.x), .number(distance.supremum.value, distance.supremumIs),
      .number(distance.square, distance.squareIs),
    ]
  }

  /// One row of measures a function; what is proved of them is counted.
  ///
  /// - Parameter others: The quantities beside f of which the distances are told too.
  static func report(
    _ request: PlotRequest, telling others: [Quantity] = [], isProved: Bool = false,
    _ proofs: inout ProofCount
  ) -> Report {
    let reference = request.reference ?? request.functions[0]
    let domain = request.domain
    var report = Report(columns: [
      "function", "f_0", "df_0", "gate_0", "argmin", "min", "argmax_error", "max_error",
      "squared_error", "argmax_slope", "max_slope", "symmetric",
    ])
    if request.type != nil { report.columns += ["argmax_ulp", "max_ulp"] }
    for quantity in others {
      report.columns += ["argmax_error", "max_error", "squared_error"].map {
        "\($0)_\(quantity.rawValue)"
      }
    }
    let beside = report.columns.count - 3 * others.count
    ProgressLine.begin(.init("measures", counting: "functions", total: request.functions.count))
    for function in request.functions {
      defer { ProgressLine.progress.advance(1) }
      let measures =
        isProved
        ? Measures(of: function, against: reference, over: domain, isProved: true)
        : Measures(of: function, against: reference, over: domain)
      if isProved { proofs.add(measures.proofs) }
      var row = [.text(function.label)] + measures.cells
      if let type = request.type {
        let distance = UlpDistance(
          of: function, from: reference, in: type, proving: isProved ? .all : .roundings)
        if let (supremum, proved) = distance.provedSupremum(over: domain) {
          row += [.number(supremum.x), .number(supremum.value)]
          if isProved { proofs.add(proved) }
        }
      }
      row += Array(repeating: .none, count: max(0, beside - row.count))
      row += others.flatMap { distance($0, function, reference, over: domain) }
      report.rows.append(row)
    }
    return report
  }
}

extension Measures {
  /// The measures in the order of `compare`'s columns.
  fileprivate var cells: [Report.Cell] {
    func cell(_ value: Double, _ number: Number) -> Report.Cell {
      .number(value, standing(of: number))
    }
    return [
      cell(valueAtZero, .valueAtZero), cell(slopeAtZero, .slopeAtZero),
      gateAtZero.map { cell($0, .gateAtZero) } ?? .none, .number(minimum.x),
      cell(minimum.value, .minimum), .number(supremumDistance.x),
      cell(supremumDistance.value, .supremumDistance), cell(squaredDistance, .squaredDistance),
      .number(slopeBound.x), .number(slopeBound.value),
      isSymmetric.map(Report.Cell.flag) ?? .none,
    ]
  }
}

extension Report.Cell {
  /// A number as it stands to what it measures.
  fileprivate static func number(_ value: Double, _ standing: Standing) -> Self {
    switch standing {
    case .equal: .number(value)
    case .below: .bound(value, .below)
    case .above: .bound(value, .above)
    case .atMost: .bound(value, .atMost)
    case .unknown: .none
    }
  }
}
