import CairoBackend
import FigureSpecification

/// `actviz render`: the figure that a file describes.
enum Render: Subcommand {
  static let command = Command.render
  static let abstract = "Draw the figure that a YAML file describes."
  static let discussion = """
    Every option of plot and compare that says what is drawn is a key, 'functions' holds the \
    functions; a sequence stands for a list. With a reference the figure is that of compare. 'panels' holds a sequence of \
    panels with keys of their own, and 'notes' makes a panel of text. plot and compare write such \
    files by --save. What options say of the look counts before the file.

      actviz plot gelu swish --save figure.yaml
      actviz render figure.yaml -o figure.pdf
      actviz render figure.yaml --theme dark --size 85mm -o dark.pdf
    """

  static let usual = ["output", "format", "theme", "size"]

  static func run(_ settings: Settings) throws {
    let file = try settings.value(Keys.figureFile) ?? "-"
    let input = try ByteInput.text(of: file, upTo: SpecificationReader.largest)
    var specification = try SpecificationReader(file: input.name).specification(input.text)
      .readingFiles(in: FigureFolder(of: file)).replacing(with: settings)
    let place = try ResultPlace(
      settings, Keys.pictureFormat, named: FigureFolder.stem(of: file), default: PictureFormat.png)
    let asked = specification.command.map { ($0, specification.settings) }
    let sliders = try Sliders(of: &specification, as: place.format)
    let request = try FigureRequest(
      specification, naming: sliders.named, from: .line(1, of: input.name))
    // Where the file lies is nobody's business, and would make two pictures of one figure differ.
    let name = file.split(separator: "/").last.map(String.init) ?? file
    let provenance = try Provenance(
      command: ShellText.adding(settings, to: "actviz render \(ShellText.quoted(name))"),
      specification)
    let viewing = try Viewing(settings, of: place.output, as: place.format)
    let isQuiet = settings[Keys.quiet]
    var outputs = OutputTransaction()
    let path = try request.draw(
      to: place, sliders: sliders, asked: asked, provenance: provenance, quiet: isQuiet, &outputs)
    try outputs.commit(result: path, quiet: isQuiet, viewing)
  }
}
