import Foundation
import Testing

/// `--open`, with a program of the test in the place of the system's.
@Suite struct ViewingTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  /// Runs a line where the program that shows files is a line of shell.
  private func run(_ line: String, showing program: String) throws -> Binary.Run {
    let path = folder.path + "/xdg-open"
    try "#!/bin/sh\n\(program)\n".write(toFile: path, atomically: true, encoding: .utf8)
    try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: path)
    try FileManager.default.copyItem(atPath: path, toPath: folder.path + "/open")
    return try Binary.shell("PATH=\"$PWD:$PATH\"; \(line)", in: folder.path)
  }

  @Test func whatWasWrittenIsShown() throws {
    let run = try run(
      "$actviz plot relu -o=-r.svg --open", showing: "test -s \"$1\" && echo \"$1\" >shown")
    #expect(run.status == 0)
    #expect(run.text == "-r.svg\n")
    #expect(try String(contentsOfFile: folder.path + "/shown", encoding: .utf8) == "./-r.svg\n")
  }

  @Test func bothThemesAreShown() throws {
    let run = try run(
      "$actviz plot relu -o r.svg --theme both --open -q", showing: "echo \"$1\" >>shown")
    #expect(run.status == 0)
    let shown = try String(contentsOfFile: folder.path + "/shown", encoding: .utf8)
    #expect(shown.split(separator: "\n").count == 2)
  }

  @Test func whatCannotBeShownIsWrittenAllTheSame() throws {
    let run = try run("$actviz plot relu -o r.svg --open", showing: "exit 3")
    #expect(run.status == 1)
    #expect(run.error == "Error: r.svg is written but cannot be shown: xdg-open ends with 3.\n")
    #expect(FileManager.default.fileExists(atPath: folder.path + "/r.svg"))
    let missing = try Binary.shell(
      "PATH=/nowhere $actviz plot relu -o r.png --open", in: folder.path)
    #expect(missing.status == 1)
    #expect(missing.error.contains("there is no xdg-open"))
  }

  @Test func aViewerThatStaysIsNotWaitedFor() throws {
    let run = try run("$actviz plot relu -o r.svg --open", showing: "exec sleep 30")
    #expect(run.status == 0)
  }

  @Test("explore opens a page in a temporary folder, with a slider for what has no value")
  func exploring() throws {
    let run = try run(
      "TMPDIR=$PWD $actviz explore swish:alpha=1 'x*tanh(a*x)' --show f",
      showing: "echo \"$1\" >shown")
    #expect(run.status == 0)
    let shown = try String(contentsOfFile: folder.path + "/shown", encoding: .utf8)
    #expect(shown == run.text && shown.hasPrefix(folder.path + "/actviz-explore-"))
    let page = try String(
      contentsOfFile: shown.trimmingCharacters(in: .newlines), encoding: .utf8)
    #expect(page.contains(#""name":"beta","symbol":"β","low":0.25,"high":4,"start":1"#))
    #expect(page.contains(#""name":"a","symbol":"a","low":0.25,"high":4,"start":1"#))
    #expect(!page.contains(#""name":"alpha","symbol":"#))
  }

  @Test func exploreWritesNothingButPages() throws {
    let run = try run("$actviz explore gelu -o a.svg", showing: "exit 3")
    #expect(run.status == 64 && run.error.contains("explore opens a page"))
  }

  @Test func standardOutputHasNoPlace() throws {
    let run = try Binary.shell("$actviz plot relu -o - --format svg --open", in: folder.path)
    #expect(run.status == 64)
    #expect(run.error == "Error: There is no file for --open to show; give -o a path.\n")
    #expect(run.output.isEmpty)
  }
}
