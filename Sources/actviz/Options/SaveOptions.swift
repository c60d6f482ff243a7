import ArgumentParser

/// Where the figure file goes.
struct SaveOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "Write the figure file, from which 'actviz render' draws the same.", valueName: "figure.yaml"),
    completion: .file(extensions: ["yaml", "yml"]))
  var save: String?

  /// How the figure of this run comes about; its figure file is written where that is asked for.
  func provenance(_ command: String) throws -> Provenance {
    let arguments = ArgumentList(command: command, Array(CommandLine.arguments.dropFirst(2)))
    let document = try FigureFolder(of: "").inlined(FigureDocument(arguments))
    try write(document)
    return try Provenance(command: arguments.shellText, document: document)
  }

  /// Writes a document where that is asked for.
  func write(_ document: FigureDocument) throws {
    guard let save else { return }
    try Output(save).write(document.yaml)
  }
}
