import Activations
import CairoBackend
import FigureSpecification

/// `actviz plot`: one panel a quantity, one curve a function, as PNG, SVG, PDF, a page or characters.
enum Plot: Subcommand {
  static let command = Command.plot
  static let abstract = "Draw functions and their derivatives."
  static let discussion = """
    Writes PNG, SVG, PDF, HTML or characters (.txt) by the extension of -o, NAME-NAME….png without it, and prints the \
    path. A terminal that shows pictures shows the PNG above its path; --format text draws with characters, on standard output \
    where there is no -o.

      actviz plot swish mish --alpha 1
      actviz plot gennorm --beta 0.5,1,2,inf --show gate,density -o family.svg
      actviz plot gennorm --alpha 0.5,1,2 --beta 1,2,8 --facet alpha --show f
      actviz plot gelu mish --label direct --mark minimum,zero --gray-reference
      actviz plot swiglu 'x*sigmoid(2*x)*y' --show f,fx,fy
      actviz plot swiglu --slices -2,0,2

    Functions of x and y are drawn in colour with contour lines over --x-range and --y-range, a panel \
    for each function and quantity; those of one quantity have the same colours, which span --z-range. \
    --as contours draws lines alone, --as slices curves over x, one for each of some values of y.

    --facet divides the figure: a panel for every value of a parameter (functions without it are \
    in all of them), for every function, or for every quantity, as without it. With several \
    quantities each is a row, or with more than six facets their panels follow one another. \
    Panels of one quantity show the same domains unless --free-x or --free-y; --free-x keeps of \
    --x-range where a facet's curves leave their asymptotes by a hundredth of their height, and \
    half as much again at both sides.

    In a page (-o FILE.html) a range in place of a value, --param a=0.5:4 or --beta 0.5:8, is a slider. It starts at \
    the parameter's default, or in the middle of a range that does not hold that.

    --mark finds the lowest and highest point within the domain, points where a curve is 0, \
    inflections of f and kinks; what holds all along a stretch is not marked.
    """

  static let usual = [
    "show", "x-range", "y-range", "output", "theme", "size", "alpha", "param", "mark",
  ]

  static func run(_ asked: Settings) throws { try draw(command, asked) }

  /// Draws what a command was asked for.
  static func draw(_ command: Command, _ asked: Settings) throws {
    let sliders = try Sliders(asked.readingFiles())
    let settings = sliders.settings
    let specification = Specification(settings)
    let request = try PictureRequest(specification.settings, naming: sliders.named)
    let figure = request.figure
    if let stranger = figure.strangers.first { throw stranger.problem }
    let place = try ResultPlace(
      settings, Keys.pictureFormat, named: Title.fileName(of: request.functions),
      default: PictureFormat.png)
    let viewing = try Viewing(settings, of: place.output, as: place.format)
    let saved = try SavedFigure(settings, beside: place.output)
    let isQuiet = settings[Keys.quiet]
    if !isQuiet { Diagnostic.print(of: request.functions) }
    let provenance = try Provenance(command: ShellText.of(command, asked), specification)
    var outputs = OutputTransaction()
    let path = try figure.draw(
      to: place, sliders: sliders, asked: (Self.command, asked), provenance: provenance,
      quiet: isQuiet, &outputs)
    try saved.add(specification, &outputs)
    try outputs.commit(result: path, quiet: isQuiet, viewing)
  }
}
