/// What a shell sources to complete command lines.
///
/// A script asks the program, `actviz --complete WORD…`, what may stand in place of the last word: so it knows no option
/// and no function, and never ages. It asks the program that is typed, or else the one that the shell finds.
enum CompletionScript {
  /// The script for a shell.
  static func text(for shell: Shell) -> String {
    switch shell {
    case .bash: bash
    case .zsh: zsh
    case .fish: fish
    }
  }

  /// For bash from 3.2 on, which macOS has; that one lacks `compopt`.
  private static let bash = #"""
    # Completes command lines of actviz.

    _actviz() {
      local line=${COMP_LINE:0:COMP_POINT} current program reply word kept=0 count=0 i
      local -a words
      COMPREPLY=()
      # bash divides at "=" and ":" too; here a word ends at a blank.
      for ((i = 0; i <= COMP_CWORD; i++)); do
        if ((i == 0)) || [[ $line == [[:blank:]]* ]]; then
          line=${line#"${line%%[![:blank:]]*}"}
          words[count++]=""
        fi
        word=${COMP_WORDS[i]:0:${#line}}
        words[count - 1]+=$word
        line=${line:${#word}}
      done
      ((count > 1)) || return
      for ((i = 1; i < count - 1; i++)); do
        if [[ ${words[i]} == \'*\' || ${words[i]} == \"*\" ]]; then words[i]=${words[i]:1:${#words[i]}-2}; fi
      done
      current=${words[count - 1]}
      program=${words[0]/#\~\//$HOME/}
      type -P -- "$program" >/dev/null || program=actviz
      if [[ $current == [\'\"]* ]]; then
        current=${current:1}
      else
        # Readline replaces what stands behind the last of its breaks.
        word=$current
        if [[ $COMP_WORDBREAKS == *=* ]]; then word=${word##*=}; fi
        if [[ $COMP_WORDBREAKS == *:* ]]; then word=${word##*:}; fi
        kept=$((${#current} - ${#word}))
      fi
      while IFS= read -r reply; do
        if [[ $reply == ":files "* ]]; then
          IFS=' ' read -r _ i word <<<"$reply"
          _actviz_files "$kept" "${current:0:i}" "${current:i}" "$word"
        else
          reply=${reply%%$'\t'*}
          COMPREPLY+=("${reply:kept}")
        fi
      done < <("$program" --complete "${words[@]:1:count-2}" "$current" 2>/dev/null)
      if ((${#COMPREPLY[@]} == 1)) && [[ ${COMPREPLY[0]} == *[=:,] ]]; then
        compopt -o nospace 2>/dev/null
      fi
    }

    # Folders, and files with one of the extensions; a name with a backslash is left to readline.
    _actviz_files() {
      local file
      if [[ $3 == *\\* ]]; then
        compopt -o default 2>/dev/null
        return
      fi
      compopt -o filenames 2>/dev/null
      while IFS= read -r file; do
        if [[ -z $4 || -d ${file/#\~\//$HOME/} || $file =~ \.($4)$ ]]; then
          file=$2$file
          COMPREPLY+=("${file:$1}")
        fi
      done < <(compgen -f -- "$3")
    }

    complete -F _actviz actviz

    """#

  private static let zsh = #"""
    #compdef actviz
    # Completes command lines of actviz.

    _actviz() {
      local program=${${(Q)words[1]}/#\~\//$HOME/} reply text
      local -a replies parts open whole
      whence -p -- $program >/dev/null || program=actviz
      replies=("${(@f)$($program --complete "${(@Q)words[2,CURRENT-1]}" "${(Q)PREFIX}" 2>/dev/null)}")
      for reply in $replies; do
        parts=(${=reply})
        if [[ $parts[1] == :files ]]; then
          compset -p $parts[2]
          if [[ -n $parts[3] ]]; then _files -g "*.($parts[3])"; else _files; fi
          return
        fi
        text=${reply%%$'\t'*}
        reply=${text//:/\\:}:${reply#*$'\t'}
        # Behind these the word goes on.
        if [[ $text == *[=:,] ]]; then open+=($reply); else whole+=($reply); fi
      done
      _describe -t words word whole -- open -S ''
    }

    if [[ $funcstack[1] == _actviz ]]; then _actviz "$@"; else compdef _actviz actviz; fi

    """#

  private static let fish = #"""
    # Completes command lines of actviz.

    function __actviz_complete
      set -l words (commandline -opc)
      set -l current (commandline -ct | string replace -r '^[\'"]' '')
      set -l program (string replace -r '^~/' "$HOME/" -- $words[1])
      command -q $program; or set program actviz
      command -q $program; or return
      for reply in ($program --complete $words[2..-1] "$current" 2>/dev/null)
        if string match -q ':files *' -- $reply
          set -l parts (string split ' ' -- $reply)
          set -l lead (string sub -l $parts[2] -- "$current")
          for file in (__fish_complete_path (string sub -s (math $parts[2] + 1) -- "$current"))
            if test -z "$parts[3]"; or string match -rq "(/|\.($parts[3]))(\t|\$)" -- $file
              echo $lead$file
            end
          end
        else
          echo $reply
        end
      end
    end

    complete -c actviz -e
    complete -c actviz -f -k -a '(__actviz_complete)'

    """#
}
