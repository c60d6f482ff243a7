import Activations
import FigureSpecification
import Foundation
import Testing

@testable import actviz

/// A line that is typed, and what is to be proposed in place of its last word.
struct TypedLine: CustomStringConvertible {
  var text: String
  var words: [String]

  var description: String { text }

  init(_ text: String, _ words: [String]) {
    self.text = text
    self.words = words
  }

  /// Every option with choices, functions or files behind it; all options, commands and functions.
  static let ofTheTable: [TypedLine] = {
    let commands = Command.allCases
    var lines = [
      TypedLine("actviz ", commands.map(\.rawValue) + ["help"]),
      TypedLine("actviz help ", commands.map(\.rawValue)),
      TypedLine("actviz --generate-completion-script ", Shell.allCases.map(\.rawValue)),
      TypedLine(
        "actviz plot ",
        Catalogue.all.flatMap { [$0.name] + $0.aliases } + Framework.all.map { $0.name + ":" }),
    ]
    lines += Framework.all.map { framework in
      TypedLine(
        "actviz inspect \(framework.name):",
        framework.variants.flatMap(\.names).map { "\(framework.name):\($0)" })
    }
    for command in commands {
      let keys = Keys.of(command)
      let options = keys.filter { !$0.isPositional }
      let start = "actviz \(command.rawValue) "
      lines.append(TypedLine(start + "--", options.map { "--" + $0.name.text } + ["--help"]))
      lines += options.compactMap { key in
        of(key.completion, behind: start + "--\(key.name.text) ")
      }
      lines +=
        keys.first { $0.isPositional }.flatMap { of($0.completion, behind: start) }
        .map { [$0] } ?? []
    }
    return lines
  }()

  private static func of(_ completion: Key.Completion, behind start: String) -> TypedLine? {
    switch completion {
    case .none, .parameters: nil
    case .words(let words), .facets(let words): TypedLine(start, words)
    case .functions: TypedLine(start + "leaky", ["leaky_relu"])
    case .files: TypedLine(start + "fig", ["figure."])
    }
  }

  /// What the table does not tell.
  static let more = [
    TypedLine("actviz pl", ["plot"]),
    TypedLine("actviz plot gelu gennorm:", ["gennorm:alpha=", "gennorm:beta="]),
    TypedLine("actviz plot gennorm:alpha=2,", ["gennorm:alpha=2,beta="]),
    TypedLine("actviz plot gennorm:beta=", ["gennorm:beta=2"]),
    TypedLine("actviz plot torch:leaky_relu:", ["torch:leaky_relu:negative_slope="]),
    TypedLine("actviz plot tor", ["torch:"]),
    TypedLine("actviz plot gelu --theme=pr", ["--theme=print"]),
    TypedLine("actviz plot gelu --show f,g", ["f,gate"]),
    TypedLine("actviz plot gelu mish --dash gelu=dot,mish=da", ["gelu=dot,mish=dash"]),
    TypedLine("actviz plot gennorm --facet a", ["alpha"]),
    TypedLine("actviz fit gennorm --to gelu --over a", ["alpha="]),
    TypedLine("actviz fit gennorm --to hardsw", ["hardswish"]),
    TypedLine("actviz plot 'x*tanh(k*x)' --param ", ["k="]),
    TypedLine("actviz plot gelu -o my", ["my\\ own.png"]),
    TypedLine("actviz plot gelu -o fold", ["folder"]),
    TypedLine("actviz plot gelu --output=my", ["--output=my\\ own.png"]),
    TypedLine("actviz plot -qo my", ["my\\ own.png"]),
    TypedLine("actviz rerun ", ["my\\ own.png", "folder"]),
    TypedLine("actviz check gelu fig", ["figure."]),
  ]
}

/// Completion: what is proposed, and the shells that ask for it.
@Suite struct CompletionTests {
  private func proposals(_ words: String...) -> Proposals {
    Completion(subcommands: Actviz.subcommands).proposals(for: words)
  }

  @Test func whatIsTypedIsCompletedWhereverItStands() {
    func texts(_ words: String...) -> [String] {
      Completion(subcommands: Actviz.subcommands).proposals(for: words).words.map(\.text)
    }
    #expect(texts("plot", "--theme", "da") == ["dark"])
    #expect(texts("plot", "--theme=da") == ["--theme=dark"])
    #expect(texts("plot", "--show", "f,df,d") == ["f,df,d2f", "f,df,density"])
    #expect(texts("plot", "gelu", "--title", "").isEmpty)
    #expect(texts("plot", "gelu", "-q", "gelu_t") == ["gelu_tanh"])
    #expect(texts("plot", "--", "--x").isEmpty)
    #expect(texts("plot", "-x^2", "gelu_t") == ["gelu_tanh"])
    #expect(texts("fit", "gelu", "").isEmpty)
    #expect(texts("plto", "").isEmpty)
    #expect(texts("--gen").count == 2)
    #expect(texts("plot", "gennorm:alpha=1,b") == ["gennorm:alpha=1,beta="])
    #expect(texts("plot", "nothing:", "nothing:").isEmpty)
    #expect(texts().isEmpty)
  }

