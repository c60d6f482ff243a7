import FigureSpecification
import Testing

/// Whatever is wrong in a figure file is named with its own line, for every key there is.
@Suite struct FigureFileLineTests {
  /// A value of a key that is wrong, and what else has to stand in the file so that it is.
  private struct Wrong {
    var value: String
    /// Other keys, above and below.
    var others: [(String, String)] = []
    /// How many lines below the key the wrong thing stands.
    var below = 0
  }

  /// Wrong values of every key, by its name; of flags and texts of any content their type is wrong.
  private static let wrong: [String: [Wrong]] = [
    "title": [Wrong(value: "$\\foo$"), Wrong(value: "[a, b]")],
    "theme": [Wrong(value: "drak")], "size": [Wrong(value: "3x3"), Wrong(value: "9000mmx9000mm")],
    "dpi": [Wrong(value: "7"), Wrong(value: "2400", others: [("size", "page")])],
    "font": [Wrong(value: "no-such-font"), Wrong(value: "\"\"")],
    "transparent": [Wrong(value: "maybe")], "svg-text": [Wrong(value: "1")],
    "free-x": [Wrong(value: "{a: b}")], "free-y": [Wrong(value: "~")],
    "facet": [Wrong(value: "alpha"), Wrong(value: "[a]")],
    "columns": [Wrong(value: "0"), Wrong(value: "two")], "label": [Wrong(value: "left")],
    "functions": [
      Wrong(value: "gleu"), Wrong(value: "x*(1"), Wrong(value: "form1:alpha=0"),
      Wrong(value: "a*x"), Wrong(value: "\n- gelu\n- swich", below: 2),
      Wrong(value: "\n- f(x) = x\n- f(x) = 2*x", below: 2),
      Wrong(value: "\n- gelu\n- tanh", others: [("by", "integral")], below: 2),
    ],
    "definitions": [
      Wrong(value: "f(x) = y y"), Wrong(value: "|\n  f(x) = x\n  g(x) = y y", below: 2),
      Wrong(value: "\n- f(x) = x\n- 'f(x) = 2*x'", below: 2),
    ],
    "define": [Wrong(value: "{a: b}")],
    "param": [
      Wrong(value: "a=1"), Wrong(value: "{b: 1}"), Wrong(value: "{a: z}"),
      Wrong(value: "\n  a: 1\n  b: 2", others: [("functions", "a*x")], below: 2),
    ],
    "alpha": [
      Wrong(value: "1"), Wrong(value: "z"),
      Wrong(value: "[1, 0]", others: [("functions", "form1")]),
    ],
    "beta": [Wrong(value: "1")], "sigma": [Wrong(value: "0")], "gamma": [Wrong(value: "{a: 1}")],
    "by": [Wrong(value: "gate")],
    "reference": [
      Wrong(value: "swich"), Wrong(value: "x*(1"), Wrong(value: "a*x"),
    ],
    "dtype": [Wrong(value: "f8", others: [("reference", "relu")]), Wrong(value: "f16")],
    "show": [
      Wrong(value: "dff"), Wrong(value: "[f, dff]"),
      Wrong(value: "gate", others: [("functions", "tanh")]),
    ],
    "x-range": [
      Wrong(value: "2:1"), Wrong(value: "[1, 2, 3]"), Wrong(value: "[a, b]"),
      Wrong(value: "1e5:2e5", others: [("reference", "relu"), ("dtype", "f16")]),
    ],
    "y-range": [Wrong(value: "1"), Wrong(value: "-1:1", others: [("y-scale", "log")])],
    "x-scale": [
      Wrong(value: "logarithmic"), Wrong(value: "log"),
      Wrong(value: "log", others: [("x-range", "[-3, 3]")]),
    ],
    "y-scale": [Wrong(value: "symlog:0")], "samples": [Wrong(value: "1"), Wrong(value: "many")],
    "mark": [Wrong(value: "minimun")], "band": [Wrong(value: "1,3"), Wrong(value: "gelu,gelu")],
    "color": [
      Wrong(value: "redd"), Wrong(value: "'#12'"), Wrong(value: "[red, 3]"),
      Wrong(value: "{gelu: rde}"), Wrong(value: "{swish: red}"),
      Wrong(value: "\n  gelu: red\n  swish: blue", below: 2),
    ],
    "width": [Wrong(value: "0"), Wrong(value: "gelu=wide"), Wrong(value: "{swish: 2}")],
    "dash": [Wrong(value: "dahs"), Wrong(value: "{gelu: 4}"), Wrong(value: "swish=dot")],
    "palette": [Wrong(value: "okabe-ito"), Wrong(value: "[red, redd]")],
    "text-size": [Wrong(value: "0"), Wrong(value: "large")],
    "legend": [Wrong(value: "left"), Wrong(value: "[a]")],
    "x-label": [Wrong(value: "$\\foo$"), Wrong(value: "[a, b]")],
    "y-label": [
      Wrong(value: "$x"), Wrong(value: "\n- a\n- b\n- c", others: [("show", "[f, df]")], below: 3),
    ],
    "x-ticks": [
      Wrong(value: "[0, a]"), Wrong(value: "inf"), Wrong(value: "pi/0"), Wrong(value: "{a: b}"),
      Wrong(value: "pi", others: [("x-range", "[1, 9]"), ("x-scale", "log")]),
    ],
    "y-ticks": [Wrong(value: "0,,1"), Wrong(value: "pi", others: [("y-scale", "symlog")])],
    "grid": [Wrong(value: "none")],
    "aspect": [
      Wrong(value: "1"), Wrong(value: "equal", others: [("y-scale", "log")]),
      Wrong(value: "equal", others: [("x-scale", "symlog")]),
    ],
    "line": [
      Wrong(value: "1"), Wrong(value: "y=x^2"), Wrong(value: "z=1"), Wrong(value: "'y=1: $\\foo$'"),
      Wrong(value: "\n- y=1\n- y=inf", below: 2),
    ],
    "zone": [
      Wrong(value: "1"), Wrong(value: "1:0"), Wrong(value: "z=0:1"), Wrong(value: "y=0:nan"),
    ],
    "note": [
      Wrong(value: "here"), Wrong(value: "1,2"), Wrong(value: "'1,2:'"), Wrong(value: "'1: one'"),
      Wrong(value: "'1,2: $\\foo$'"), Wrong(value: "{a: b}"),
    ],
    "points": [Wrong(value: "{a: b}"), Wrong(value: "a.csv:x,"), Wrong(value: "a.csv:1,2,3,4")],
    "data": [
      Wrong(value: "runs"), Wrong(value: "|\n  runs\n  1,2\n  1,x", below: 3),
      Wrong(value: "|\n  runs\n  1,2,3\n  1,2", below: 3),
      Wrong(value: "\n- |\n  a\n  0,0\n- |\n  b\n  0", below: 6),
    ],
    "gray": [Wrong(value: "swich"), Wrong(value: "x*(1"), Wrong(value: "a*x")],
    "gray-reference": [Wrong(value: "yes please")],
    "as": [Wrong(value: "pie"), Wrong(value: "field")],
    "slices": [Wrong(value: "[0, a]"), Wrong(value: "0"), Wrong(value: "nan")],
    "z-range": [Wrong(value: "1"), Wrong(value: "[0, 1]")],
    "name": [Wrong(value: "$\\foo$"), Wrong(value: "\n- a\n- b", below: 2)],
  ]

