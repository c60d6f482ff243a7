import FigureSpecification

// Files that settings name are opened once, before anything is made of what they say.

extension Settings {
  /// The settings with what files hold in place of their names, definitions and points; each is read once.
  ///
  /// Throws a `Failure` (66) for a file that cannot be read.
  func readingFiles() throws -> Settings {
    Settings(try all.map { try $0.readingFile(in: FigureFolder(of: "")) })
  }
}

extension Specification {
  /// The specification with what files hold in place of their names, so that it stands alone.
  ///
  /// Throws a `Failure` (66) for a file that cannot be read.
  func readingFiles(in folder: FigureFolder) throws -> Specification {
    try mapped { try $0.readingFile(in: folder) }
  }

  /// Refuses files of definitions and of points: what came with a picture may not say what is opened here.
  func checkNamesNoFiles() throws(Problem) {
    for settings in [settings] + panels.map(\.settings) {
      for (key, what) in [(Keys.define, "definitions"), (Keys.measuredFiles, "points")] {
        guard let setting = settings.last(key) else { continue }
        throw setting.problem(
          "\(key.name) names a file, but the figure of a picture holds its \(what) itself.")
      }
    }
  }
}

extension Setting {
  /// The longest file of definitions.
  private static let largest = 1 << 20

  fileprivate func readingFile(in folder: FigureFolder) throws -> Setting {
    if key.name == Keys.measuredFiles.name { return try readingPoints(in: folder) }
    guard key.name == Keys.define.name else { return self }
    do {
      let (text, name) = try ByteInput.text(of: folder.path(of: value), upTo: Self.largest)
      return Setting(Keys.definitions.key, text, at: place, source: Source(file: name))
    } catch {
      throw Failure(error.status, problem("\(error.sentence)").text)
    }
  }
}
