import Activations
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
    var request = request
    let place = try ResultPlace(settings, Keys.tableFormat, default: TableFormat.csv)
    if !settings[Keys.quiet] { Diagnostic.print(of: request.functions) }
    var points = try request.points.batches(counted: place.format.needsRowCount)
    ProgressLine.begin(request.stage(rows: points.count))
    try stream(request.header.columns, points.count, place) {
      try points.next().map { request.columns(at: $0, telling: ProgressLine.progress) }
    }
    try request.checkProofs()
  }

  private static func run(_ request: SurfaceTableRequest, _ settings: Settings) throws {
    var request = request
    let place = try ResultPlace(settings, Keys.tableFormat, default: TableFormat.csv)
    var points = try request.points.batches(counted: place.format.needsRowCount)
    ProgressLine.begin(request.stage(rows: points.count))
    try stream(request.header.columns, points.count, place) {
      try points.next().map { request.columns(at: $0, telling: ProgressLine.progress) }
    }
    try request.checkProofs()
  }

  /// Writes rows batch by batch, as long as there are some.
  private static func stream(
    _ header: [TableColumn], _ rows: Int?, _ place: ResultPlace<TableFormat>,
    _ next: () throws -> [[Double]]?
  ) throws {
    // The first rows before the first byte: a file without numbers leaves no header behind.
    var batch = try next()
    try place.output.stream { sink in
      var encoder = TableEncoder(format: place.format, columns: header, rows: rows)
      try encoder.begin(sink.write)
      while let columns = batch {
        try encoder.append(columns, sink.write)
        batch = try next()
      }
      try encoder.end(sink.write)
    }
  }
}
