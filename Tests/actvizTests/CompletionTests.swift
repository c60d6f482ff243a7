import FigureSpecification
import Foundation
import Testing

@testable import actviz

/// Completion scripts, sourced by the shells themselves.
@Suite struct CompletionTests {
  private static func has(_ shell: String) -> Bool {
    ["/bin/", "/usr/bin/", "/usr/local/bin/"].contains {
      FileManager.default.isExecutableFile(atPath: $0 + shell)
    }
  }

  /// A folder with the script for a shell, and two files.
  private func folder(_ shell: String) throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    let run = try Binary.run(["--generate-completion-script", shell], in: folder.path)
    #expect(run.status == 0 && run.error.isEmpty)
    try folder.write(run.text, to: "script")
    try folder.write("functions: gelu\n", to: "figure.yaml")
    return folder
  }

  /// Lines, and a word that is proposed.
  static let proposals = [
    ("actviz ", "compare"), ("actviz pl", "plot"), ("actviz help ins", "inspect"),
    ("actviz plot gel", "gelu_tanh"), ("actviz plot --x-", "--x-scale"),
    ("actviz plot gelu --theme ", "print"), ("actviz plot gelu --dt", ""),
    ("actviz compare gelu --dtype b", "bf16"),
    ("actviz compare gelu --reference leaky", "leaky_relu"),
    ("actviz table gelu --format nd", "ndjson"), ("actviz inspect gelu --report m", "markdown"),
    ("actviz fit swish --norm gau", "gaussian"), ("actviz list --framework to", "torch"),
    ("actviz render fig", "figure.yaml"), ("actviz plot gelu -o fig", "figure.yaml"),
  ]

  @Test(arguments: proposals)
  func bashProposes(line: String, word: String) throws {
    let folder = try folder("bash")
    let words = line.split(separator: " ", omittingEmptySubsequences: false).map { "'\($0)'" }
    let run = try Binary.shell(
      """
      bash -n script && . ./script && COMP_WORDS=(\(words.joined(separator: " "))) && \
      COMP_CWORD=\(words.count - 1) && { _actviz; printf '%s\\n' "${COMPREPLY[@]}"; }
      """, in: folder.path)
    #expect(run.error.isEmpty, "\(run.error)")
    #expect(run.text.split(separator: "\n").contains { $0 == word } || word.isEmpty, "\(run.text)")
    #expect(!word.isEmpty || run.text == "\n")
  }

  @Test(.enabled(if: has("fish") || Binary.isCI), arguments: proposals)
  func fishProposes(line: String, word: String) throws {
    let folder = try folder("fish")
    let run = try Binary.shell(
      "timeout 20 fish --no-config -c \"source script; complete -C '\(line)'\"", in: folder.path)
    #expect(run.status == 0 && run.error.isEmpty, "\(run.error)")
    let words = run.text.split(separator: "\n").map { $0.prefix { $0 != "\t" } }
    #expect(word.isEmpty ? words.isEmpty : words.contains { $0 == word }, "\(run.text)")
  }

  @Test(.enabled(if: has("zsh") || Binary.isCI), arguments: proposals.filter { !$0.1.isEmpty })
  func zshProposes(line: String, word: String) throws {
    let folder = try folder("zsh")
    try folder.write(Self.driver, to: "driver")
    let run = try Binary.shell("timeout 60 zsh -f driver '\(line)' '\(word)'", in: folder.path)
    #expect(run.status == 0, "\(run.text)\(run.error)")
  }

  /// Types a line and a tab into an interactive zsh; succeeds as soon as a word is proposed.
  private static let driver = #"""
    zmodload zsh/zpty zsh/datetime
    zpty z zsh -f -i
    await() {
      local chunk out=""
      local -F end=$((EPOCHREALTIME + 25))
      while (( EPOCHREALTIME < end )); do
        if zpty -r -t z chunk; then out+=$chunk; else sleep 0.02; fi
        [[ $out == *"$1"* ]] && return 0
      done
      print -r -- "$out"
      return 1
    }
    zpty -w z "autoload -Uz compinit; compinit -u -D; source ./script; stty cols 200 rows 1000; LISTMAX=9999; bindkey '^I' list-choices; echo SE''T"
    await SET$'\r' || exit 1
    # Behind the line nothing is typed that could hold the word.
    zpty -n -w z "$1"
    await "${1% }" || exit 1
    zpty -n -w z $'\t'
    await "$2"
    found=$?
    zpty -d z
    exit $found
    """#

  @Test func theUsersShellIsTheOneWithoutAName() throws {
    let folder = try TemporaryFolder()
    let named = try Binary.run(["--generate-completion-script=fish"], in: folder.path).text
    let own = try Binary.shell(
      "SHELL=/usr/bin/fish $actviz --generate-completion-script", in: folder.path)
    #expect(own.text == named)
    let other = try Binary.run(["--generate-completion-script", "tcsh"], in: folder.path)
    #expect(other.status == 64 && other.error.contains("one of bash, zsh, fish, not 'tcsh'"))
  }
}
