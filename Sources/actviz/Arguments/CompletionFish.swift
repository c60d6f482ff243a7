import FigureSpecification

extension CompletionScript {
  var fish: String {
    var lines = [
      "# Completes command lines of actviz.",
      "",
      "set -l functions " + functions.joined(separator: " "),
      "complete -c actviz -f -n __fish_use_subcommand -a help -d 'Show help on a command.'",
      "complete -c actviz -f -l version -d 'Show the version.'",
      "complete -c actviz -f -s h -l help -d 'Show help information.'",
    ]
    for subcommand in subcommands {
      let name = subcommand.command.rawValue
      let help = fishQuoted(subcommand.abstract)
      lines.append("complete -c actviz -f -n __fish_use_subcommand -a \(name) -d \(help)")
    }
    let names = subcommands.map { $0.command.rawValue }.joined(separator: " ")
    lines.append("complete -c actviz -f -n '__fish_seen_subcommand_from help' -a '\(names)'")
    for subcommand in subcommands {
      lines.append(operandLine(subcommand.command))
      for key in options(subcommand.command) { lines.append(line(key, subcommand.command)) }
    }
    return lines.joined(separator: "\n") + "\n"
  }

  private func seen(_ command: Command) -> String {
    "complete -c actviz -n '__fish_seen_subcommand_from \(command.rawValue)'"
  }

  private func operandLine(_ command: Command) -> String {
    switch operand(command) {
    case .functions: "\(seen(command)) -f -a \"$functions\""
    case .files: "\(seen(command)) -F"
    case .none, .words: "\(seen(command)) -f"
    }
  }

  private func line(_ key: Key, _ command: Command) -> String {
    let letter = key.letter.map { " -s \($0)" } ?? ""
    let name = "\(seen(command)) -l \(key.name.text)\(letter)"
    let help = " -d " + fishQuoted(key.help(for: command))
    guard key.form != .flag else { return name + " -f" + help }
    switch key.completion {
    case .none: return name + " -x" + help
    case .functions: return name + " -x -a \"$functions\"" + help
    case .words(let words):
      return name + " -x -a \(fishQuoted(words.joined(separator: " ")))" + help
    case .files: return name + " -r -F" + help
    }
  }

  /// A word in apostrophes, as fish reads it.
  private func fishQuoted(_ text: String) -> String {
    let escaped = text.map { "\\'".contains($0) ? "\\\($0)" : String($0) }
    return "'" + escaped.joined() + "'"
  }
}
