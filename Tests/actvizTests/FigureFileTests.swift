import Foundation
import Testing

/// Figure files: written by `--save`, drawn by `render`.
@Suite struct FigureFileTests {
  private func run(_ arguments: [String], in folder: TemporaryFolder, input: String = "") throws
    -> Binary.Run
  {
    try Binary.run(arguments, in: folder.path, input: input)
  }

  /// An SVG without its metadata, which tells two commands apart.
  private func picture(_ name: String, in folder: TemporaryFolder) throws -> [String] {
    let parts = try folder.text(of: name).components(separatedBy: "metadata")
    return [parts[0], try #require(parts.last)]
  }

  @Test(arguments: [
    ["plot", "gelu", "swish", "--beta", "1,2", "--title", "Two, 'of' them: [1]"],
    ["plot", "x*tanh(a*x)", "--param", "a=0.5,1", "--param", "b=2", "b*x", "--show", "f,d2f"],
    ["compare", "gelu_tanh", "--reference", "gelu", "--y-scale", "log", "--x-range", "-3:8"],
    ["compare", "gelu", "--dtype", "bf16", "--transparent", "--theme", "dark"],
    ["plot", "-x*sigmoid(x)", "bell(x) = exp(-x^2)", "bell", "--size=85mmx60mm", "--samples=50"],
    ["plot", "swish", "--by", "integral", "--x-range=-1:1", "--title", ""],
  ])
  func aSavedFigureIsDrawnAgain(arguments: [String]) throws {
    let folder = try TemporaryFolder()
    let first = try run(arguments + ["-o", "a.svg", "--save", "a.yaml", "-q"], in: folder)
    #expect(first.status == 0, "\(first.error)")
    let second = try run(["render", "a.yaml", "-o", "b.svg"], in: folder)
    #expect(second.status == 0, "\(second.error)")
    #expect(try picture("a.svg", in: folder) == picture("b.svg", in: folder))
  }

  @Test func aSavedFigureNeedsNoOtherFile() throws {
    let folder = try TemporaryFolder()
    try folder.write("# mine\nbell(x; a=1) = exp(-a*x^2)  # a bell\n", to: "mine.txt")
    _ = try run(
      ["plot", "bell", "--define", "mine.txt", "--save", "a.yaml", "-o", "a.svg"], in: folder)
    #expect(
      try folder.text(of: "a.yaml") == """
        functions: bell
        definitions: |
          # mine
          bell(x; a=1) = exp(-a*x^2)  # a bell

        """)
    try FileManager.default.removeItem(atPath: folder.path("mine.txt"))
    #expect(try run(["render", "a.yaml"], in: folder).text == "a.png\n")
  }

  @Test func definitionsAreOpenedOnce() throws {
    let folder = try TemporaryFolder()
    try folder.write("bell(x) = exp(-x^2)\n", to: "mine.txt")
    for command in ["plot bell", "compare bell", "inspect bell", "table bell"] {
      // A second opening of the pipe would wait for another writer for ever.
      let run = try Binary.shell(
        "rm -f pipe; mkfifo pipe; (timeout 20 cat mine.txt > pipe &); "
          + "timeout 20 $actviz \(command) --define pipe -q -o a.\(command.hasPrefix("table") ? "csv" : "svg")",
        in: folder.path)
      #expect(run.status == 0, "\(command): \(run.error)")
    }
  }

  @Test func definitionsLieBesideTheFigureFile() throws {
    let folder = try TemporaryFolder()
    try FileManager.default.createDirectory(
      atPath: folder.path("sub"), withIntermediateDirectories: false)
    try folder.write("bell(x) = exp(-x^2)\n", to: "sub/mine.txt")
    try folder.write("functions: bell\ndefine: mine.txt\n", to: "sub/a.yaml")
    #expect(try run(["render", "sub/a.yaml", "-o", "a.svg"], in: folder).status == 0)
    try folder.write("functions: bell\ndefine: none.txt\n", to: "sub/b.yaml")
    let missing = try run(["render", "sub/b.yaml", "-o", "a.svg"], in: folder)
    #expect(missing.status == 66)
    #expect(
      missing.error
        == "Error: Line 2 of 'sub/b.yaml': Cannot read 'sub/none.txt': No such file or directory.\n"
    )
  }

  @Test func panelsHaveKeysOfTheirOwn() throws {
    let folder = try TemporaryFolder()
    let file = """
      title: Three panels
      x-range: [-3, 3]
      panels:
      - functions: gelu
        title: A gate
        show: gate
      - {functions: [gelu_tanh], reference: gelu, x-range: -4:4}
      - notes: {minimum: -0.17, where: at −0.75}
      """
    let result = try run(["render", "-", "-o", "-", "--format", "svg"], in: folder, input: file)
    #expect(result.status == 0, "\(result.error)")
    let text = result.text
    #expect(text.contains("-title\">Three panels</title>"))
    #expect(
      text.contains(
        "4 panels. A gate, H(x) over x from −3 to 3: gelu. f(x) over x from −4 to 4: gelu_tanh; in grey gelu."
      ))
    #expect(text.contains("aria-label=\"at −0.75\""))
  }

  @Test func aFigureFileIsNotWrittenWhereThePictureGoes() throws {
    let folder = try TemporaryFolder()
    for arguments in [
      ["--save", "a.svg", "-o", "a.svg"], ["--save", "-", "-o", "a.svg"],
      ["--save", "-", "-o", "-", "--format", "svg", "-q"],
    ] {
      let result = try run(["plot", "gelu"] + arguments, in: folder)
      #expect(result.status == 64)
      #expect(result.text.isEmpty)
    }
    #expect(try folder.names() == [])
    let quiet = try run(["plot", "gelu", "--save", "-", "-o", "a.svg", "-q"], in: folder)
    #expect(quiet.text == "functions: gelu\n")
  }

  @Test func aliasesStandForWhatIsWrittenOnce() throws {
    let folder = try TemporaryFolder()
    let text = "panels:\n- functions: &both [gelu, mish]\n- {functions: *both, show: df}\n"
    let written = "panels:\n- functions: [gelu, mish]\n- {functions: [gelu, mish], show: df}\n"
    _ = try run(["render", "-", "-o", "a.svg"], in: folder, input: text)
    _ = try run(["render", "-", "-o", "b.svg"], in: folder, input: written)
    #expect(try picture("a.svg", in: folder) == picture("b.svg", in: folder))
  }
}
