// Where results go, and what is said of them.
extension Keys {
  static let results: [Key] = [
    measures.key, output.key, pictureFormat.key, tableFormat.key, save.key, quiet.key,
  ]

  /// The extensions of pictures; a test holds them to what is drawn.
  package static let imageFormats = ["png", "svg", "pdf"]
  /// The formats of tables; a test holds them to what is written.
  package static let tableFormats = ["csv", "tsv", "json", "ndjson", "markdown", "npy"]
  /// The forms of measures; a test holds them to what is printed.
  package static let measureFormats = ["text", "csv", "json", "markdown"]

  /// How measures are printed.
  package static let measures = DefaultedKey(
    Key(
      "measures", .text, .result, .options, [.compare], value: "name",
      "How to print the measures: \(measureFormats.joined(separator: ", "))."
    ).standard("text").completed(.words(measureFormats)), "text",
    { text, key throws(Problem) in
      guard measureFormats.contains(text.lowercased()) else {
        throw ValueReaders.notOne(of: measureFormats, text, key)
      }
      return text.lowercased()
    })

  package static let output = OptionalKey(
    Key(
      "output", .text, .result, .output, Command.allCases.filter { $0 != .list }, value: "file",
      "The file to write; - is standard output."
    ).help("Draw the sheet to a PNG, SVG or PDF file.", for: .inspect)
      .help("Draw both and their difference into a file.", for: .fit)
      .help("Draw the errors over x to a PNG, SVG or PDF file.", for: .check)
      .letter("o").completed(.files([])).known(as: "out"), ValueReaders.text)

  private static let formatHelp = "The format, instead of the one that the extension means."

  package static let pictureFormat = OptionalKey(
    Key(
      "format", .text, .result, .output, Command.drawing + [.render, .rerun], value: "name",
      formatHelp
    ).completed(.words(imageFormats)), ValueReaders.text)

  package static let tableFormat = OptionalKey(
    Key("format", .text, .result, .output, [.table], value: "name", formatHelp)
      .completed(.words(tableFormats)), ValueReaders.text)

  /// Where the figure file goes.
  package static let save = OptionalKey(
    Key(
      "save", .text, .result, .output, Command.drawing + [.rerun], value: "figure.yaml",
      "Write the figure file, from which 'actviz render' draws the same."
    ).completed(.files(["yaml", "yml"])), ValueReaders.text)

  package static let quiet = FlagKey(
    Key(
      "quiet", .flag, .result, .output, Command.allCases.filter { $0 != .list },
      "Print nothing but errors."
    ).help("Print nothing but errors; the exit status tells.", for: .check)
      .letter("q").known(as: "silent"))
}
