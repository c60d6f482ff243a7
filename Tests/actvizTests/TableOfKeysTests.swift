import FigureSpecification
import Foundation
import Tables
import Testing

@testable import actviz

/// What is made from the table of keys: help, completions, and the formats that it names.
@Suite struct TableOfKeysTests {
  @Test func theFormatsAreThoseThatAreWritten() {
    #expect(Keys.pictureFormats == PictureFormat.allCases.map(\.rawValue))
    #expect(Keys.tableFormats == TableFormat.allCases.map(\.rawValue))
    #expect(Keys.reportFormats == ReportFormat.allCases.map(\.rawValue))
  }

  @Test func everyCommandRunsAndStandsOnce() {
    #expect(Set(Actviz.subcommands.map { $0.command }) == Set(Command.allCases))
    #expect(Actviz.subcommands.count == Command.allCases.count)
  }

  @Test(arguments: Command.allCases)
  func helpShowsEveryKeyOnce(command: Command) throws {
    let folder = try TemporaryFolder()
    let name = command.rawValue
    let help = try Binary.run([name, "--help"], in: folder.path).text
    for other in [["help", name], [name, "--bogus", "--help"]] {
      #expect(try Binary.run(other, in: folder.path).text == help)
    }
    let lines = help.split(separator: "\n")
    #expect(lines.allSatisfy { $0.count < 80 })
    for key in Keys.of(command) {
      let label = key.isPositional ? "  <\(key.valueName)> " : "--\(key.name.text) "
      let shown = lines.filter { line in
        line.hasPrefix("  ") && line.dropFirst(2).first.map { "-<".contains($0) } == true
          && (line + " ").contains(label)
      }
      #expect(shown.count == 1, "\(label)")
    }
  }

  @Test(arguments: Actviz.subcommands.map { $0.command })
  func shortHelpFitsOnAScreen(command: Command) throws {
    let folder = try TemporaryFolder()
    let name = command.rawValue
    let help = try Binary.run([name, "-h"], in: folder.path).text
    // The prompt takes the last of 24 lines.
    let lines = help.split(separator: "\n", omittingEmptySubsequences: false).dropLast()
    #expect(lines.count < 24 && lines.allSatisfy { $0.count < 80 }, "\(lines.count)\n\(help)")
    #expect(lines.last?.contains("actviz \(name) --help") == true)
    let subcommand = try #require(Actviz.subcommands.first { $0.command == command })
    let keys = Keys.of(command)
    for option in subcommand.usual {
      #expect(keys.contains { $0.name.text == option }, "\(option)")
      #expect(help.contains("--\(option) "), "\(option)")
    }
    for key in keys where key.isRequired && !key.isPositional {
      #expect(subcommand.usual.contains(key.name.text))
    }
    #expect(try Binary.run([name, "--bogus", "-h"], in: folder.path).text == help)
  }

  @Test func theProgramAloneShowsShortHelp() throws {
    let folder = try TemporaryFolder()
    let alone = try Binary.run([], in: folder.path)
    #expect(alone.status == 0)
    #expect(alone.text == (try Binary.run(["-h"], in: folder.path).text))
    let lines = alone.text.split(separator: "\n", omittingEmptySubsequences: false).dropLast()
    #expect(lines.count < 24 && lines.allSatisfy { $0.count < 80 }, "\(alone.text)")
    for command in Command.allCases {
      #expect(lines.contains { $0.hasPrefix("  \(command.rawValue) ") })
    }
    let whole = try Binary.run(["--help"], in: folder.path).text
    #expect(whole.count > alone.text.count && whole.contains("--generate-manual"))
  }

  @Test(arguments: [20, 60, 72, 80, 100, 300])
  func helpIsAsWideAsTheTerminal(columns: Int) throws {
    let help = HelpText(columns: columns)
    let plot = try #require(Actviz.subcommands.first { $0.command == .plot })
    let lines = help.whole(plot).split(separator: "\n").filter { !$0.hasPrefix("  actviz") }
    let widest = lines.map(\.count).max() ?? 0
    let limit = min(max(columns, 60), 100)
    #expect(widest < limit && widest > limit - 8)
  }

  @Test func theManualHoldsEveryKeyAndNoStrayRequest() throws {
    let folder = try TemporaryFolder()
    let run = try Binary.run(["--generate-manual"], in: folder.path)
    let lines = run.text.split(separator: "\n")
    let requests: Set<Substring> = [".TH", ".SH", ".SS", ".TP", ".PP", ".br", ".nf", ".fi"]
    for line in lines where ".'".contains(line.first ?? " ") {
      #expect(requests.contains(line.prefix { $0 != " " }), "\(line)")
    }
    let names = Command.allCases.flatMap { Keys.of($0) }.filter { !$0.isPositional }
    let labels = lines.filter { $0.contains("\\fB\\-\\-") }
    #expect(labels.count == names.count)
    #expect(lines.contains { $0.contains("\\fB\\-o\\fR, \\fB\\-\\-output\\fR \\fIfile\\fR") })
  }

  @Test func theDocumentationNamesEveryKeyOfFigures() throws {
    let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .appendingPathComponent("../../Documentation/figure-files.md")
    let page = try String(contentsOf: file, encoding: .utf8)
    for key in Keys.figures { #expect(page.contains("`\(key.name.text)`"), "\(key.name.text)") }
  }

  @Test func standardOutputThatIsFullIsReported() throws {
    let folder = try TemporaryFolder()
    for line in ["--help", "plot --help", "--version", "--generate-completion-script zsh"] {
      let run = try Binary.shell("$actviz \(line) >/dev/full", in: folder.path)
      #expect(run.status == 74, "\(line)")
    }
  }
}
