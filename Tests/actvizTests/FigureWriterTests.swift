import Testing

@testable import actviz

/// Figure files as they are written, and read again by libyaml.
@Suite struct FigureWriterTests {
  private static let texts = [
    "", " ", "a", "a b ", " a", "-", "- a", "-x", "---", "...", "--- a", "~", "null", "true", "1e5",
    "a: b",
    "a:", ":a", "a #b", "a#b", "#a", "it's", "'", "\"", "\"a\" b", "[a", "{a}", "a, b", "a,b", "?a",
    "? a", "*a",
    "&a", "!a", "|", ">", "%a", "@a", "`a", "a\nb", "a\n", "a\n\nb\n", "\n", "\n\n", " a\nb\n",
    "a\n b\n", "a\n\n",
    "a\tb", "\ta\n", "a\r\nb", "a\rb\n", "\u{0}", "\u{1B}[1m", "\u{7F}", "\u{85}", "\u{A0}",
    "\u{2028}",
    "a\u{FEFF}", "激活函数 αβγ", "😀", "e\u{301}", "$\\frac{x}{2}$", "gate: x^2", "<<", "=", "a \n b\n",
    "\\n",
    String(repeating: "long ", count: 300),
  ]

  private func entry(_ name: String, _ value: String) throws -> FigureDocument.Entry {
    FigureDocument.Entry(key: try #require(FigureKey.named(name)), value: value)
  }

  /// A document as it is read from what is written of it, without its lines.
  private func again(_ document: FigureDocument) throws -> FigureDocument {
    func bare(_ entries: [FigureDocument.Entry]) -> [FigureDocument.Entry] {
      entries.map { FigureDocument.Entry(key: $0.key, value: $0.value) }
    }
    var read = try FigureReader(file: "test").document(document.yaml)
    read.entries = bare(read.entries)
    read.panels = read.panels.map { panel in
      FigureDocument.Panel(
        entries: bare(panel.entries),
        notes: panel.notes.map { FigureDocument.Note(key: $0.key, value: $0.value) })
    }
    return read
  }

  @Test(arguments: texts)
  func everyTextIsReadAsItWas(text: String) throws {
    let entries = [
      try entry("title", text), try entry("functions", "gelu"), try entry("functions", text),
      try entry("definitions", text), try entry("param", "a=1,2"),
      try entry("alpha", text.split(separator: ",").isEmpty ? "1" : text), try entry("name", text),
    ]
    let inPanel = entries.filter { $0.key.name != "alpha" }
    let document = FigureDocument(
      entries: entries,
      panels: [
        FigureDocument.Panel(entries: inPanel),
        FigureDocument.Panel(
          entries: [],
          notes: [FigureDocument.Note(key: text, value: text), .init(key: "z", value: text)]),
        FigureDocument.Panel(entries: [try entry("functions", text)]),
      ])
    #expect(try again(document) == document)
  }

  @Test func figureFilesAreWrittenForPeople() throws {
    let document = FigureDocument(
      entries: [
        try entry("functions", "-x*sigmoid(a*x)"), try entry("functions", "gate: x"),
        try entry("definitions", "f(x) = x\n\ng(x) = f(x)\n"), try entry("param", "a=1,2.5"),
        try entry("alpha", "1"), try entry("x-range", "-5:5"), try entry("transparent", "true"),
        try entry("name", ""), try entry("title", "it's $x$, 激活"),
      ])
    #expect(
      document.yaml == """
        title: it's $x$, 激活
        transparent: true
        functions:
        - -x*sigmoid(a*x)
        - 'gate: x'
        definitions: |
          f(x) = x

          g(x) = f(x)
        param:
          a: [1, 2.5]
        alpha: 1
        x-range: -5:5
        name: ""

        """)
  }
}
