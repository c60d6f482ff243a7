import FigureSpecification
import Testing

@testable import actviz

/// One word for one idea in all commands, and the words that commands had for it before.
@Suite struct VocabularyTests {
  private func run(_ line: String, in folder: TemporaryFolder) throws -> Binary.Run {
    try Binary.run(line.split(separator: " ").map(String.init), in: folder.path)
  }

  /// Lines that say the same, the second in words that help no longer tells.
  static let same = [
    ("compare gelu --report csv", "compare gelu --measures csv"),
    ("compare gelu --show f --reference tanh", "compare gelu --quantity f --to tanh"),
    ("inspect gelu --report json", "inspect gelu --format json"),
    ("inspect gelu --report markdown", "inspect gelu --format=markdown"),
    (
      "fit swish --reference gelu --show gate --over beta=1:2 --report json",
      "fit swish --to gelu --quantity gate --over beta=1:2 --format json"
    ),
    ("check gelu v.csv --show df --report json", "check gelu v.csv --quantity df --format json"),
    ("list --report markdown", "list --format markdown"),
    ("table gelu --show f --format json", "table gelu --quantity f --report json"),
    ("plot gelu --show df -o a.svg", "plot gelu --quantity df -o a.svg"),
  ]

  @Test(arguments: same)
  func anOldWordGoesOnWorking(_ new: String, _ old: String) throws {
    let folder = try TemporaryFolder()
    try folder.write("0,0.5\n1,1\n", to: "v.csv")
    let (now, before) = (try run(new, in: folder), try run(old, in: folder))
    #expect(now.status == 0 && now.error == before.error, "\(now.error) \(before.error)")
    #expect(!now.text.isEmpty && now.text == before.text)
  }

