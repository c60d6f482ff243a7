import FigureSpecification

extension CompletionScript {
  var zsh: String {
    let values = subcommands.map { $0.command }.flatMap { command in
      options(command).filter { $0.form != .flag }.map { key in
        let patterns = spellings(key).map { "'\(command.rawValue) \($0)'" }
        return "    \(patterns.joined(separator: "|"))) \(zsh(key.completion)); return ;;\n"
      }
    }
    let operands = subcommands.map { subcommand in
      let command = subcommand.command
      let options =
        options(command).flatMap { key in
          spellings(key).map { described($0, key.help(for: command)) }
        } + Self.common.map { described($0.name, $0.help) }
      return """
            \(command.rawValue))
              if [[ $PREFIX == -* ]]; then
                entries=(\(options.joined(separator: " ")))
                _describe -o option entries
              else \(zsh(operand(command)))
              fi ;;

        """
    }
    let commands =
      subcommands.map { described($0.command.rawValue, $0.abstract) }
      + (Self.common + [(name: "help", help: "Show help on a command.")]).map {
        described($0.name, $0.help)
      }
    return """
      #compdef actviz
      # Completes command lines of actviz.

      _actviz() {
        local -a entries functions
        local command=${words[2]} previous=${words[CURRENT-1]}
        functions=(\(functions.map(Self.quoted).joined(separator: " ")))
        if (( CURRENT == 2 )); then
          entries=(\(commands.joined(separator: " ")))
          _describe command entries
          return
        fi
        if [[ $command == help ]]; then
          compadd -- \(subcommands.map { $0.command.rawValue }.joined(separator: " "))
          return
        fi
        if [[ $PREFIX == --*=* ]]; then
          previous=${PREFIX%%=*}
          compset -P '*='
        fi
        case "$command $previous" in
      \(values.joined())  esac
        case $command in
      \(operands.joined())  esac
      }

      if [[ $funcstack[1] == _actviz ]]; then _actviz "$@"; else compdef _actviz actviz; fi

      """
  }

  /// A word with what is said of it; a colon ends the word.
  private func described(_ word: String, _ text: String) -> String {
    let name = word.split(separator: ":", omittingEmptySubsequences: false).joined(separator: "\\:")
    return Self.quoted("\(name):\(text)")
  }

  private func zsh(_ completion: Key.Completion) -> String {
    switch completion {
    case .none: ":"
    case .functions: "compadd -a functions"
    case .words(let words): "compadd -- \(words.map(Self.quoted).joined(separator: " "))"
    case .files(let extensions) where extensions.isEmpty: "_files"
    case .files(let extensions): "_files -g '*.(\(extensions.joined(separator: "|")))'"
    }
  }
}
