import Activations

/// Reads figure files; what is wrong in one is a failure (65) that names the key and its line.
struct FigureReader {
  /// The file, for messages.
  let file: String

  /// The most bytes that a figure file may have.
  static let largest = 1 << 20

  /// Reads a YAML text.
  func document(_ text: String) throws(Failure) -> FigureDocument {
    let document: YAMLDocument?
    do {
      document = try YAMLDocument(text)
    } catch {
      throw failure(error)
    }
    guard let root = document?.root else {
      throw Failure(.data, "\(file) is empty; a figure needs functions.")
    }
    guard let mapping = root.mapping else {
      throw failure(root, "a figure file holds keys such as 'functions: [gelu, swish]'.")
    }
    var figure = FigureDocument(entries: [], panels: [])
    for (key, value) in mapping {
      if key.text == "panels" {
        figure.panels = try panels(value)
      } else {
        figure.entries += try entries(
          try self.key(key, beside: figure.entries, inPanel: false), value)
      }
    }
    return figure
  }

  private func panels(_ node: YAMLNode) throws(Failure) -> [FigureDocument.Panel] {
    guard let sequence = node.sequence, !sequence.isEmpty else {
      throw failure(node, "panels must be a sequence of mappings, one a panel.")
    }
    // An alias makes thousands of few bytes.
    guard sequence.count <= Facet.panelLimit else {
      throw failure(
        node, "panels are \(sequence.count); a figure holds at most \(Facet.panelLimit).")
    }
    var panels: [FigureDocument.Panel] = []
    for item in sequence {
      guard let mapping = item.mapping else {
        throw failure(item, "a panel must be a mapping such as '{functions: gelu, show: gate}'.")
      }
      var panel = FigureDocument.Panel(entries: [], line: item.line)
      for (key, value) in mapping {
        if key.text == "notes" {
          panel.notes = try notes(value)
        } else {
          panel.entries += try entries(
            try self.key(key, beside: panel.entries, inPanel: true), value)
        }
      }
      if !panel.notes.isEmpty, let other = panel.entries.first {
        throw failure(
          line: other.line, "a panel has notes or curves, so \(other.key.name) has no place here.")
      }
      panels.append(panel)
    }
    return panels
  }

  /// A mapping of what each line is about to what it says.
  private func notes(_ node: YAMLNode) throws(Failure) -> [FigureDocument.Note] {
    guard let mapping = node.mapping else {
      throw failure(node, "notes must be a mapping such as '{minimum: -0.17}'.")
    }
    var notes: [FigureDocument.Note] = []
    for (key, value) in mapping {
      notes.append(
        FigureDocument.Note(
          key: try text(key, of: "notes"), value: try text(value, of: "notes"),
          line: key.line))
    }
    return notes
  }

  private func key(_ node: YAMLNode, beside others: [FigureDocument.Entry], inPanel: Bool)
    throws(Failure) -> FigureKey
  {
    guard let name = node.text else { throw failure(node, "a key must be text.") }
    guard let key = FigureKey.named(name) else {
      let names = FigureKey.all.map(\.name) + [inPanel ? "notes" : "panels"]
      let hint = nearest(to: name.lowercased(), among: names)
      throw failure(
        node, "there is no key '\(name)'" + (hint.map { "; did you mean '\($0)'?" } ?? "."))
    }
    guard !others.contains(where: { $0.key == key }) else {
      throw failure(node, "the key '\(key.name)' stands there twice.")
    }
    guard !inPanel || key.scope == .panel || key.name == "title" else {
      throw failure(node, "\(key.name) belongs to the figure and cannot stand in a panel.")
    }
    return key
  }

  // MARK: Values

  private func entries(_ key: FigureKey, _ node: YAMLNode) throws(Failure) -> [FigureDocument.Entry]
  {
    func entry(_ value: String, _ node: YAMLNode) -> FigureDocument.Entry {
      FigureDocument.Entry(key: key, value: value, line: node.line)
    }
    switch key.form {
    case .text: return [entry(try text(node, of: key.name), node)]
    case .flag:
      let value = try text(node, of: key.name).lowercased()
      guard ["true", "false"].contains(value) else {
        throw failure(node, "\(key.name) must be true or false, not '\(value)'.")
      }
      return [entry(value, node)]
    case .list: return [entry(try texts(node, of: key.name).joined(separator: ","), node)]
    case .range:
      let ends = try texts(node, of: key.name)
      guard node.sequence == nil || ends.count == 2 else {
        throw failure(node, "\(key.name) must be LO:HI or a sequence of two numbers.")
      }
      return [entry(ends.joined(separator: ":"), node)]
    case .texts:
      var entries: [FigureDocument.Entry] = []
      for item in node.sequence ?? [node] {
        entries.append(entry(try text(item, of: key.name), item))
      }
      return entries
    case .assignments:
      guard let mapping = node.mapping else {
        throw failure(node, "\(key.name) must be a mapping such as '{a: [0.5, 1, 2]}'.")
      }
      var entries: [FigureDocument.Entry] = []
      for (name, value) in mapping {
        let values = try texts(value, of: key.name).joined(separator: ",")
        entries.append(entry("\(try text(name, of: key.name))=\(values)", value))
      }
      return entries
    }
  }

  private func texts(_ node: YAMLNode, of key: String) throws(Failure) -> [String] {
    var texts: [String] = []
    for item in node.sequence ?? [node] { texts.append(try text(item, of: key)) }
    return texts
  }

  private func text(_ node: YAMLNode, of key: String) throws(Failure) -> String {
    guard let text = node.text else {
      let kind = node.sequence == nil ? "a mapping" : "a sequence"
      throw failure(node, "\(key) holds \(kind) where text or a number must stand.")
    }
    guard !node.isNull else {
      throw failure(node, "\(key) has no value.")
    }
    return text
  }

  // MARK: Failures

  /// A failure for what stands in a line of the file.
  func failure(line: Int, _ problem: String) -> Failure {
    Failure(.data, "Line \(line) of \(file): \(problem)")
  }

  private func failure(_ node: YAMLNode, _ problem: String) -> Failure {
    failure(line: node.line, problem)
  }

  /// What libyaml found, in one sentence.
  private func failure(_ problem: YAMLDocument.Problem) -> Failure {
    guard let line = problem.line else {
      return Failure(.data, "\(file) is not valid YAML: \(problem.sentence).")
    }
    return failure(line: line, Self.sentence(problem.sentence))
  }

  /// What libyaml says of a file, in words that its writer understands.
  private static func sentence(_ problem: String) -> String {
    if problem.hasPrefix("Maximum nesting level") { return "it is nested too deeply." }
    if problem.hasSuffix("found another document") {
      return "a second figure begins; a file has one."
    }
    return "it is not valid YAML: \(problem)."
  }
}
