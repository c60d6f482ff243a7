import Activations
import ArgumentParser
import Tables

/// `actviz table`: the numbers themselves, on a grid or at given points.
struct Table: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "table",
    abstract: "Print the values of functions and their derivatives.",
    discussion: """
      Numbers are the shortest decimals that read back to the same double. With --dtype every x \
      is rounded to the type, and every result is the exact value there, rounded once; its \
      decimals are still those of the double that has the same value. npy writes a NumPy array \
      with a field for every column; bfloat16, which NumPy lacks, as float32.

        actviz table form1:alpha=0.5 gelu --show f,df,d2f > values.csv
        actviz table mish --at points.txt --format ndjson
        actviz table gelu --dtype bf16 --all --bits -o gelu.npy
      """
  ).parsedAlone

  @OptionGroup var functions: FunctionOptions
  @OptionGroup var domain: DomainOptions
  @OptionGroup var points: PointOptions
  @OptionGroup var type: TypeOptions

  @Flag(help: "Add a column of bit patterns in hexadecimal behind every column.")
  var bits = false

  @OptionGroup(title: "Output") var output: OutputOptions

  func run() throws {
    let request = try TableRequest(
      functions: functions, domain: domain, type: try type.type() ?? .f64, showsBits: bits,
      points: points)
    let (output, format) = try output.resolved(
      defaultName: nil, defaultFormat: TableFormat.csv)
    try format.check(output)
    if !self.output.quiet { News.print(of: request.functions) }
    var points = try request.points.batches(counted: format.needsRowCount)
    // The first points before the first byte: a file without numbers leaves no header behind.
    var batch = try points.next()
    try output.stream { sink in
      var encoder = TableEncoder(format: format, columns: request.header, rows: points.count)
      try encoder.begin(sink.write)
      while let xs = batch {
        try encoder.append(request.columns(at: xs), sink.write)
        batch = try points.next()
      }
      try encoder.end(sink.write)
    }
  }
}
