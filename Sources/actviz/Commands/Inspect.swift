import Activations
import Analysis
import Formulas
import ArgumentParser
import CairoBackend
import Figures
import Tables

/// `actviz inspect`: the property sheet of a function.
struct Inspect: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "inspect",
    abstract: "Print the property sheet of a function.",
    discussion: """
      The sheet goes to standard output: the range, where f rises and bends, limits and \
      asymptotes, smoothness, how far relu is over the whole line, what becomes of a standard \
      normal input, where float types overflow or flush to zero, and the nearest functions of the \
      catalogue. All of it is found numerically, from values and exact derivatives.

      gain is 1/sqrt(E f^2), and chi_1 = sigma_w^2 E f'^2 is taken at sigma_w^2 = gain^2. \
      The edge of chaos is that of unit variance, E f'^2 sigma_w^2 = 1. Distances to functions of \
      the catalogue are the supremum of |f - g| over -10:10. -o draws f, f', f'' and the most \
      important numbers over --x-range; its path goes to standard error.

        actviz inspect gelu
        actviz inspect form5:gamma=0.1 --format json -o form5.pdf
        actviz inspect 'x*tanh(softplus(a*x))' --param a=2
      """
  ).parsedAlone

  /// The formats of the sheet.
  enum Format: String, CaseIterable, ExpressibleByArgument {
    case text, json, markdown
  }

  @Argument(
    help: ArgumentHelp("The function, e.g. gelu or form5:gamma=0.1.", valueName: "function"),
    completion: .list(Catalogue.all.flatMap { [$0.name] + $0.aliases }))
  var function: String

  @OptionGroup var construction: ByOptions
  @OptionGroup var formulas: FormulaOptions

  @Option(help: ArgumentHelp("text, json or markdown.", valueName: "name"))
  var format = Format.text

  @Option(
    name: .shortAndLong,
    help: ArgumentHelp("Draw the sheet to a PNG, SVG or PDF file.", valueName: "file"))
  var output: String?

  @OptionGroup(title: "Figure") var figure: FigureOptions

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp("The figure's domain, -5:5 unless given.", valueName: "lo:hi"))
  var xRange: String?

  @Flag(name: .shortAndLong, help: "Print nothing but errors.")
  var quiet = false

  func run() throws {
    let function = try formulas.function(function, role: "The function", by: construction.by)
    let domain = try DomainOptions.domain(xRange)
    let title = try figure.title(of: [function], [.f])
    let look = try figure.look()
    let picture = try SidePicture(at: output, beside: "sheet", look: look)
    if !quiet { News.warn(of: function) }
    let inspection = Inspection(function)
    if let picture {
      let drawn = SheetFigure(inspection, size: look.size, domain: domain)
        .figure(title: title)
      try picture.write(drawn, quiet: quiet)
    }
    if !quiet { try Output.standardOutput.write(Self.text(of: inspection, as: format)) }
  }

  /// The sheet in a format, ending in a line end.
  static func text(of inspection: Inspection, as format: Format) -> String {
    switch format {
    case .text: Sheet(inspection).text
    case .markdown: Sheet(inspection).markdown
    case .json: inspection.json.text + "\n"
    }
  }
}
