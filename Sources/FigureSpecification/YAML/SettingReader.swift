/// Reads what stands behind a key of a figure file.
struct SettingReader {
  let key: Key
  /// The file, as messages call it.
  let file: String

  /// The settings that a value makes: several of a sequence or a mapping, where the key takes these.
  func settings(_ node: YAMLNode) throws(Problem) -> [Setting] {
    switch key.form {
    case .text: return [setting(try text(node), node)]
    case .flag: return [setting(try flag(node), node)]
    case .list: return [setting(try texts(node).joined(separator: ","), node)]
    case .range:
      let ends = try texts(node)
      guard node.sequence == nil || ends.count == 2 else {
        throw problem(node, "\(key.name) must be LO:HI or a sequence of two numbers.")
      }
      return [setting(ends.joined(separator: ":"), node)]
    case .texts:
      var settings: [Setting] = []
      for item in node.sequence ?? [node] { settings.append(setting(try text(item), item)) }
      return settings
    case .perCurve: return try perCurve(node)
    case .assignments: return try assignments(node)
    }
  }

  private func flag(_ node: YAMLNode) throws(Problem) -> String {
    let value = try text(node).lowercased()
    guard ["true", "false"].contains(value) else {
      throw problem(node, "\(key.name) must be true or false, not '\(value)'.")
    }
    return value
  }

  /// A mapping of names, or values in the order of the curves, among which `NAME=VALUE` may stand.
  private func perCurve(_ node: YAMLNode) throws(Problem) -> [Setting] {
    var settings: [Setting] = []
    guard node.mapping == nil else {
      for (name, value) in node.mapping ?? [] {
        settings.append(setting("\(try text(name))=\(try text(value))", value))
      }
      return settings
    }
    var listed: [String] = []
    for item in node.sequence ?? [node] {
      let value = try text(item)
      if value.contains("=") { settings.append(setting(value, item)) } else { listed.append(value) }
    }
    return (listed.isEmpty ? [] : [setting(listed.joined(separator: ","), node)]) + settings
  }

  private func assignments(_ node: YAMLNode) throws(Problem) -> [Setting] {
    guard let mapping = node.mapping else {
      throw problem(node, "\(key.name) must be a mapping such as '{a: [0.5, 1, 2]}'.")
    }
    var settings: [Setting] = []
    for (name, value) in mapping {
      let values = try texts(value).joined(separator: ",")
      settings.append(setting("\(try text(name))=\(values)", value))
    }
    return settings
  }

  private func setting(_ value: String, _ node: YAMLNode) -> Setting {
    // The lines of a block stand below its key.
    let source = node.isBlock ? Setting.Source(file: file, firstLine: node.line + 1) : nil
    return Setting(key, value, at: .line(node.line, of: file), source: source)
  }

  private func texts(_ node: YAMLNode) throws(Problem) -> [String] {
    var texts: [String] = []
    for item in node.sequence ?? [node] { texts.append(try text(item)) }
    return texts
  }

  private func text(_ node: YAMLNode) throws(Problem) -> String {
    try node.scalar(of: key.name.text, in: file)
  }

  private func problem(_ node: YAMLNode, _ sentence: Sentence) -> Problem {
    Problem(key.name, at: .line(node.line, of: file), sentence)
  }
}

extension YAMLNode {
  /// The text of a scalar that says something.
  func scalar(of key: String, in file: String) throws(Problem) -> String {
    guard let text else {
      let kind = sequence == nil ? "a mapping" : "a sequence"
      throw Problem(
        KeyName(key), at: .line(line, of: file),
        "\(key) holds \(kind) where text or a number must stand.")
    }
    guard !isNull else {
      throw Problem(KeyName(key), at: .line(line, of: file), "\(key) has no value.")
    }
    return text
  }
}
