import Activations
import ArgumentParser
import Tables

/// `actviz table`: the numbers themselves, on a grid or at given points.
struct Table: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Print the values of functions and their derivatives.",
    discussion: """
      Numbers are the shortest decimals that read back to the same double.

        actviz table form1:alpha=0.5 gelu --show f,df,d2f > values.csv
        actviz table mish --at points.txt --format ndjson
      """)

  @OptionGroup var functions: FunctionOptions
  @OptionGroup var domain: DomainOptions

  @Option(
    help: ArgumentHelp(
      "Evaluate at the numbers in a file, one a line; - is standard input.", valueName: "file"))
  var at: String?

  @OptionGroup(title: "Output") var output: OutputOptions

  func run() throws {
    let request = try TableRequest(functions: functions, domain: domain, file: at)
    let (output, format) = try output.resolved(
      defaultName: nil, defaultFormat: TableFormat.csv)
    var points = try request.points()
    // The first points before the first byte: a file without numbers leaves no header behind.
    var batch = try points.next()
    try output.stream { sink in
      var encoder = TableEncoder(format: format, columns: request.header)
      try encoder.begin(sink.write)
      while let xs = batch {
        try encoder.append(request.columns(at: xs), sink.write)
        batch = try points.next()
      }
      try encoder.end(sink.write)
    }
  }
}
