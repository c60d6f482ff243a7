/// Reads figure files; what is wrong in one is a ``Problem`` with the key and its line.
package struct SpecificationReader {
  /// The file, as messages call it.
  private let file: String

  /// The most bytes that a figure file may have.
  package static let largest = 1 << 20

  package init(file: String) {
    self.file = file
  }

  /// Reads a YAML text.
  package func specification(_ text: String) throws(Problem) -> Specification {
    let document: YAMLDocument?
    do {
      document = try YAMLDocument(text)
    } catch {
      throw problem(error)
    }
    guard let root = document?.root else {
      throw Problem(nil, at: .file(file), "is empty; a figure needs functions.")
    }
    guard let mapping = root.mapping else {
      throw problem(root, "a figure file holds keys such as 'functions: [gelu, swish]'.")
    }
    var figure = Specification(settings: Settings(), panels: [])
    for (key, value) in mapping {
      if key.text == "panels" {
        figure.panels = try panels(value)
      } else {
        let key = try self.key(key, beside: figure.settings.all, inPanel: false)
        figure.settings.all += try SettingReader(key: key, file: file).settings(value)
      }
    }
    return figure
  }

  private func panels(_ node: YAMLNode) throws(Problem) -> [Specification.Panel] {
    guard let sequence = node.sequence, !sequence.isEmpty else {
      throw problem(node, "panels must be a sequence of mappings, one a panel.")
    }
    // An alias makes thousands of few bytes.
    guard sequence.count <= Keys.panelLimit else {
      throw problem(
        node, "panels are \(sequence.count); a figure holds at most \(Keys.panelLimit).")
    }
    var panels: [Specification.Panel] = []
    for item in sequence { panels.append(try panel(item)) }
    return panels
  }

  private func panel(_ node: YAMLNode) throws(Problem) -> Specification.Panel {
    guard let mapping = node.mapping else {
      throw problem(node, "a panel must be a mapping such as '{functions: gelu, show: gate}'.")
    }
    var panel = Specification.Panel(settings: Settings(), place: .line(node.line, of: file))
    for (key, value) in mapping {
      if key.text == "notes" {
        panel.notes = try notes(value)
      } else {
        let key = try self.key(key, beside: panel.settings.all, inPanel: true)
        panel.settings.all += try SettingReader(key: key, file: file).settings(value)
      }
    }
    if !panel.notes.isEmpty, let other = panel.settings.all.first {
      throw other.problem(
        "a panel has notes or curves, so \(other.key.name) has no place here.")
    }
    return panel
  }

  /// A mapping of what each line is about to what it says.
  private func notes(_ node: YAMLNode) throws(Problem) -> [Specification.Note] {
    guard let mapping = node.mapping else {
      throw problem(node, "notes must be a mapping such as '{minimum: -0.17}'.")
    }
    var notes: [Specification.Note] = []
    for (key, value) in mapping {
      notes.append(
        Specification.Note(
          key: try key.scalar(of: "notes", in: file),
          value: try value.scalar(of: "notes", in: file),
          place: .line(key.line, of: file)))
    }
    return notes
  }

  private func key(_ node: YAMLNode, beside others: [Setting], inPanel: Bool) throws(Problem) -> Key
  {
    guard let name = node.text else { throw problem(node, "a key must be text.") }
    guard let key = Keys.ofFigures(named: name) else {
      throw problem(
        node, "there is no key '\(name)'\(Self.suggestion(for: name, inPanel: inPanel))")
    }
    guard !others.contains(where: { $0.key.name == key.name }) else {
      throw problem(node, "the key '\(key.name)' stands there twice.")
    }
    guard !inPanel || key.scope == .panel || key.name == Keys.title.name else {
      throw problem(node, "\(key.name) belongs to the figure and cannot stand in a panel.")
    }
    return key
  }

  /// The key that was meant: what other programs call it, or one that is spelt nearly so.
  private static func suggestion(for name: String, inPanel: Bool) -> String {
    if let key = Keys.figures.first(where: { $0.synonyms.contains(name.lowercased()) }) {
      return "; did you mean '\(key.name.text)'?"
    }
    let names = Keys.figures.map(\.name.text) + [inPanel ? "notes" : "panels"]
    return Suggestion.end(for: name, among: names)
  }

  // MARK: Problems

  private func problem(_ node: YAMLNode, _ sentence: Sentence) -> Problem {
    Problem(nil, at: .line(node.line, of: file), sentence)
  }

  /// What libyaml found, in one sentence.
  private func problem(_ found: YAMLDocument.Problem) -> Problem {
    switch found {
    case .tooDeep(let line):
      Problem(nil, at: .line(line, of: file), "it is nested too deeply.")
    case .another(let line):
      Problem(nil, at: .line(line, of: file), "a second figure begins; a file has one.")
    case .invalid(let words, let line?):
      Problem(nil, at: .line(line, of: file), "it is not valid YAML: \(words).")
    case .invalid(let words, nil):
      Problem(nil, at: .file(file), "is not valid YAML: \(words).")
    }
  }
}
