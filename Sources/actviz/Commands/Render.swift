import ArgumentParser
import CairoBackend

/// `actviz render`: the figure that a file describes.
struct Render: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "render",
    abstract: "Draw the figure that a YAML file describes.",
    discussion: """
      Every option of plot and compare is a key, 'functions' holds the functions; a sequence stands \
      for a list. With a reference the figure is that of compare. 'panels' holds a sequence of \
      panels with keys of their own, and 'notes' makes a panel of text. plot and compare write such \
      files by --save.

        actviz plot gelu swish --save figure.yaml
        actviz render figure.yaml -o figure.pdf
      """
  ).parsedAlone

  @Argument(
    help: ArgumentHelp("The figure file; - is standard input.", valueName: "figure.yaml"),
    completion: .file(extensions: ["yaml", "yml"]))
  var file: String

  @OptionGroup(title: "Output") var output: OutputOptions

  func run() throws {
    let input = try ByteInput.text(of: file, upTo: FigureReader.largest)
    let reader = FigureReader(file: input.name)
    let document = try FigureFolder(of: file).inlined(reader.document(input.text))
    let composer = FigureComposer(document: document, reader: reader)
    // Where the file lies is nobody's business, and would make two pictures of one figure differ.
    let name = file.split(separator: "/").last.map(String.init) ?? file
    let provenance = try Provenance(
      command: "actviz render \(ArgumentList.quoted(name))", document: document)
    try composer.draw(
      composer.request(), to: output, named: FigureFolder.stem(of: file), provenance: provenance)
  }
}
