import FigureSpecification
import Testing

@testable import actviz

/// The user's defaults of figures: what reads them, what counts before them, and what they may hold.
@Suite struct StyleTests {
  /// Runs lines of shell in which `$draw` is the command as it runs outside of CI, with a style file.
  private func run(_ line: String, style: String?, in folder: TemporaryFolder) throws -> Binary.Run
  {
    if let style {
      _ = try Binary.shell("mkdir -p config/actviz", in: folder.path)
      try folder.write(style, to: "config/actviz/style.yaml")
    }
    return try Binary.shell(
      "draw=\"env -u CI XDG_CONFIG_HOME=$PWD/config $actviz\"; \(line)", in: folder.path)
  }

  private func drawing(_ name: String, in folder: TemporaryFolder) throws -> String {
    try String(folder.text(of: name).prefix { $0 != "#" })
  }

  @Test func optionsCountBeforeTheStyleAndTheStyleBeforeWhatIsBuiltIn() throws {
    let folder = try TemporaryFolder()
    let lines = [
      "$draw plot gelu -o styled.svg", "$draw plot gelu --theme light --size 400x300 -o both.svg",
      "$draw plot gelu --no-config -o plain.svg",
      "CI=1 XDG_CONFIG_HOME=$PWD/config $actviz plot gelu -o ci.svg",
      "$actviz plot gelu --theme dark --size 400x300 -o dark.svg",
      "$actviz plot gelu --size 400x300 -o light.svg", "$actviz plot gelu -o none.svg",
    ]
    let run = try run(
      lines.joined(separator: " && "), style: "theme: dark\nsize: 400x300\n", in: folder)
    #expect(run.status == 0 && run.error.isEmpty, "\(run.error)")
    for (one, other) in [("styled", "dark"), ("both", "light"), ("plain", "none"), ("ci", "none")] {
      let (a, b) = (try folder.text(of: one + ".svg"), try folder.text(of: other + ".svg"))
      #expect(one == "both" || a == b || a.contains("no-config"), "\(one)")
      #expect(try drawing(one + ".svg", in: folder) == drawing(other + ".svg", in: folder))
    }
  }

  @Test func whatIsDrawnAgainNeedsNoStyle() throws {
    let folder = try TemporaryFolder()
    let lines = [
      "$draw plot gelu -o a.svg --save a.yaml", "echo 'theme: print' > config/actviz/style.yaml",
      "$draw rerun a.svg -o b.svg", "$draw render a.yaml -o c.svg",
    ]
    let run = try run(lines.joined(separator: " && "), style: "theme: dark\n", in: folder)
    #expect(run.status == 0 && run.error.isEmpty, "\(run.error)")
    #expect(try folder.text(of: "a.yaml").contains("theme: dark"))
    #expect(try folder.text(of: "b.svg") == folder.text(of: "a.svg"))
    #expect(try drawing("c.svg", in: folder) == drawing("a.svg", in: folder))
  }

  @Test(arguments: [
    ("theme: drak\n", "Line 1 of "), ("# mine\nfunctions: gelu\n", "Line 2 of "),
    ("\ncolour: red\n", "Line 2 of "), ("size: [\n", "Line "),
    ("panels:\n- functions: gelu\n", "Line 2 of "), ("grid: perhaps\n", "Line 1 of "),
  ])
  func aFaultIsOneSentenceWithItsLine(style: String, start: String) throws {
    let folder = try TemporaryFolder()
    for line in ["$draw plot gelu -o a.svg", "$draw config"] {
      let run = try run(line, style: style, in: folder)
      #expect(run.status == 65 && run.text.isEmpty, "\(line)")
      #expect(
        run.error.hasPrefix("Error: " + start) && run.error.contains("style.yaml"), "\(run.error)")
      #expect(run.error.split(separator: "\n").count == 1)
    }
    let around = try run("$draw plot gelu --no-config -o a.svg", style: style, in: folder)
    #expect(around.status == 0 && around.error.isEmpty)
    #expect(try run("$draw table gelu --samples 2", style: style, in: folder).status == 0)
  }

  @Test func theCommandTellsTheFileAndWhatItSets() throws {
    let folder = try TemporaryFolder()
    let none = try run("$draw config", style: nil, in: folder)
    #expect(none.status == 0 && none.text.hasSuffix("/config/actviz/style.yaml (does not exist)\n"))
    let told = try run("$draw config", style: "theme: dark\nsize: 85mm\n", in: folder)
    #expect(told.status == 0 && told.text.contains("theme") && told.text.contains("85mm"))
    let json = try run("$draw config --report json", style: "theme: dark\n", in: folder)
    #expect(json.text.contains("\"exists\": true") && json.text.contains("\"theme\": \"dark\""))
    let empty = try run(
      "$draw config && $draw plot gelu -q -o a.svg", style: "# none\n", in: folder)
    #expect(empty.status == 0 && empty.error.isEmpty)
    let home = try run(
      "env -u CI -u XDG_CONFIG_HOME HOME=/nowhere $actviz config", style: nil, in: folder)
    #expect(home.text == "/nowhere/.config/actviz/style.yaml (does not exist)\n")
  }

  @Test func everyCommandThatDrawsAnewHasTheWayRoundIt() {
    for command in Command.allCases {
      let has = Keys.of(command).contains { $0.name == Keys.noConfig.name }
      #expect(has == Command.drawn.contains(command))
    }
  }
}