  @Test func helpTellsOneWordForOneIdea() throws {
    let folder = try TemporaryFolder()
    for command in Command.allCases {
      let help = try run("\(command.rawValue) --help", in: folder).text
      for word in ["--measures", "--quantity"] { #expect(!help.contains(word)) }
      // A language is what code is written to.
      #expect(help.contains("--to ") == (command == .export))
    }
  }

  @Test func whatIsPrintedHasOneOptionWithTheSameForms() throws {
    for command in Command.reporting {
      let key = try #require(Keys.of(command).first { $0.name.text == "report" })
      // Build servers read check's.
      let own = command == .check ? ["junit"] : []
      #expect(key.completion == .words(Keys.reportFormats + own))
      #expect(key.standard == "text")
    }
    let folder = try TemporaryFolder()
    try folder.write("0,0\n1,1\n", to: "v.csv")
    let lines = [
      ("inspect gelu", "group,property,value\n"),
      ("fit swish --reference gelu --over beta=1:2", "beta,error,x,at_bound,without_effect\n"),
      ("check relu v.csv v.csv", "file,function,quantity,dtype,rows,"),
      ("list", "name,f(x),parameters,notes\n"), ("list --framework torch", "name,function,f(x)\n"),
      ("compare gelu --no-figure", "function,f_0,"),
    ]
    for (line, start) in lines {
      let csv = try run(line + " --report csv", in: folder)
      #expect(csv.status == 0 && csv.text.hasPrefix(start), "\(line)")
      #expect(try run(line + " --report markdown", in: folder).text.contains("| --- |"))
    }
    #expect(try folder.names() == ["v.csv"])
  }

  @Test func theFormatIsThatOfWhatIsDrawn() throws {
    let folder = try TemporaryFolder()
    let drawn = try run("inspect tanh --report json --format svg -o sheet", in: folder)
    #expect(drawn.text.hasPrefix("{") && drawn.error == "sheet\n")
    #expect(try folder.text(of: "sheet").hasPrefix("<?xml"))
    let none = try run("inspect tanh --format svg", in: folder)
    #expect(none.status == 64 && none.error.contains("there is no -o"))
  }

  @Test func aQuietRunKeepsWhatWasAskedFor() throws {
    let folder = try TemporaryFolder()
    try folder.write("0,0\n1,1\n", to: "v.csv")
    let printed = [
      "inspect gelu -q", "inspect gelu -q --report json -o a.svg", "compare gelu --no-figure -q",
      "fit swish --reference gelu --over beta=1:2 -q", "compare gelu -q --report csv -o a.svg",
      "check relu v.csv -q --report json",
    ]
    for line in printed {
      let run = try run(line, in: folder)
      #expect(run.status == 0 && !run.text.isEmpty && run.error.isEmpty, "\(line)")
    }
    for line in ["inspect gelu -q -o a.svg", "compare gelu -q -o a.svg", "check relu v.csv -q"] {
      let run = try run(line, in: folder)
      #expect(run.status == 0 && run.text.isEmpty && run.error.isEmpty, "\(line)")
    }
  }

  @Test func aComparisonNeedsNoFigure() throws {
    let folder = try TemporaryFolder()
    let run = try run("compare gelu mish --no-figure --save a.yaml", in: folder)
    #expect(run.status == 0 && run.error.isEmpty && run.text.hasPrefix("function"))
    #expect(try folder.names() == ["a.yaml"])
    let both = try self.run("compare gelu --no-figure -o a.png", in: folder)
    #expect(both.status == 64 && both.error.contains("--no-figure draws none"))
  }

  @Test func columnsOfTablesAreNamed() throws {
    let folder = try TemporaryFolder()
    let line = "table relu swish --show f --samples 2 --x-range 0:1 --name a --name"
    #expect(try run(line + " b$c", in: folder).text.hasPrefix("x,a.f,b$c.f\n0,0,0\n"))
    let twice = try run(line + " a", in: folder)
    #expect(twice.status == 64 && twice.error.contains("gives 'a' to two functions"))
    let many = try run(line + " b --name c", in: folder)
    #expect(many.status == 64 && many.error.contains("stands there 3 times"))
  }

  @Test func everyCommandThatTakesFunctionsSetsTheirParameters() throws {
    for command in Command.calculating {
      let names = Keys.of(command).map(\.name.text)
      for name in ["alpha", "beta", "sigma", "gamma", "param", "define", "by"] {
        #expect(names.contains(name), "\(command) \(name)")
      }
    }
    let folder = try TemporaryFolder()
    try folder.write("1,0.75\n", to: "v.csv")
    let lines = [
      ("inspect swish --beta 2", "inspect swish:beta=2"),
      ("check swish v.csv --beta 2", "check swish:beta=2 v.csv"),
      (
        "fit form1 --reference swish --beta 2 --over alpha=1:3",
        "fit form1 --reference swish:beta=2 --over alpha=1:3"
      ),
    ]
    for (option, argument) in lines {
      let run = try run(option, in: folder)
      #expect(run.status == 0)
      #expect(run.text == (try self.run(argument, in: folder).text))
    }
    let varied = try run("fit swish --reference gelu --over beta=1:2 --beta 1", in: folder)
    #expect(varied.error.contains("'beta' is varied by --over and set by --beta"))
  }

  @Test func aFigureIsDrawnAgainWithAnotherLook() throws {
    let folder = try TemporaryFolder()
    _ = try run("plot gelu -x --theme dark --size 85mm -o dark.svg --save a.yaml", in: folder)
    _ = try run("plot gelu -x -o light.svg", in: folder)
    for line in ["rerun light.svg --theme dark --size 85mm -o", "render a.yaml --theme dark -o"] {
      #expect(try run("\(line) b.svg", in: folder).status == 0)
      func picture(_ name: String) throws -> String {
        try String(folder.text(of: name).prefix { $0 != "#" })
      }
      #expect(try picture("b.svg") == picture("dark.svg"))
      _ = try run("rerun b.svg -o c.svg", in: folder)
      #expect(try folder.text(of: "c.svg") == folder.text(of: "b.svg"))
    }
    _ = try run("rerun light.svg --theme dark -o b.svg", in: folder)
    let text = try folder.text(of: "b.svg")
    #expect(text.contains("# actviz plot --theme dark -- gelu -x\n"))
  }
}