  @Test(arguments: Keys.figures.map(\.name.text))
  func aWrongValueIsNamedWithItsLine(key: String) throws {
    let folder = try TemporaryFolder()
    let cases = try #require(Self.wrong[key], "Give this test a wrong value of the key.")
    for wrong in cases {
      for isFirst in [false, true] {
        let own = (key, wrong.value)
        var keys = isFirst ? [own] + wrong.others : wrong.others + [own]
        if !keys.contains(where: { $0.0 == "functions" }) { keys.append(("functions", "gelu")) }
        let blocks = keys.map { "\($0.0): \($0.1)\n" }
        let before = blocks.prefix { !$0.hasPrefix("\(key): ") }.joined()
        let line = before.filter { $0 == "\n" }.count + 1 + wrong.below
        let run = try Binary.run(
          ["render", "-", "-o", "a.png"], in: folder.path, input: blocks.joined())
        #expect(run.status == 65, "\(blocks.joined())\(run.error)")
        #expect(
          run.error.contains("Error: Line \(line) of standard input: "),
          "\(blocks.joined())\(run.error)")
        #expect(!run.error.contains("--"), "\(run.error)")
        #expect(try folder.names() == [])
      }
    }
  }

  @Test(arguments: Keys.figures.filter { $0.scope == .panel }.map(\.name.text))
  func soItIsInAPanel(key: String) throws {
    let folder = try TemporaryFolder()
    let wrong = try #require(Self.wrong[key]?.first)
    let functions = key == "functions" ? "" : "  functions: gelu\n"
    let reference = key == "dtype" ? "  reference: relu\n" : ""
    let text =
      "title: x\npanels:\n- notes: {a: b}\n- show: f\n\(functions)\(reference)  \(key): \(wrong.value)\n"
    let file = key == "show" ? text.split(separator: "\n").filter { $0 != "- show: f" } : []
    let lines =
      file.isEmpty
      ? text : file.joined(separator: "\n").replacing("  functions", with: "- functions") + "\n"
    let line = lines.split(separator: "\n").firstIndex { $0.hasPrefix("  \(key): ") } ?? -1
    let run = try Binary.run(["render", "-", "-o", "a.svg"], in: folder.path, input: lines)
    #expect(run.status == 65, "\(lines)\(run.error)")
    #expect(
      run.error.contains("Error: Line \(line + 1) of standard input: "), "\(lines)\(run.error)")
  }

  @Test func aMissingFileOfDefinitionsIsNamed() throws {
    let folder = try TemporaryFolder()
    let run = try Binary.run(
      ["render", "-", "-o", "a.svg"], in: folder.path, input: "functions: gelu\ndefine: none\n")
    #expect(run.status == 66 && run.error.contains("'none'"))
  }

  @Test func aPictureNamesNoFiles() throws {
    let folder = try TemporaryFolder()
    try folder.write("f(x) = x\n", to: "mine.txt")
    _ = try Binary.run(["plot", "gelu", "-o", "a.svg"], in: folder.path)
    let picture = try folder.text(of: "a.svg")
    let path = folder.path("mine.txt")
    for text in ["functions: f\ndefine: \(path)\n", "panels:\n- functions: f\n  define: \(path)\n"]
    {
      try folder.write(picture.replacing("functions: gelu\n", with: text), to: "b.svg")
      let run = try Binary.run(["rerun", "b.svg", "-o", "c.svg"], in: folder.path)
      #expect(run.status == 65)
      #expect(
        run.error.contains("define names a file, but the figure of a picture holds"), "\(run.error)"
      )
      #expect(try folder.names() == ["a.svg", "b.svg", "mine.txt"])
    }
  }

  @Test func anEmptyValueIsAValue() throws {
    let folder = try TemporaryFolder()
    for empty in [["--title="], ["--title", ""], ["--name="], ["--name", "", "--title="]] {
      let run = try Binary.run(["plot", "gelu"] + empty + ["-q", "-o", "a.svg"], in: folder.path)
      #expect(run.status == 0 && run.text.isEmpty, "\(run.error)")
      let again = try Binary.run(["rerun", "a.svg", "-o", "b.svg"], in: folder.path)
      #expect(again.status == 0, "\(again.error)")
      #expect(try folder.text(of: "a.svg") == folder.text(of: "b.svg"))
    }
    let size = try Binary.run(
      ["plot", "gelu", "--title=", "--size", "400x300", "-o", "c.svg"], in: folder.path)
    #expect(size.text == "c.svg\n")
    #expect(try folder.text(of: "c.svg").contains("width=\"400\" height=\"300\""))
  }
}
