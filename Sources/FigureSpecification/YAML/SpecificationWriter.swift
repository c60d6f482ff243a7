extension Specification {
  /// The specification as a figure file; reading it gives the specification again, but for the places.
  package var yaml: String {
    var lines = Self.lines(settings)
    if !panels.isEmpty {
      lines.append("panels:")
      for panel in panels {
        let notes = panel.notes.flatMap { Self.pair($0.key, YAMLScalar(text: $0.value).line) }
        let own = Self.lines(panel.settings) + (notes.isEmpty ? [] : ["notes:"] + notes)
        lines += own.enumerated().map { ($0.offset == 0 ? "- " : "  ") + $0.element }
      }
    }
    return lines.map { $0 + "\n" }.joined()
  }

  /// The lines of settings, in the order of the keys.
  private static func lines(_ settings: Settings) -> [String] {
    Keys.figures.flatMap { key in
      let values = settings.all.filter { $0.key.name == key.name }.map(\.value)
      return values.isEmpty ? [] : lines(key, values)
    }
  }

  private static func lines(_ key: Key, _ values: [String]) -> [String] {
    let name = key.name.text
    switch key.form {
    case .text, .range, .flag: return block(name + ": ", values[values.count - 1])
    case .list: return ["\(name): \(list(values[values.count - 1]))"]
    case .texts:
      guard values.count > 1 else { return block(name + ": ", values[0]) }
      return [name + ":"] + values.flatMap { block("- ", $0) }
    case .perCurve:
      let named = values.filter { $0.contains("=") }
      guard named.count == values.count else {
        // A later list counts where it says something; lists are rare enough to be written after one another.
        let parts = values.flatMap { value in
          value.contains("=")
            ? [value]
            : value.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
        }
        return [
          "\(name): [\(parts.map { YAMLScalar(text: $0).lineInFlow }.joined(separator: ", "))]"
        ]
      }
      return [name + ":"]
        + named.flatMap { value in
          let sign = value.lastIndex(of: "=") ?? value.endIndex
          return pair(
            String(value[..<sign]), YAMLScalar(text: String(value[sign...].dropFirst())).line)
        }
    case .assignments:
      let assignments = values.flatMap { value in
        let sides = value.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
        return pair(String(sides[0]), list(sides.count > 1 ? String(sides[1]) : ""))
      }
      return [name + ":"] + assignments
    }
  }

  /// A text behind a key or a hyphen, line by line where it has several.
  private static func block(_ start: String, _ text: String) -> [String] {
    (start + YAMLScalar(text: text).block(indent: "  "))
      .split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
  }

  private static func list(_ text: String) -> String {
    let parts = text.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
    guard parts.count > 1 else { return YAMLScalar(text: text).line }
    return "[\(parts.map { YAMLScalar(text: $0).lineInFlow }.joined(separator: ", "))]"
  }

  /// A line of a mapping whose keys may be any text; YAML reads a long one only behind a question mark.
  private static func pair(_ key: String, _ value: String) -> [String] {
    let name = YAMLScalar(text: key).line
    return name.utf8.count < 500 ? ["  \(name): \(value)"] : ["  ? \(name)", "  : \(value)"]
  }
}
