import Yams

extension FigureDocument {
  /// The document as YAML; reading it gives the document again, but for the lines.
  var yaml: String {
    var pairs = Self.pairs(entries)
    if !panels.isEmpty {
      let nodes = panels.map { panel in
        let notes = panel.notes.map { (Node($0.key), Node($0.value)) }
        return Node(
          Self.pairs(panel.entries) + (notes.isEmpty ? [] : [(Node("notes"), Node(notes))]))
      }
      pairs.append((Node("panels"), Node(nodes)))
    }
    // Nothing in it that cannot be written.
    return (try? Yams.serialize(node: Node(pairs), width: -1, allowUnicode: true)) ?? ""
  }

  private static func pairs(_ entries: [Entry]) -> [(Node, Node)] {
    FigureKey.all.compactMap { key in
      let values = entries.filter { $0.key == key }.map(\.value)
      return values.isEmpty ? nil : (Node(key.name), node(key, values))
    }
  }

  private static func node(_ key: FigureKey, _ values: [String]) -> Node {
    switch key.form {
    case .text, .range, .flag: scalar(values[values.count - 1])
    case .list: list(values[values.count - 1])
    case .texts: values.count == 1 ? scalar(values[0]) : Node(values.map(scalar))
    case .assignments:
      Node(
        values.map { value in
          let sides = value.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
          return (Node(String(sides[0])), list(sides.count > 1 ? String(sides[1]) : ""))
        })
    }
  }

  private static func list(_ text: String) -> Node {
    let parts = text.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
    return parts.count == 1 ? scalar(text) : Node(parts.map(scalar), .implicit, .flow)
  }

  /// A text, in quotes where YAML would not read it as it is, and line by line where it has several.
  private static func scalar(_ text: String) -> Node {
    let isBlock = text.contains("\n") && !text.contains("\r") && text.last == "\n"
    return Node(text, .implicit, isBlock ? .literal : text.isEmpty ? .doubleQuoted : .any)
  }
}
