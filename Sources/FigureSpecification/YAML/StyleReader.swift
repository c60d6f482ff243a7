/// Reads the file of defaults, whose keys are those of a figure file that say how any figure looks.
package struct StyleReader {
  /// The file, as messages call it.
  private let file: String

  package init(file: String) {
    self.file = file
  }

  /// Reads a YAML text; one without keys has no defaults.
  package func settings(_ text: String) throws(Problem) -> Settings {
    let hasKeys = text.split(whereSeparator: \.isNewline).contains { line in
      let word = line.drop(while: \.isWhitespace)
      return !word.isEmpty && !word.hasPrefix("#") && word != "---"
    }
    guard hasKeys else { return Settings() }
    let specification = try SpecificationReader(file: file).specification(text)
    if let panel = specification.panels.first {
      throw Problem(nil, at: panel.place, "\(Self.refused("panels are"))")
    }
    for setting in specification.settings.all
    where !Keys.defaults.contains(where: { $0.name == setting.key.name }) {
      throw setting.problem("\(Self.refused("'\(setting.key.name.text)' is"))")
    }
    return specification.settings
  }

  private static func refused(_ what: String) -> String {
    let names = Keys.defaults.map(\.name.text).joined(separator: ", ")
    return "\(what) of one figure and no default; a style file holds \(names)."
  }
}
