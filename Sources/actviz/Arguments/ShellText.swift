import FigureSpecification

/// A command as one types it into a shell.
enum ShellText {
  /// What settings ask of a command, functions first; the places of results are left out.
  static func of(_ command: Command, _ settings: Settings) -> String {
    let asked = settings.all.filter { setting in
      switch setting.key.scope {
      case .figure, .panel, .command: true
      case .result: false
      }
    }
    let operands = asked.filter(\.key.isPositional).map { quoted($0.value) }
    let isRisky = operands.contains { $0.hasPrefix("-") }
    let options = options(asked.filter { !$0.key.isPositional })
    let words = isRisky ? options + ["--"] + operands : operands + options
    return (["actviz", command.rawValue] + words).joined(separator: " ")
  }

  /// A command with what options say of its figure behind its own, where the last counts.
  static func adding(_ settings: Settings, to command: String) -> String {
    let added = settings.all.filter { $0.key.isOfFigures && !$0.key.isPositional }
    guard !added.isEmpty else { return command }
    let words = options(added).joined(separator: " ")
    // Behind two hyphens nothing is an option.
    guard let end = command.firstRange(of: " -- ") else { return "\(command) \(words)" }
    return "\(command[..<end.lowerBound]) \(words)\(command[end.lowerBound...])"
  }

  private static func options(_ settings: [Setting]) -> [String] {
    settings.flatMap { setting in
      ["--\(setting.key.name.text)"] + (setting.key.form == .flag ? [] : [quoted(setting.value)])
    }
  }

  /// A word for a POSIX shell, in quotes where it needs them.
  static func quoted(_ word: String) -> String {
    let isPlain = word.unicodeScalars.allSatisfy {
      $0.properties.isAlphabetic || ("0"..."9").contains($0)
        || "_-.,:=/+%@".unicodeScalars.contains($0)
    }
    if isPlain, !word.isEmpty { return word }
    guard !word.contains(where: \.isNewline) else { return quotedByCode(word) }
    return "'"
      + word.split(separator: "'", omittingEmptySubsequences: false).joined(separator: "'\\''")
      + "'"
  }

  /// A word on one line though it has several: `$'first\nsecond'`, which bash, zsh and ksh know.
  private static func quotedByCode(_ word: String) -> String {
    let parts = word.map { character -> String in
      switch character {
      case "\\", "'": "\\\(character)"
      case let end where end.isNewline: "\\n"
      default: String(character)
      }
    }
    return "$'" + parts.joined() + "'"
  }
}
