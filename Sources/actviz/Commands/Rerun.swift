import ArgumentParser
import CairoBackend

/// `actviz rerun`: a picture drawn again from what it carries.
struct Rerun: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "rerun",
    abstract: "Draw a picture again from what it carries in its metadata.",
    discussion: """
      Every PNG, SVG and PDF of plot, compare and render carries the command, the version and its \
      figure file. In the same format the result is the same to the byte; in another, the same \
      figure. --save writes the figure file alone.

        actviz rerun old.png -o new.pdf
      """
  ).parsedAlone

  @Argument(
    help: ArgumentHelp("A PNG, SVG or PDF that actviz drew.", valueName: "picture"),
    completion: .file(extensions: ImageFormat.allCases.map(\.rawValue)))
  var file: String

  @OptionGroup var saving: SaveOptions
  @OptionGroup(title: "Output") var output: OutputOptions

  func run() throws {
    let input = try ByteInput.bytes(of: file, upTo: Self.largest)
    guard let provenance = ProvenanceReader.provenance(in: input.bytes) else {
      throw Failure(
        .data,
        "\(input.name) carries no figure; it must be a PNG, SVG or PDF drawn by plot, compare or "
          + "render.")
    }
    guard !provenance.figureFile.isEmpty else {
      throw Failure(
        .data,
        "\(input.name) is not of plot, compare or render; run this again: \(provenance.command).")
    }
    let reader = FigureReader(file: "the figure in \(input.name)")
    let document = try reader.document(provenance.figureFile)
    let composer = FigureComposer(document: document, reader: reader)
    let request = try composer.request()
    guard output.output != nil || saving.save != nil else {
      throw Failure(.usage, "Give the new picture a file with -o.")
    }
    try saving.write(document)
    guard output.output != nil else { return }
    try composer.draw(request, to: output, named: nil, provenance: provenance)
  }

  /// The largest picture that is read, in bytes.
  private static let largest = 1 << 30
}
