import Testing

/// Figure files that are wrong: one sentence, with the line of what is wrong.
@Suite struct FigureFileErrorTests {
  private func run(_ arguments: [String], in folder: TemporaryFolder, input: String) throws
    -> Binary.Run
  {
    try Binary.run(arguments, in: folder.path, input: input)
  }

  @Test(arguments: [
    ("", "standard input is empty; a figure needs functions."),
    (
      "- gelu",
      "Line 1 of standard input: a figure file holds keys such as 'functions: [gelu, swish]'."
    ),
    ("titel: x", "Line 1 of standard input: there is no key 'titel'; did you mean 'title'?"),
    (
      "functions: gelu\nxlim: -1:1",
      "Line 2 of standard input: there is no key 'xlim'; did you mean 'x-range'?"
    ),
    (
      "functions: gelu\nshow: {f: 1}",
      "Line 2 of standard input: show holds a mapping where text or a number must stand."
    ),
    (
      "functions: gelu\ntitle: [a, b]",
      "Line 2 of standard input: title holds a sequence where text or a number must stand."
    ),
    (
      "functions: gelu\ntransparent: maybe",
      "Line 2 of standard input: transparent must be true or false, not 'maybe'."
    ),
    (
      "functions: gelu\nx-range: [1, 2, 3]",
      "Line 2 of standard input: x-range must be LO:HI or a sequence of two numbers."
    ),
    (
      "functions: gelu\nx-range: 2:1",
      "Line 2 of standard input: x-range must rise, but '2:1' does not."
    ),
    ("functions: gelu\nsize:", "Line 2 of standard input: size has no value."),
    (
      "functions: gelu\nparam: a=1",
      "Line 2 of standard input: param must be a mapping such as '{a: [0.5, 1, 2]}'."
    ),
    (
      "functions:\n- gelu\n- swich",
      "Line 3 of standard input: There is no function 'swich'; did you mean 'swish'?"
    ),
    (
      "title: a",
      "Line 1 of standard input: functions are missing, such as 'functions: [gelu, swish]'."
    ),
    (
      "functions: gelu\nfunctions: mish",
      "Line 2 of standard input: the key 'functions' stands there twice."
    ),
    (
      "functions: gelu\nx-range: -1:1\nX_range: -2:2",
      "Line 3 of standard input: the key 'x-range' stands there twice."
    ),
    ("functions: gelu\ntitle: ~", "Line 2 of standard input: title has no value."),
    (
      "functions: gelu\ndtype: f16",
      "Line 2 of standard input: dtype counts errors against a reference, and there is none."
    ),
    (
      "functions: gelu\nname: [a, b]",
      "Line 2 of standard input: name stands there 2 times, but there is 1 curve to name."
    ),
    (
      "functions: form1\nalpha: 0",
      "Line 2 of standard input: alpha of form1 must be a finite number above 0, not 0."
    ),
    (
      "functions: gelu\nreference: swich",
      "Line 2 of standard input: There is no function 'swich'; did you mean 'swish'?"
    ),
    (
      "panels:\n- functions: gelu\n  notes: {a: b}",
      "Line 2 of standard input: a panel has notes or curves, so functions has no place here."
    ),
    (
      "functions: gelu\n---\nfunctions: mish",
      "Line 2 of standard input: a second figure begins; a file has one."
    ),
    (
      "panels:\n" + String(repeating: "- functions: gelu\n", count: 401),
      "Line 2 of standard input: panels are 401; a figure holds at most 400."
    ),
    (
      "show: [f, df]\npanels:\n" + String(repeating: "- functions: gelu\n", count: 201),
      "Line 3 of standard input: panels and what they show are 402; a figure holds at most 400."
    ),
    (
      "functions: &a [*a]",
      "Line 1 of standard input: functions holds a sequence where text or a number must stand."
    ),
    ("panels: 3", "Line 1 of standard input: panels must be a sequence of mappings, one a panel."),
    (
      "panels:\n- functions: gelu\n  size: 3x3",
      "Line 3 of standard input: size belongs to the figure and cannot stand in a panel."
    ),
  ])
  func whatIsWrongIsNamedWithItsLine(text: String, sentence: String) throws {
    let folder = try TemporaryFolder()
    let result = try run(["render", "-", "-o", "a.svg"], in: folder, input: text)
    #expect(result.status == 65)
    #expect(result.error == "Error: \(sentence)\n")
    #expect(try folder.names() == [])
  }

  @Test func aFormulaInAFileHasItsCaret() throws {
    let folder = try TemporaryFolder()
    let result = try run(
      ["render", "-", "-o", "a.svg"], in: folder, input: "title: t\nfunctions: x*tanh(2*x\n")
    #expect(result.status == 65)
    #expect(result.error.hasPrefix("x*tanh(2*x\n          ^\nError: Line 2 of standard input: "))
  }

  @Test(arguments: ["1mmx1mm", "0x0", "9999mmx1mm", "colum"])
  func aSizeThatNoImageHasIsNamedWithItsLine(size: String) throws {
    let folder = try TemporaryFolder()
    let result = try run(
      ["render", "-", "-o", "a.svg"], in: folder, input: "functions: gelu\nsize: \(size)\n")
    #expect(result.status == 65)
    #expect(
      result.error.hasPrefix("Error: Line 2 of standard input: size '\(size)' is not WIDTHxHEIGHT"))
    #expect(result.error.hasSuffix(", slide.\n"))
  }

  @Test func whatIsWrongOnlyWhenDrawnIsNamedWithItsLine() throws {
    let folder = try TemporaryFolder()
    for line in ["font: no-such-font", "size: 4000mmx4000mm"] {
      let result = try run(
        ["render", "-", "-o", "a.png"], in: folder, input: "functions: gelu\n\(line)\n")
      #expect(result.status == 65)
      #expect(result.error.hasPrefix("Error: Line 2 of standard input: "), "\(result.error)")
    }
  }

  @Test(arguments: [
    ("panels:\n- notes:\n    good: $x$\n    bad: $\\foo$", 4),
    ("functions: gelu\ndefinitions: |\n  f(x) = x\n  g(x) = y y\n", 4),
  ])
  func aFormulaIsFoundWhereItStands(text: String, line: Int) throws {
    let folder = try TemporaryFolder()
    let result = try run(["render", "-", "-o", "a.svg"], in: folder, input: text)
    #expect(result.status == 65)
    #expect(result.error.contains("Error: Line \(line) of standard input: "), "\(result.error)")
  }

  @Test func deepAndWildFilesEndInASentence() throws {
    let folder = try TemporaryFolder()
    let deep = String(repeating: "[", count: 100_000)
    let bombs = (1...40).map { "k\($0): &k\($0) [\(String(repeating: "*k\($0 - 1),", count: 9))x]" }
    let bomb = "k0: &k0 x\n" + bombs.joined(separator: "\n")
    for text in [deep, "functions: \(deep)", bomb, "\(bomb)\n? *k40\n: 1", "\u{0}"] {
      let result = try run(["render", "-", "-o", "a.svg"], in: folder, input: text)
      #expect(result.status == 65, "\(result.error)")
      #expect(result.error.hasPrefix("Error: ") && result.error.hasSuffix(".\n"))
    }
  }
}
