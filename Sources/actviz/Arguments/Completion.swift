import FigureSpecification

/// Proposes how a command line may go on, from the table of keys and the catalogue.
struct Completion {
  let subcommands: [any Subcommand.Type]

  /// What may stand in place of the last of the words behind the program's name.
  func proposals(for words: [String]) -> Proposals {
    guard let current = words.last else { return Proposals() }
    let before = words.dropLast()
    guard let first = before.first else {
      return Self.among(current.hasPrefix("-") ? Self.programOptions : commands, current)
    }
    if first == "help", before.count == 1 { return Self.among(commands, current) }
    if first == "--generate-completion-script", before.count == 1 {
      return Self.among(Shell.allCases.map { .init(text: $0.rawValue, help: "") }, current)
    }
    guard let command = Command(rawValue: first) else { return Proposals() }
    return proposals(for: CommandLineAtCursor(command, before.dropFirst(), at: current))
  }

  private func proposals(for line: CommandLineAtCursor) -> Proposals {
    switch line.expected {
    case .option: return Self.among(Self.options(of: line.command), line.current)
    case .value(let key, let lead):
      let typed = String(line.current.dropFirst(lead.count))
      return ValueCompletion(line: line, key: key, typed: typed, lead: lead).proposals
    case .operand:
      let keys = Keys.of(line.command).filter(\.isPositional)
      guard let last = keys.last else { return Proposals() }
      let key = line.operands.count < keys.count ? keys[line.operands.count] : last
      // Behind all operands none can follow, unless the last may be repeated.
      guard line.operands.count < keys.count || last.form == .texts else { return Proposals() }
      return ValueCompletion(line: line, key: key, typed: line.current, lead: "").proposals
    }
  }

  private var commands: [Proposals.Word] {
    subcommands.map { .init(text: $0.command.rawValue, help: $0.abstract) }
      + [.init(text: "help", help: "Show help on a command.")]
  }

  private static func options(of command: Command) -> [Proposals.Word] {
    Keys.of(command).filter { !$0.isPositional }.flatMap { key in
      ["--\(key.name.text)"].map { Proposals.Word(text: $0, help: key.help(for: command)) }
        + (key.letter.map { [.init(text: "-\($0)", help: key.help(for: command))] } ?? [])
    } + common
  }

  private static let common: [Proposals.Word] = [
    .init(text: "--version", help: "Show the version."),
    .init(text: "--help", help: "Show help information."),
  ]

  private static let programOptions =
    common + [
      .init(text: "--generate-completion-script", help: "Print what completes command lines."),
      .init(text: "--generate-manual", help: "Print the page for man."),
    ]

  private static func among(_ words: [Proposals.Word], _ typed: String) -> Proposals {
    Proposals(words.filter { $0.text.hasPrefix(typed) })
  }
}
