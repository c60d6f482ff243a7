// Where results go, and what is said of them.
extension Keys {
  static let results: [Key] = [
    report.key, noFigure.key, output.key, format, showIn.key, opens.key, save.key, noConfig.key,
    quiet.key,
  ]

  /// The extensions of pictures; a test holds them to what is drawn.
  package static let pictureFormats = ["png", "svg", "pdf", "html", "text"]
  /// The formats of tables; a test holds them to what is written.
  package static let tableFormats = ["csv", "tsv", "json", "ndjson", "markdown", "npy", "raw"]
  /// The forms of what is printed; a test holds them to what is printed.
  package static let reportFormats = ["text", "csv", "json", "markdown"]
  /// Those of `check`: build servers read JUnit's XML.
  private static let checkFormats = reportFormats + ["junit"]

  /// In which form a command prints what it found.
  package static let report = DefaultedKey(
    Key(
      "report", .text, .result, .output, Command.reporting, value: "name",
      "The form of what is printed: \(reportFormats.joined(separator: ", "))."
    ).standard("text").completed(.words(reportFormats)).spelled("measures", for: [.compare])
      .spelled("format", for: [.list])
      .spelled("format", for: [.inspect, .fit, .check], values: reportFormats)
      .help(
        "The form of the list, instead of the one that -o's extension means: \(reportFormats.joined(separator: ", ")).",
        for: .list
      )
      .help(
        "The form of what is printed: \(checkFormats.joined(separator: ", ")).",
        for: .check
      )
      .varied(for: .check) { $0.completed(.words(checkFormats)) }, "text",
    { text, key throws(Problem) in try format(text, of: reportFormats, key) })

  /// The form of what `check` prints.
  package static let checkReport = DefaultedKey(
    report.key, "text",
    { text, key throws(Problem) in try format(text, of: checkFormats, key) })

  /// One of the formats, in small letters.
  private static func format(_ text: String, of formats: [String], _ key: KeyName) throws(Problem)
    -> String
  {
    guard formats.contains(text.lowercased()) else {
      throw ValueReaders.notOne(of: formats, text, key)
    }
    return text.lowercased()
  }

  /// In which form a list is written, where that is said.
  package static let listFormat = OptionalKey(report.key, ValueReaders.text)

  package static let noFigure = FlagKey(
    Key("no-figure", .flag, .result, .output, [.compare], "Print the measures and draw nothing."))

  package static let output = OptionalKey(
    Key(
      "output", .text, .result, .output, Command.writing, value: "file",
      "The file to write; - is standard output."
    ).help(
      "Draw the sheet, or all of them together, to a PNG, SVG, PDF or HTML file.", for: .inspect
    )
    .help("Draw both and their difference into a file.", for: .fit)
    .help("Draw the errors over x, and over y, to a PNG, SVG, PDF or HTML file.", for: .check)
    .help(
      "Write the list to a file, as text, csv, markdown or json by its extension.", for: .list
    )
    .help("The folder for the files; it is made where there is none.", for: .golden)
    .letter("o").completed(.files([])).known(as: "out"), ValueReaders.text)

  private static let format = Key(
    "format", .text, .result, .output, Command.writing.filter { ![.list, .golden].contains($0) },
    value: "name",
    "The format of what -o gets, instead of the one that its extension means."
  ).completed(.words(pictureFormats)).spelled("report", for: [.table])
    .varied(for: .table) { $0.completed(.words(tableFormats)) }

  package static let pictureFormat = OptionalKey(format, ValueReaders.text)

  package static let tableFormat = OptionalKey(format, ValueReaders.text)

  /// Where the picture is shown, beside the file that it is.
  package static let showIn = OptionalKey(
    Key(
      "show-in", .text, .result, .output, Command.pictured, value: "place",
      """
      Where to show what was written: in the terminal (PNG, in kitty, Ghostty, iTerm2, WezTerm or Konsole; without -o it is \
      shown there unasked), in the system's viewer or browser, or none.
      """
    ).completed(.words(words(ViewingPlace.self))), ValueReaders.choice as ValueReader<ViewingPlace>)

  /// Whether the picture is shown by the program that the system has for its kind: `--show-in browser`.
  package static let opens = FlagKey(
    Key(
      "open", .flag, .result, .output, Command.pictured,
      "Show what was written in the system's viewer or browser, as --show-in browser does."))

  /// Where the figure file goes.
  package static let save = OptionalKey(
    Key(
      "save", .text, .result, .output, Command.drawing + [.rerun], value: "figure.yaml",
      "Write the figure file, from which 'actviz render' draws the same."
    ).completed(.files(["yaml", "yml"])), ValueReaders.text)

  /// The user's defaults are left alone.
  package static let noConfig = FlagKey(
    Key(
      "no-config", .flag, .result, .output, Command.drawn,
      "Draw without the defaults that 'actviz config' tells."))

  package static let quiet = FlagKey(
    Key(
      "quiet", .flag, .result, .output, Command.writing,
      "Print nothing but errors and what was asked for."
    ).help("Print nothing but errors and reports that were asked for.", for: .compare)
      .help(
        "Print nothing but errors and reports that were asked for; the exit status tells.",
        for: .check
      )
      .letter("q").known(as: "silent"))
}
