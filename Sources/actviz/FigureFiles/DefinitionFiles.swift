import FigureSpecification

// Files of definitions are opened once, before anything is made of what they say.

extension Settings {
  /// The settings with definitions in place of the files that hold them, of which each is read once.
  ///
  /// Throws a `Failure` (66) for a file that cannot be read.
  func readingDefinitions() throws -> Settings {
    Settings(try all.map { try $0.readingDefinitions(in: FigureFolder(of: "")) })
  }
}

extension Specification {
  /// The specification with definitions in place of the files that hold them, so that it stands alone.
  ///
  /// Throws a `Failure` (66) for a file that cannot be read.
  func readingDefinitions(in folder: FigureFolder) throws -> Specification {
    try mapped { try $0.readingDefinitions(in: folder) }
  }

  /// Refuses files of definitions: what came with a picture may not say what is opened here.
  func checkNamesNoFiles() throws(Problem) {
    for settings in [settings] + panels.map(\.settings) {
      guard let setting = settings.last(Keys.define) else { continue }
      throw setting.problem(
        "\(Keys.define.name) names a file, but the figure of a picture holds its definitions itself."
      )
    }
  }
}

extension Setting {
  /// The longest file of definitions.
  private static let largest = 1 << 20

  fileprivate func readingDefinitions(in folder: FigureFolder) throws -> Setting {
    guard key.name == Keys.define.name else { return self }
    do {
      let (text, name) = try ByteInput.text(of: folder.path(of: value), upTo: Self.largest)
      return Setting(Keys.definitions.key, text, at: place, source: Source(file: name))
    } catch {
      throw Failure(error.status, problem("\(error.sentence)").text)
    }
  }
}
