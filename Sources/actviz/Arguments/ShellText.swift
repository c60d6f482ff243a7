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
    let options = asked.filter { !$0.key.isPositional }.flatMap { setting in
      ["--\(setting.key.name.text)"] + (setting.key.form == .flag ? [] : [quoted(setting.value)])
    }
    let words = isRisky ? options + ["--"] + operands : operands + options
    return (["actviz", command.rawValue] + words).joined(separator: " ")
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
