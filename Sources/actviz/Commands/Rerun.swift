import CairoBackend
import FigureSpecification

/// `actviz rerun`: a picture drawn again from what it carries.
enum Rerun: Subcommand {
  static let command = Command.rerun
  static let abstract = "Draw a picture again from what it carries in its metadata."
  static let discussion = """
    Every PNG, SVG, PDF and page, but of check, carries the command, the version and its \
    figure file. In the same format the result is the same to the byte; in another, the same \
    figure. Options change its look. --save writes the figure file alone.

      actviz rerun old.png -o new.pdf
      actviz rerun old.png --theme dark -o dark.png
    """

  static let usual = ["output", "format", "save", "theme", "size"]

  static func run(_ settings: Settings) throws {
    let (provenance, name) = try provenance(in: settings.value(Keys.picture) ?? "-")
    let carried = try SpecificationReader(file: name).specification(provenance.figureFile)
    try carried.checkNamesNoFiles()
    let specification = carried.replacing(with: settings)
    let request = try FigureRequest(specification, from: .line(1, of: name))
    let place =
      settings.has(Keys.output)
      ? try ResultPlace(settings, Keys.pictureFormat, default: PictureFormat.png) : nil
    let saved = try SavedFigure(settings, beside: place?.output)
    guard place != nil || saved.isAskedFor else {
      throw Problem(nil, "Give the new picture a file with -o.")
    }
    let viewing = try Viewing(settings, of: place?.output, as: place?.format)
    let isQuiet = settings[Keys.quiet]
    var outputs = OutputTransaction()
    var path: String?
    if let place {
      path = try request.draw(
        to: place, provenance: provenance.of(specification, changedBy: settings), quiet: isQuiet,
        &outputs)
    }
    try saved.add(specification, &outputs)
    try outputs.commit(result: path, quiet: isQuiet, viewing)
  }

  /// What a picture tells of how it came about, and what messages call its figure.
  private static func provenance(in file: String) throws -> (Provenance, name: String) {
    var input = try ByteInput(opening: file)
    guard let provenance = try ProvenanceReader.provenance(in: &input) else {
      throw Failure(
        .data,
        "\(input.name) carries no figure; it must be a PNG, SVG, PDF or page drawn by actviz.")
    }
    guard !provenance.figureFile.isEmpty else {
      throw Failure(
        .data,
        "\(input.name) carries no figure file, but its command; run this again: \(provenance.command)."
      )
    }
    return (provenance, "the figure in \(input.name)")
  }
}
