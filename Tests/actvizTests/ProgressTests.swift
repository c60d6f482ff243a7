import Foundation
import Testing

/// The line that tells how far long work is, in a terminal that `in-terminal` makes.
///
/// A run that waits for a named pipe is as slow as is wanted on any machine.
@Suite struct ProgressTests {
  private func show(
    _ line: String, _ actions: String..., columns: Int = 80, in folder: TemporaryFolder
  ) throws -> Shown {
    try Shown(
      "mkfifo pipe 2>/dev/null; export TERM=xterm; \(line)", actions, columns: columns, in: folder)
  }

  @Test func theLineIsGoneBeforeAnythingElseIsPrinted() throws {
    let folder = try TemporaryFolder()
    let shown = try show(
      "$actviz plot gelu -o a.png; $actviz table gelu relu --show f --at pipe > out",
      "await:table: 2 s", "feed:pipe=0\\n1\\n", in: folder)
    #expect(shown.status == 0 && shown.lines == ["a.png"])
    #expect(try folder.text(of: "out").hasPrefix("x,gelu.f,relu.f\n0,0,0\n1,0.84"))
    #expect(shown.sequences == ["\u{1B}[K"])
    let wrong = try TemporaryFolder()
    let failed = try show(
      "$actviz table gelu --at pipe -o out.csv", "await:table: 3 s", "feed:pipe=what\\n",
      in: wrong)
    #expect(failed.status == 65 && failed.lines.count == 1)
    #expect(failed.lines[0].hasPrefix("Error: There is no number in 'pipe'"))
    #expect(try wrong.names() == ["pipe"])
  }

  @Test func rowsAreCountedAndAnInterruptLeavesNothing() throws {
    let folder = try TemporaryFolder()
    let shown = try show(
      "exec $actviz table gelu swish --exact --samples 10000000 -o out.csv",
      #"await:\rtable: [\d,]+ of 10,000,000 rows \(\d+%\), 2 s"#,
      #"await:\rtable: [\d,]+ of 10,000,000 rows \(\d+%\), 3 s"#, "type:\\x03", in: folder)
    #expect(shown.status == 130 && shown.lines.isEmpty, "\(shown)")
    #expect(try folder.names() == ["pipe"])
  }

  @Test(arguments: [("TERM", 143), ("HUP", 129), ("QUIT", 131)] as [(String, Int32)])
  func everySignalThatEndsTheRunClearsTheLine(signal: String, status: Int32) throws {
    let folder = try TemporaryFolder()
    let shown = try show(
      "ulimit -c 0; exec $actviz check gelu pipe -o out.svg", "await:check: pipe, 2 s|check: 2 s",
      "signal:\(signal)", in: folder)
    #expect(shown.status == status && shown.lines.isEmpty, "\(shown)")
    #expect(try folder.names() == ["pipe"])
  }

  @Test func theLineFitsANarrowWindowThatChanges() throws {
    let folder = try TemporaryFolder()
    let shown = try show(
      "exec $actviz table gelu --exact --samples 10000000 > out", #"await:\rtable: \d+%, 2 s"#,
      "resize:8", #"await:\r3 s"#, "resize:70", #"await:rows \(\d+%\), \d s"#, "resize:2",
      "sleep:0.7", "type:\\x03", columns: 20, in: folder)
    #expect(shown.status == 130 && shown.lines.isEmpty, "\(shown)")
  }

  @Test func aStoppedRunLeavesThePromptItsLineAndGoesOn() throws {
    let folder = try TemporaryFolder()
    let shown = try show(
      "PS1='> ' exec bash --norc --noprofile --noediting -i", "await:> ",
      "type:$actviz table gelu --show f --at pipe -o out.csv\\n", "await:\\rtable: 2 s",
      "type:\\x1a", "await:Stopped[^\\n]*\\n> ", "sleep:1.2", "type:fg\\n",
      "await:\\rtable: 3 s", "feed:pipe=0\\n", "await:> ", "type:exit\\n", in: folder)
    #expect(shown.screen.allSatisfy { !$0.contains("table: ") }, "\(shown.screen)")
    #expect(try folder.text(of: "out.csv") == "x,gelu.f\n0,0\n")
  }

  @Test func nothingIsShownWhereNobodyWantsIt() throws {
    let folder = try TemporaryFolder()
    // Without control sequences, quietly, to no terminal.
    let lines = [
      "TERM=dumb $actviz table gelu --at pipe > a", "(unset TERM; $actviz table gelu --at p1 > b)",
      "$actviz table gelu --at p2 -q > c", "$actviz table gelu --at p3 -o d.csv 2> e",
      "NO_COLOR=1 TERM= $actviz table gelu --at p5 > f",
    ]
    let run = lines.map { $0 + " & " }.joined()
    let shown = try show(
      "mkfifo p1 p2 p3 p5; \(run) sleep 2.8; for i in pipe p1 p2 p3 p5; do echo 0 > $i; done; wait",
      in: folder)
    #expect(shown.raw.isEmpty, "\(shown.raw)")
    #expect(try folder.text(of: "e").isEmpty)
  }

  @Test func aPagerKeepsTheTerminalToItself() throws {
    let folder = try TemporaryFolder()
    let shown = try show(
      "stty -icanon; $actviz table gelu --at pipe > out & sleep 2.8; echo 0 > pipe; wait",
      in: folder)
    #expect(shown.status == 0 && shown.raw.isEmpty, "\(shown.raw)")
  }

  @Test func theCallersTimerEndsTheRun() throws {
    let folder = try TemporaryFolder()
    let shown = try show(
      "exec perl -e 'alarm 3; exec @ARGV' $actviz table gelu --at pipe", in: folder)
    #expect(shown.status == 142 && shown.raw.isEmpty, "\(shown)")
  }
}
