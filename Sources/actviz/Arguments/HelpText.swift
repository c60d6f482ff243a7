import FigureSpecification

/// What `--help` prints, made from the table of keys.
enum HelpText {
  /// Terminals have 80 columns, and some break a line that fills them.
  private static let width = 79
  /// Where what is said of an option begins.
  private static let column = 26

  /// Help on a command.
  static func of(_ subcommand: any Subcommand.Type) -> String {
    let command = subcommand.command
    let keys = Keys.of(command)
    var sections = [wrapped("OVERVIEW: " + subcommand.abstract)]
    if !subcommand.discussion.isEmpty { sections.append(wrapped(subcommand.discussion)) }
    sections.append(wrapped("USAGE: " + usage(command, keys)))
    for group in Key.Group.allCases {
      var rows = keys.filter { $0.group == group }.map { row($0, command) }
      if group == .options {
        rows += [
          row("--version", "Show the version."), row("-h, --help", "Show help information."),
        ]
      }
      if !rows.isEmpty { sections.append(([group.rawValue + ":"] + rows).joined(separator: "\n")) }
    }
    return sections.joined(separator: "\n\n") + "\n"
  }

  /// Help on the program.
  static func of(
    program: (abstract: String, discussion: String), _ subcommands: [any Subcommand.Type]
  ) -> String {
    let rows = subcommands.map { row($0.command.rawValue, $0.abstract) }
    let script = row(
      "--generate-completion-script <shell>",
      "Print what completes command lines in \(Shell.allCases.map(\.rawValue).joined(separator: ", "))."
    )
    let options = [
      row("--version", "Show the version."), row("-h, --help", "Show help information."), script,
      row("--generate-manual", "Print the page for man."),
    ]
    return [
      wrapped("OVERVIEW: " + program.abstract), wrapped(program.discussion),
      "USAGE: actviz <subcommand>", (["OPTIONS:"] + options).joined(separator: "\n"),
      (["SUBCOMMANDS:"] + rows).joined(separator: "\n"),
      "  See 'actviz help <subcommand>' for detailed help.\n",
    ].joined(separator: "\n\n")
  }

  /// How a command is called: `actviz plot [<options>] <function> ...`.
  static func usage(_ command: Command, _ keys: [Key]) -> String {
    let operands = keys.filter(\.isPositional).map(\.usage)
    let required = keys.filter { !$0.isPositional && $0.isRequired }.map {
      "--\($0.name.text) \($0.usage)"
    }
    return (["actviz", command.rawValue, "[<options>]"] + operands + required)
      .joined(separator: " ")
  }

  private static func row(_ key: Key, _ command: Command) -> String {
    let standard = key.standard.map { " (default: \($0))" } ?? ""
    return row(label(key), key.help(for: command) + standard)
  }

  private static func label(_ key: Key) -> String {
    guard !key.isPositional else { return "<\(key.valueName)>" }
    let letter = key.letter.map { "-\($0), " } ?? ""
    let value = key.form == .flag ? "" : " <\(key.valueName)>"
    return "\(letter)--\(key.name.text)\(value)"
  }

  /// A label with what is said of it beside it, or below it where the label is long.
  private static func row(_ label: String, _ text: String) -> String {
    let blanks = String(repeating: " ", count: column)
    let lines = lines(text, width: width - column).joined(separator: "\n" + blanks)
    let start = "  " + label
    guard start.count < column else { return start + "\n" + blanks + lines }
    return start + blanks.dropFirst(start.count) + lines
  }

  /// Paragraphs broken into lines.
  private static func wrapped(_ text: String) -> String {
    text.split(separator: "\n", omittingEmptySubsequences: false).flatMap { line in
      line.hasPrefix(" ") || line.isEmpty ? [String(line)] : lines(String(line), width: width)
    }.joined(separator: "\n")
  }

  private static func lines(_ text: String, width: Int) -> [String] {
    var lines: [String] = []
    for word in text.split(separator: " ") {
      if let last = lines.last, last.count + 1 + word.count <= width {
        lines[lines.count - 1] += " " + word
      } else {
        lines.append(String(word))
      }
    }
    return lines
  }
}
