import FigureSpecification

// What `-h` prints: what is used most, on a screen of 24 lines.
extension HelpText {
  /// Help on a command: how it is called, examples, and the options that are used most.
  func short(_ subcommand: any Subcommand.Type) -> String {
    let command = subcommand.command
    let keys = Keys.of(command)
    let usual = subcommand.usual.compactMap { name in keys.first { $0.name.text == name } }
    let rows = (keys.filter(\.isPositional) + usual).map { key in
      row(Self.label(key), Self.beginning(of: key.help(for: command)))
    }
    let examples = subcommand.discussion.split(separator: "\n").filter { $0.hasPrefix("  ") }
    let count = keys.filter { !$0.isPositional }.count
    let all =
      "\(count == 1 ? "More" : "All \(count) options"): actviz \(command.rawValue) --help. All functions: actviz list.\n"
    var sections = [wrapped(subcommand.abstract), wrapped("USAGE: " + Self.usage(command, keys))]
    if !examples.isEmpty { sections.append(examples.prefix(2).joined(separator: "\n")) }
    sections += [rows.joined(separator: "\n"), all]
    return sections.joined(separator: "\n\n")
  }

  /// Help on the program: its commands, and how functions are named.
  func short(_ abstract: String, _ subcommands: [any Subcommand.Type]) -> String {
    let rows = subcommands.map { row($0.command.rawValue, $0.abstract, at: 11) }
    return [
      wrapped(abstract),
      "USAGE: actviz <command> ...\n"
        + "  actviz plot gelu swish -o figure.svg\n  actviz table 'x*tanh(a*x)' --param a=1,2",
      rows.joined(separator: "\n"),
      wrapped(
        """
        A function is gelu, gennorm:alpha=1,beta=inf, torch:gelu or a formula; 'actviz list' shows all. 'actviz plot -h' \
        is short help on a command; 'actviz plot --help' and 'actviz --help' are all of it.
        """) + "\n",
    ].joined(separator: "\n\n")
  }

  /// The first sentence of a text, or what stands before its semicolon.
  private static func beginning(of text: String) -> String {
    var before: Substring = ""
    for word in text.split(separator: " ") {
      // A stop ends a sentence where a capital follows: none does behind "e.g.".
      if before.hasSuffix(";") || (before.hasSuffix(".") && word.first?.isUppercase == true) {
        return text[..<before.endIndex].dropLast() + "."
      }
      before = word
    }
    return text
  }
}
