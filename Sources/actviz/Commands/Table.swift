import Activations
import Analysis
import Blocks
import FigureSpecification
import Tables

/// `actviz table`: the numbers themselves, on a grid or at given points.
enum Table: Subcommand {
  static let command = Command.table
  static let abstract = "Print the values of functions and their derivatives."
  static let discussion = """
    Numbers are the shortest decimals that read back to the same double. With --dtype every x \
    is rounded to the type, and every result is the exact value there, rounded once; its \
    decimals are still those of the double that has the same value. npy writes a NumPy array \
    with a field for every column; bfloat16, which NumPy lacks, as float32.

      actviz table form1:alpha=0.5 gelu --show f,df,d2f > values.csv
      actviz table mish --at points.txt --format ndjson
      actviz table 'sin(pi*x)/(x-1)' --exact --samples 3 --x-range 0:2
      actviz table gelu --dtype bf16 --all --bits -o gelu.npy
    """

  static let usual = ["show", "x-range", "samples", "at", "output", "format", "dtype", "exact"]

  static func run(_ settings: Settings) throws {
    let settings = try settings.readingFiles()
    let functions = try FunctionReader(settings, takingTwoVariables: true).functions()
    if functions.contains(where: { $0.surface != nil }) {
      try run(SurfaceTableRequest(settings, functions), settings)
    } else {
      try run(TableRequest(settings, functions), settings)
    }
  }

  private static func run(_ request: TableRequest, _ settings: Settings) throws {
    let place = try ResultPlace(settings, Keys.tableFormat, default: TableFormat.csv)
    if !settings[Keys.quiet] { Diagnostic.print(of: request.functions) }
    var points = try request.points.batches(
      of: request.batch, counted: place.format.needsRowCount)
    try stream(request, points.count, place) { try points.next() }
  }

  private static func run(_ request: SurfaceTableRequest, _ settings: Settings) throws {
    let place = try ResultPlace(settings, Keys.tableFormat, default: TableFormat.csv)
    var points = try request.points.batches(
      of: request.batch, counted: place.format.needsRowCount)
    try stream(request, points.count, place) { try points.next() }
  }

  /// Writes rows batch by batch, as long as there are points.
  private static func stream<Request: Tabulation>(
    _ request: Request, _ rows: Int?, _ place: ResultPlace<TableFormat>,
    _ next: () throws -> Request.Points?
  ) throws {
    let engine = try BlockEngine.asked()
    ProgressLine.begin(request.stage(rows: rows))
    // The first points before the first byte: a file without numbers leaves no header behind.
    var first = try next()
    var proofs = ProofCount()
    try place.output.stream { sink in
      let encoder = TableEncoder(format: place.format, columns: request.header.columns, rows: rows)
      try encoder.opening.withUnsafeBytes(sink.write)
      proofs = try request.write(
        {
          defer { first = nil }
          return try first ?? next()
        }, as: encoder, telling: ProgressLine.progress, on: engine, to: sink.write)
      try encoder.closing.withUnsafeBytes(sink.write)
    }
    try proofs.check()
  }
}
