import Activations
import FigureSpecification

/// What a shell sources to complete command lines, made from the table of keys.
struct CompletionScript {
  let subcommands: [any Subcommand.Type]

  /// The script for a shell.
  func text(for shell: Shell) -> String {
    switch shell {
    case .bash: bash
    case .zsh: zsh
    case .fish: fish
    }
  }

  /// The names of functions, in the order of the catalogue.
  var functions: [String] { Catalogue.all.flatMap { [$0.name] + $0.aliases } }

  /// The options of a command.
  func options(_ command: Command) -> [Key] { Keys.of(command).filter { !$0.isPositional } }

  /// What stands without a name: that of the last counts, which may be repeated.
  func operand(_ command: Command) -> Key.Completion {
    Keys.of(command).last(where: \.isPositional)?.completion ?? .none
  }

  /// The spellings of an option.
  func spellings(_ key: Key) -> [String] {
    ["--\(key.name.text)"] + (key.letter.map { ["-\($0)"] } ?? [])
  }

  /// The options of every command.
  static let common = [
    (name: "--version", help: "Show the version."),
    (name: "--help", help: "Show help information."),
  ]

  /// A word in apostrophes, as bash and zsh read it.
  static func quoted(_ text: String) -> String {
    "'"
      + text.split(separator: "'", omittingEmptySubsequences: false).joined(separator: "'\\''")
      + "'"
  }
}

extension CompletionScript {
  var bash: String {
    let commands = subcommands.map { $0.command }
    let values = commands.flatMap { command in
      options(command).filter { $0.form != .flag }.map { key in
        let patterns = spellings(key).map { "'\(command.rawValue) \($0)'" }
        return "    \(patterns.joined(separator: " | "))) \(bash(key.completion)); return ;;\n"
      }
    }
    let operands = commands.map { command in
      let options = options(command).flatMap(spellings) + Self.common.map(\.name)
      return """
            \(command.rawValue))
              if [[ $current == -* ]]; then \(bash(.words(options))); else \(bash(operand(command))); fi ;;

        """
    }
    return """
      # Completes command lines of actviz.

      _actviz() {
        local current="${COMP_WORDS[COMP_CWORD]}" previous="${COMP_WORDS[COMP_CWORD-1]}"
        local command="${COMP_WORDS[1]}" functions="\(functions.joined(separator: " "))"
        COMPREPLY=()
        # An equals sign is a word of its own.
        if [[ $current == "=" ]]; then current=""; elif [[ $previous == "=" ]]; then previous="${COMP_WORDS[COMP_CWORD-2]}"; fi
        if (( COMP_CWORD == 1 )); then
          \(bash(.words(commands.map(\.rawValue) + ["help"] + Self.common.map(\.name))))
          return
        fi
        if [[ $command == help ]]; then
          \(bash(.words(commands.map(\.rawValue))))
          return
        fi
        case "$command $previous" in
      \(values.joined())  esac
        case "$command" in
      \(operands.joined())  esac
      }

      complete -F _actviz actviz

      """
  }

  private func bash(_ completion: Key.Completion) -> String {
    switch completion {
    case .none: ":"
    case .functions: "COMPREPLY=($(compgen -W \"$functions\" -- \"$current\"))"
    case .words(let words):
      "COMPREPLY=($(compgen -W \"\(words.joined(separator: " "))\" -- \"$current\"))"
    case .files: "compopt -o filenames 2>/dev/null; COMPREPLY=($(compgen -f -- \"$current\"))"
    }
  }
}
