import Activations
import FigureSpecification
import Tables

/// `actviz check`: the values of another implementation against the true ones.
enum Check: Subcommand {
  static let command = Command.check
  static let abstract = "Check another implementation's values, in units in the last place."
  static let discussion = """
    A FILE holds x and y, or x, y and z of a function of x and y: columns with a header or without, \
    NDJSON, NumPy's npy and npz, or safetensors; two npy files with a column each are read as one. Where it \
    is not certain which columns are meant, --x and --y say it. The truth is the exact value at x, or at x and y, rounded once to the \
    type. An error is |y - truth|, or |z - truth|, in ulp of the truth; NaN or an infinity in place \
    of a number is an infinite error. The exit status is 1 where an \
    error is above --max-ulp. Several files are reported one after another, and drawn in one \
    figure. With --exact the truth is proved, however hard it is to round.

    With --run a program is asked for the values, with LIBRARY.so:NAME a function of a shared library: of every number of a 16-bit type, of a million of others, or as --all, \
    --stride, --sample, --at and --x-range say. It reads little-endian numbers from standard input until that ends, and \
    writes as many in the same order. Where it dies, hangs or writes too little, the report tells what came before, and \
    the input at which it does. Ctrl-C ends with the report of what was seen.

      actviz check gelu torch-gelu.csv --dtype bf16 --max-ulp 1
      actviz check mish mish.npy --report json -o errors.svg
      actviz check swiglu kernel.csv --show fx --dtype f32
      actviz check silu runs.csv --x input --y out.bits --dtype bf16
      actviz check gelu x.raw y.raw --input-format raw --dtype f32
      actviz check gelu ./libkernels.so:gelu_f32 --dtype f32 --sample 1000000
      actviz check gelu --run 'python3 my_kernel.py' --dtype bf16 --max-ulp 1
    """

  static let usual = ["dtype", "max-ulp", "show", "run", "output", "report"]

  static func run(_ asked: Settings) throws {
    let settings = try asked.readingFiles()
    let request = try CheckRequest(
      settings, of: FunctionReader(settings, takingTwoVariables: true).function())
    let printed = try PrintedReport(settings, Keys.checkReport, isAlone: false)
    let isJUnit = try settings.value(Keys.checkReport) == "junit"
    let title = try settings.title(of: [request.function], request.quantity.ofX)
    let look = try Look(settings)
    let picture = try SidePicture(command, asked, beside: "report", look: look)
    let isQuiet = settings[Keys.quiet]
    if !isQuiet { Diagnostic.printWarnings(of: request.function) }
    let programs = try ProgramRequest(settings, isOfPlane: request.quantity.isOfTwoVariables)
    guard !programs.files.isEmpty || !programs.programs.isEmpty else {
      throw settings.problem(
        Keys.pairFiles,
        "check needs <file> ..., LIBRARY.so:NAME or \(Keys.program.name); 'actviz check --help' shows how."
      )
    }
    let groups = try FileGroup.groups(
      of: programs.files, ofTwoVariables: request.quantity.isOfTwoVariables,
      areRaw: request.isRaw)
    let results =
      try groups.map { try request.result(of: $0, telling: ProgressLine.progress) }
      + programs.programs.map {
        try request.result(of: $0, at: programs.inputs, telling: ProgressLine.progress)
      }
    var outputs = OutputTransaction()
    let path = try picture?.add(
      ErrorFigure(results).figure(size: look.size, title: title), quiet: isQuiet, &outputs)
    try outputs.commit(
      telling: path, printed,
      isJUnit ? CheckJUnit.text(of: results) : report(results, as: printed.format), quiet: isQuiet,
      picture?.viewing)
    if let fault = results.compactMap(\.fault).first { throw fault.failure }
    let undecided = results.reduce(0) { $0 + $1.undecided }
    if undecided > 0 {
      throw Failure.unproved(undecided, of: results.reduce(0) { $0 + $1.tally.count })
    }
    if results.contains(where: { $0.isWithin == false }) { throw Failure.beyondLimit }
  }

  /// The reports one after another; in JSON one object, or an array of them for several files; else a row a file.
  private static func report(_ results: [CheckResult], as format: ReportFormat) -> String {
    switch format {
    case .text: results.map(\.report).joined(separator: "\n")
    case .json:
      (results.count == 1 ? results[0].json : JSON.array(results.map(\.json))).text + "\n"
    case .csv, .markdown: CheckResult.table(of: results).encoded(as: format)
    }
  }
}
