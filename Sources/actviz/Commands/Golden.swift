import Activations
import Analysis
import Exact
import Export
import FigureSpecification

/// `actviz golden`: inputs that are hard for implementations, with their correctly rounded results, as files for tests.
enum Golden: Subcommand {
  static let command = Command.golden
  static let abstract = "Write inputs and correctly rounded results for tests of a kernel."
  static let discussion = """
    Fills a folder with x.npy, f.npy, df.npy, the same as raw little-endian numbers (x.bin), as bit patterns for C \
    (golden.h), golden.json, which tells why each input is there, and SHA256SUMS. Every result is proved. Inputs are where \
    kernels go wrong: special values, both sides of where results round to x, to 0 or overflow, kinks and poles, zeros of \
    f, f' and f'', results near the middle between two values, subnormal results, and others of every binade.

      actviz golden gelu --dtype bf16 -o gelu_bf16
      actviz golden silu --dtype f32 --show f,df,d2f --sample 100000 -o silu_f32
      actviz check gelu gelu_bf16/x.bin my_f.bin --input-format raw --dtype bf16
    """

  static let usual = ["dtype", "show", "output", "sample", "all", "x-range"]

  /// Inputs spread over binades, unless said otherwise.
  private static let usualSample = 2000

  static func run(_ asked: Settings) throws {
    let settings = try asked.readingFiles()
    let function = try FunctionReader(settings).function()
    let type = try settings.value(Keys.type) ?? .f32
    let quantities = try settings.value(Keys.quantities)
    try settings.check(quantities, of: [function], by: Keys.quantities)
    let others = try others(settings, type)
    let folder = try ResultFolder(settings)
    if !settings[Keys.quiet] { Diagnostic.printWarnings(of: function) }
    let range = settings.has(Keys.xRange) ? try settings.value(Keys.xRange) : nil
    let inputs = HardInputs(
      function, quantities, type, others: others, in: range, telling: ProgressLine.progress)
    guard !inputs.groups.isEmpty else { throw settings.noValue(of: type) }
    var proved = ProvedColumns(function)
    ProgressLine.begin(.rows(inputs.bits.count, of: 1))
    proved.progress = ProgressLine.progress
    let set = GoldenSet(
      function, quantities, type, name: try name(of: function, settings),
      command: ShellText.of(command, settings), inputs, &proved)
    try folder.write(set.files, quiet: settings[Keys.quiet])
    var proofs = ProofCount()
    proofs.add(proved)
    try proofs.check()
  }

  /// How many inputs stand beside those that are hard; nil for all.
  private static func others(_ settings: Settings, _ type: FloatType) throws -> Int? {
    guard let every = settings.last(Keys.every) else {
      return try settings.value(Keys.sample) ?? usualSample
    }
    if let sample = settings.last(Keys.sample) {
      throw sample.problem("\(Keys.every.name) and \(Keys.sample.name) are two choices of inputs.")
    }
    guard type.bitWidth == 16 else {
      throw every.problem(
        """
        A folder holds all inputs of 16-bit types, not of \(type.rawValue); \(Keys.sample.name) n takes some, and \
        'actviz table' writes all in one stream.
        """)
    }
    return nil
  }

  /// What arrays are called in C.
  private static func name(of function: Function, _ settings: Settings) throws -> String {
    let named = try settings.value(Keys.codeName)
    return SourceFile.name(
      named ?? (function.typesetName == nil ? function.name : "f"), in: .c)
  }
}