  @Test func filesAreLeftToTheShell() {
    #expect(proposals("render", "f").text == ":files 0 yaml|yml\n")
    #expect(proposals("plot", "gelu", "--output=f").text == ":files 9 \n")
    #expect(proposals("plot", "gelu", "-o=f").text == ":files 3 \n")
    #expect(proposals("check", "gelu", "").text == ":files 0 \n")
    #expect(proposals("check", "gel").words.map(\.text).contains("gelu"))
  }

  @Test func whatIsSaidOfAWordStaysOnItsLine() {
    for command in Command.allCases {
      for line in proposals(command.rawValue, "--").text.split(separator: "\n") {
        #expect(line.hasPrefix("--") && line.split(separator: "\t").count == 2, "\(line)")
      }
    }
    for line in proposals("plot", "").text.split(separator: "\n") {
      #expect(line.split(separator: "\t", omittingEmptySubsequences: false).count == 2, "\(line)")
    }
  }

  private static func has(_ shell: String) -> Bool {
    ["/bin/", "/usr/bin/", "/usr/local/bin/"].contains {
      FileManager.default.isExecutableFile(atPath: $0 + shell)
    }
  }

  /// The shells that are there; in CI all of them are.
  private static let shells = Shell.allCases.filter { Binary.isCI || has($0.rawValue) }

  @Test(arguments: shells)
  func theShellCompletesEveryOptionOfTheTable(shell: Shell) throws {
    let answers = try answers(of: shell, to: TypedLine.ofTheTable)
    #expect(TypedLine.ofTheTable.count > 100)
    for (line, answer) in zip(TypedLine.ofTheTable, answers) {
      expect(line, in: answer, of: shell)
    }
  }

  @Test(arguments: shells)
  func theShellCompletesWordsWithinWords(shell: Shell) throws {
    let answers = try answers(of: shell, to: TypedLine.more)
    for (line, answer) in zip(TypedLine.more, answers) { expect(line, in: answer, of: shell) }
  }

  @Test(arguments: shells)
  func theShellIsSilentWhereNothingIsKnown(shell: Shell) throws {
    let lines = ["actviz plot gelu --dpi ", "actviz plto ", "actviz fit gelu ", "actviz zz"]
      .map { TypedLine($0, []) }
    for (line, answer) in zip(lines, try answers(of: shell, to: lines)) {
      let typed = shell == .fish ? "" : line.text
      #expect(answer.split(separator: " ") == typed.split(separator: " "))
    }
  }

  /// What a shell makes of lines; `press-tab` types them.
  private func answers(of shell: Shell, to lines: [TypedLine]) throws -> [String] {
    let folder = try TemporaryFolder()
    let script = try Binary.run(
      ["--generate-completion-script", shell.rawValue], in: folder.path)
    #expect(script.status == 0 && script.error.isEmpty)
    try folder.write(script.text, to: "script")
    for name in ["figure.yaml", "figure.png", "my own.png"] { try folder.write("", to: name) }
    try FileManager.default.createDirectory(
      atPath: folder.path("folder"), withIntermediateDirectories: false)
    try folder.write(lines.map { $0.text + "\n" }.joined(), to: "lines")
    let driver = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .appendingPathComponent("press-tab").path
    let run = try Binary.shell(
      "PATH=\"${actviz%/*}:$PATH\" python3 '\(driver)' \(shell.rawValue) ./script < lines",
      in: folder.path)
    #expect(run.status == 0 && run.error.isEmpty, "\(run.error)\(run.text.suffix(500))")
    let answers = run.text.split(separator: "\n", omittingEmptySubsequences: false).dropLast()
    try #require(answers.count == lines.count)
    return answers.map(String.init)
  }

  private func expect(_ line: TypedLine, in answer: String, of shell: Shell) {
    let tokens = answer.split(separator: " ")
    for word in line.words {
      let shown =
        switch shell {
        case .bash: Self.tail(of: word)
        case .zsh: word
        case .fish: word.replacingOccurrences(of: "\\", with: "")
        }
      let isThere = tokens.contains { token in
        // Of `figure.` the beginning is told; a folder ends in a slash.
        token == shown || token == shown + "/" || (shown.hasSuffix(".") && token.hasPrefix(shown))
          || (shell == .bash && (token.hasSuffix("=" + shown) || token.hasSuffix(":" + shown)))
      }
      #expect(
        isThere || (shown.contains(" ") && answer.contains(shown)),
        "\(shell) \(line): \(shown) is not in \(answer)")
    }
  }

  /// bash replaces what stands behind the last colon or equals sign.
  private static func tail(of word: String) -> String {
    let start = word.dropLast().lastIndex { "=:".contains($0) }
    return String(start.map { word[$0...].dropFirst() } ?? word[...])
  }

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
