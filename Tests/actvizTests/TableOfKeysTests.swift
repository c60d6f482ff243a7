import CairoBackend
import FigureSpecification
import Tables
import Testing

@testable import actviz

/// What is made from the table of keys: help, completions, and the formats that it names.
@Suite struct TableOfKeysTests {
  @Test func theFormatsAreThoseThatAreWritten() {
    #expect(Keys.imageFormats == ImageFormat.allCases.map(\.rawValue))
    #expect(Keys.tableFormats == TableFormat.allCases.map(\.rawValue))
    #expect(Keys.measureFormats == ReportFormat.allCases.map(\.rawValue))
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
    for other in [["help", name], [name, "-h"], [name, "--bogus", "--help"]] {
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

  @Test func standardOutputThatIsFullIsReported() throws {
    let folder = try TemporaryFolder()
    for line in ["--help", "plot --help", "--version", "--generate-completion-script zsh"] {
      let run = try Binary.shell("$actviz \(line) >/dev/full", in: folder.path)
      #expect(run.status == 74, "\(line)")
    }
  }
}
