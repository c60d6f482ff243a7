import Activations
import Export
import FigureSpecification
import Formulas

/// `actviz export`: a function as code of another language, or as formulas.
enum ExportCommand: Subcommand {
  static let command = Command.export
  static let abstract = "Write a function and its derivatives as code or as LaTeX."
  static let discussion = """
    Prints code that stands alone: no overflow on the way, digits kept far out and beside zeros, \
    derivatives exact and not by differences. The code is run before in its type's arithmetic and \
    held against proved values: its heading tells the largest errors, interval by interval. \
    Parameters that are not given are arguments, with their defaults where the language has them.

      actviz export gelu --to c --dtype f32 -o gelu.h
      actviz export mish --to javascript --show f,df,d2f
      actviz export 'x*tanh(softplus(a*x))' --param a=2 --name mish2 --to numpy
      actviz export gelu --to latex --show f,df,d2f
    """

  static let usual = ["to", "dtype", "show", "name", "output", "max-ulp", "inline"]

  static func run(_ asked: Settings) throws {
    let settings = try asked.readingFiles()
    let request = try ExportRequest(settings)
    let file = try request.file()
    if !settings[Keys.quiet] {
      Diagnostic.printWarnings(of: request.function)
      if let note = file.note { StandardError.print("Warning: \(note)") }
    }
    let output = try settings.value(Keys.output).map { Output($0) } ?? .standardOutput
    try output.write(file.text)
  }
}
