import FigureSpecification

/// The page that `man actviz` shows, made from the table of keys.
struct ManualPage {
  let abstract: String
  let discussion: String
  let subcommands: [any Subcommand.Type]

  /// The page in the macros of man(7).
  var text: String {
    var lines = [".TH ACTVIZ 1 \"\" \"actviz \(Version.current)\" \"User Commands\"", ".SH NAME"]
    lines.append(
      "actviz \\- "
        + Self.escaped(abstract.prefix(1).lowercased() + abstract.dropFirst().dropLast()))
    lines.append(".SH SYNOPSIS")
    for subcommand in subcommands {
      let command = subcommand.command
      let usage = HelpText.usage(command, Keys.of(command))
      lines += [Self.escaped(usage), ".br"]
    }
    lines.append(".SH DESCRIPTION")
    lines += Self.paragraphs(discussion)
    lines.append(".SH COMMANDS")
    for subcommand in subcommands { lines += section(subcommand) }
    return lines.joined(separator: "\n") + "\n"
  }

  private func section(_ subcommand: any Subcommand.Type) -> [String] {
    let command = subcommand.command
    var lines = [".SS " + command.rawValue, Self.escaped(subcommand.abstract)]
    if !subcommand.discussion.isEmpty { lines += [".PP"] + Self.paragraphs(subcommand.discussion) }
    for key in Keys.of(command) {
      let standard = key.standard.map { " The default is \($0)." } ?? ""
      lines += [".TP", Self.label(key), Self.escaped(key.help(for: command) + standard)]
    }
    return lines
  }

  /// `-o`, `--output` in bold, the value's name in italics.
  private static func label(_ key: Key) -> String {
    let value = "\\fI\(escaped(key.valueName))\\fR"
    guard !key.isPositional else { return value }
    let letter = key.letter.map { "\\fB\\-\($0)\\fR, " } ?? ""
    let name = "\(letter)\\fB\(escaped("--" + key.name.text))\\fR"
    return key.form == .flag ? name : name + " " + value
  }

  /// Paragraphs; lines that begin with blanks stay as they are.
  private static func paragraphs(_ text: String) -> [String] {
    text.split(separator: "\n", omittingEmptySubsequences: false).flatMap { line in
      if line.isEmpty { return [".PP"] }
      guard line.hasPrefix(" ") else { return [escaped(line)] }
      return [".nf", escaped(line), ".fi"]
    }
  }

  /// A text in which nothing is taken for a request or an escape.
  private static func escaped(_ text: some StringProtocol) -> String {
    let characters = text.map { character in
      switch character {
      case "\\": "\\e"
      case "-": "\\-"
      default: String(character)
      }
    }
    let isRisky = text.first.map { ".'".contains($0) } ?? false
    return (isRisky ? "\\&" : "") + characters.joined()
  }
}
