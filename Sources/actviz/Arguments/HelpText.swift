import FigureSpecification

/// What `--help` prints, made from the table of keys.
struct HelpText {
  /// How long a line may be.
  let width: Int
  /// Where what is said of an option begins.
  private static let column = 26

  /// Help for a terminal; some break a line that fills it, and long lines are hard to read.
  init(columns: Int) {
    width = min(max(columns, 60), 100) - 1
  }

  /// All of the help on a command.
  func whole(_ subcommand: any Subcommand.Type) -> String {
    let command = subcommand.command
    let keys = Keys.of(command)
    var sections = [wrapped("OVERVIEW: " + subcommand.abstract)]
    if !subcommand.discussion.isEmpty { sections.append(wrapped(subcommand.discussion)) }
    sections.append(wrapped("USAGE: " + Self.usage(command, keys)))
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

  /// All of the help on the program.
  func whole(
    _ program: (abstract: String, discussion: String), _ subcommands: [any Subcommand.Type]
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
    let operands = keys.filter(\.isPositional).map { $0.isRequired ? $0.usage : "[\($0.usage)]" }
    let required = keys.filter { !$0.isPositional && $0.isRequired }.map {
      "--\($0.name.text) \($0.usage)"
    }
    return (["actviz", command.rawValue, "[<options>]"] + operands + required)
      .joined(separator: " ")
  }

  private func row(_ key: Key, _ command: Command) -> String {
    let standard = key.standard.map { " (default: \($0))" } ?? ""
    return row(Self.label(key), key.help(for: command) + standard)
  }

  static func label(_ key: Key) -> String {
    guard !key.isPositional else { return "<\(key.valueName)>" }
    let letter = key.letter.map { "-\($0), " } ?? ""
    let value = key.form == .flag ? "" : " <\(key.valueName)>"
    return "\(letter)--\(key.name.text)\(value)"
  }

  /// A label with what is said of it beside it, or below it where the label is long.
  func row(_ label: String, _ text: String, at column: Int = column) -> String {
    let blanks = String(repeating: " ", count: column)
    let lines = lines(text, width: width - column).joined(separator: "\n" + blanks)
    let start = "  " + label
    guard start.count < column else { return start + "\n" + blanks + lines }
    return start + blanks.dropFirst(start.count) + lines
  }

  /// Paragraphs broken into lines.
  func wrapped(_ text: String) -> String {
    text.split(separator: "\n", omittingEmptySubsequences: false).flatMap { line in
      line.hasPrefix(" ") || line.isEmpty ? [String(line)] : lines(String(line), width: width)
    }.joined(separator: "\n")
  }

  private func lines(_ text: String, width: Int) -> [String] {
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
