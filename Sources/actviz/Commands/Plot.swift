import ArgumentParser
import CairoBackend

/// `actviz plot`: one panel a quantity, one curve a function, as PNG, SVG or PDF.
struct Plot: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "plot",
    abstract: "Draw functions and their derivatives.",
    discussion: """
      Writes PNG, SVG or PDF by the extension of -o, NAME-NAME….png without it, and prints the \
      path.

        actviz plot swish mish --alpha 1
        actviz plot gennorm --beta 0.5,1,2,inf --show gate,density -o family.svg
        actviz plot gennorm --alpha 0.5,1,2 --beta 1,2,8 --facet alpha --show f
        actviz plot gelu mish --label direct --mark minimum,zero --gray-reference

      --facet divides the figure: a panel for every value of a parameter (functions without it are \
      in all of them), for every function, or for every quantity, as without it. With several \
      quantities each is a row, or with more than six facets their panels follow one another. \
      Panels of one quantity show the same domains unless --free-x or --free-y; --free-x keeps of \
      --x-range where a facet's curves leave their asymptotes by a hundredth of their height, and \
      half as much again at both sides.

      --mark finds the lowest and highest point within the domain, points where a curve is 0, \
      inflections of f and kinks; what holds all along a stretch is not marked.
      """
  ).parsedAlone

  @OptionGroup var functions: FunctionOptions
  @OptionGroup var domain: DomainOptions
  @OptionGroup var scales: ScaleOptions
  @OptionGroup(title: "Figure") var figure: FigureOptions
  @OptionGroup(title: "Panels") var facets: FacetOptions
  @OptionGroup(title: "Reading aids") var reading: ReadingOptions
  @OptionGroup(title: "Output") var output: OutputOptions

  @OptionGroup var saving: SaveOptions

  func run() throws {
    let request = try request()
    let (output, format) = try self.output.resolved(
      defaultName: Title.fileName(of: request.functions), defaultFormat: ImageFormat.png)
    try format.check(output)
    if !self.output.quiet { News.print(of: request.functions) }
    let path = try request.figureRequest().draw(
      to: output, as: format,
      provenance: saving.provenance("plot", beside: output, quiet: self.output.quiet),
      quiet: self.output.quiet)
    if let path, !self.output.quiet { try Output.standardOutput.write(path + "\n") }
  }

  /// What is asked for, in plain values.
  func request() throws -> PlotRequest {
    try PlotRequest(
      functions: functions, domain: domain, scales: scales, figure: figure, facets: facets,
      reading: reading)
  }
}
