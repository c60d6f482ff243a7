import ArgumentParser

/// Where the figure file goes.
struct SaveOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "Write the figure file, from which 'actviz render' draws the same.", valueName: "figure.yaml"),
    completion: .file(extensions: ["yaml", "yml"]))
  var save: String?

  /// How the figure of this run comes about; its figure file is written where that is asked for.
  ///
  /// Throws a `Failure` (64) where the figure file would go where the picture or its path goes.
  func provenance(_ command: String, beside picture: Output, quiet: Bool) throws -> Provenance {
    if let save, Output(save) == picture {
      throw Failure(.usage, "--save and the picture go to the same place; give one another name.")
    }
    if let save, Output(save).destination == .standardOutput, !quiet {
      throw Failure(
        .usage, "Standard output holds other results; give --save a file, or add --quiet.")
    }
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
