import Testing

@testable import FigureSpecification

/// Figure files as they are written, and read again by libyaml.
@Suite struct SpecificationWriterTests {
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

  private func setting(_ name: String, _ value: String) throws -> Setting {
    Setting(try #require(Keys.ofFigures(named: name)), value)
  }

  /// What a specification says, without places.
  private func said(_ specification: Specification) -> [[String]] {
    func said(_ settings: Settings) -> [String] {
      settings.all.map { "\($0.key.name.text) = \($0.value)" }
    }
    return [said(specification.settings)]
      + specification.panels.flatMap { panel in
        [said(panel.settings), panel.notes.flatMap { [$0.key, $0.value] }]
      }
  }

  @Test(arguments: texts)
  func everyTextIsReadAsItWas(text: String) throws {
    let settings = [
      try setting("title", text), try setting("functions", "gelu"),
      try setting("functions", text), try setting("definitions", text),
      try setting("param", "a=1,2"),
      try setting("alpha", text.split(separator: ",").isEmpty ? "1" : text),
      try setting("name", text),
    ]
    let specification = Specification(
      settings: Settings(settings),
      panels: [
        Specification.Panel(
          settings: Settings(settings.filter { $0.key.name != Keys.alpha.name })),
        Specification.Panel(
          settings: Settings(),
          notes: [
            Specification.Note(key: text, value: text), Specification.Note(key: "z", value: text),
          ]),
        Specification.Panel(settings: Settings([try setting("functions", text)])),
      ])
    let again = try SpecificationReader(file: "test").specification(specification.yaml)
    #expect(said(again) == said(specification))
  }

  @Test func figureFilesAreWrittenForPeople() throws {
    let specification = Specification(
      Settings([
        try setting("functions", "-x*sigmoid(a*x)"), try setting("functions", "gate: x"),
        try setting("definitions", "f(x) = x\n\ng(x) = f(x)\n"), try setting("param", "a=1,2.5"),
        try setting("alpha", "1"), try setting("x-range", "-5:5"),
        try setting("transparent", "true"),
        try setting("name", ""), try setting("title", "it's $x$, 激活"),
      ]))
    #expect(
      specification.yaml == """
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
