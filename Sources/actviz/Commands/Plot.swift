import ArgumentParser
import CairoBackend

/// `actviz plot`: one panel a quantity, one curve a function, as PNG, SVG or PDF.
struct Plot: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Draw functions and their derivatives.",
    discussion: """
      Writes PNG, SVG or PDF by the extension of -o, NAME-NAME….png without it, and prints the \
      path.

        actviz plot swish mish --alpha 1
        actviz plot gennorm --beta 0.5,1,2,inf --show gate,density -o family.svg
      """)

  @OptionGroup var functions: FunctionOptions
  @OptionGroup var domain: DomainOptions
  @OptionGroup var scales: ScaleOptions
  @OptionGroup(title: "Figure") var figure: FigureOptions
  @OptionGroup(title: "Output") var output: OutputOptions

  func run() throws {
    let request = try PlotRequest(
      functions: functions, domain: domain, scales: scales, figure: figure)
    let (output, format) = try self.output.resolved(
      defaultName: Title.fileName(of: request.functions), defaultFormat: ImageFormat.png)
    try format.check(output)
    try request.look.check(output, as: format)
    if !self.output.quiet { News.print(of: request.functions) }
    let path = try FigureFile.write(
      request.figureRequest().figure(), look: request.look, to: output, as: format,
      lettering: figure.lettering, quiet: self.output.quiet)
    if let path, !self.output.quiet { try Output.standardOutput.write(path + "\n") }
  }
}
