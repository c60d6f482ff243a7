import Foundation
import Tables
import Testing

@Suite("Reports")
struct ReportTests {
  private let report = Report(
    columns: ["function", "minimum", "symmetric"],
    rows: [
      [.text("gelu"), .number(-0.1699712074799037), .flag(true)],
      [.text("form1(α=0.5,β=1)"), .number(-.infinity), .flag(false)],
      [.text("a|b"), .none],
    ])

  @Test("Plain text stands in columns, Greek letters as wide as Latin ones")
  func text() {
    #expect(
      report.encoded(as: .text) == """
        function            minimum  symmetric
        gelu              -0.169971  yes
        form1(α=0.5,β=1)       -inf  no
        a|b                       -  -

        """)
  }

  @Test("CSV holds every digit")
  func csv() {
    #expect(
      report.encoded(as: .csv) == """
        function,minimum,symmetric
        gelu,-0.1699712074799037,true
        "form1(α=0.5,β=1)",-inf,false
        a|b,,

        """)
  }

  @Test("JSON holds every digit, and null for nothing")
  func json() throws {
    let text = report.encoded(as: .json)
    #expect(
      text == """
        [
        {"function":"gelu","minimum":-0.1699712074799037,"symmetric":true},
        {"function":"form1(α=0.5,β=1)","minimum":"-inf","symmetric":false},
        {"function":"a|b","minimum":null,"symmetric":null}
        ]

        """)
    #expect(try JSONSerialization.jsonObject(with: Data(text.utf8)) is [[String: Any]])
  }

  @Test("Markdown escapes the pipe and sets numbers flush right")
  func markdown() {
    #expect(
      report.encoded(as: .markdown, digits: 3) == """
        | function | minimum | symmetric |
        | --- | ---: | --- |
        | gelu | -0.17 | yes |
        | form1(α=0.5,β=1) | -inf | no |
        | a\\|b | - | - |

        """)
  }

  @Test("A report without rows is its header")
  func noRows() {
    #expect(Report(columns: ["a", "b"]).encoded(as: .text) == "a  b\n")
    #expect(Report(columns: ["a", "b"]).encoded(as: .csv) == "a,b\n")
  }

  @Test("On a terminal letters of two places count twice, and those of none do not")
  func wideLetters() {
    let wide = Report(
      columns: ["name", "n"], rows: [[.text("活性化"), .number(1)], [.text("e\u{301}"), .number(2)]])
    #expect(wide.encoded(as: .text) == "name    n\n活性化  1\ne\u{301}       2\n")
    #expect(TextColumns.lines("活性化関数", width: 5) == ["活性", "化関", "数"])
  }

  @Test("Lines break behind semicolons first, then at blanks, then behind operators")
  func brokenLines() {
    #expect(
      TextColumns.lines("a = 1 (> 0); b = 2 (> 0)", width: 14) == ["a = 1 (> 0);", "b = 2 (> 0)"])
    #expect(TextColumns.lines("one two three", width: 9) == ["one two", "three"])
    #expect(TextColumns.lines("softplus(x)*tanh(x)", width: 14) == ["softplus(x)*", "tanh(x)"])
    #expect(TextColumns.lines("abcdef", width: 4) == ["abcd", "ef"])
    #expect(TextColumns.lines("", width: 4) == [""])
    #expect(TextColumns.lines("abc", width: 0) == ["a", "b", "c"])
  }

  @Test("What is wider than a terminal has cells of several lines, or an entry a row")
  func fitted() {
    let table = Report(
      columns: ["name", "says"],
      rows: [[.text("first"), .text("some words that go on and on")], [.text("second"), .none]])
    #expect(table.fitted(to: 80) == table.encoded(as: .text))
    #expect(
      table.fitted(to: 32)
        == "name    says\nfirst   some words that go on\n        and on\nsecond  -\n")
    #expect(
      table.fitted(to: 20) == "first\n  some words that go\n  on and on\nsecond\n  -\n")
  }

  @Test func boundsAreShownToReadersAndNamedToMachines() {
    let report = Report(
      columns: ["a", "b", "c"],
      rows: [
        [
          .bound(.leastNonzeroMagnitude, .below), .bound(.infinity, .above),
          .bound(0.125, .atMost),
        ],
        [.bound(-.leastNonzeroMagnitude, .below), .number(1), .none],
      ])
    let words = report.encoded(as: .text).split { $0 == " " || $0 == "\n" }
    let wanted = ["a", "b", "c", "<4.9e-324", ">1.8e+308", "≤0.12", ">-4.9e-324", "1", "-"]
    #expect(words.map(String.init) == wanted)
    #expect(
      report.encoded(as: .csv) == """
        a,b,c,bounds
        5e-324,inf,0.125,a< b> c<=
        -5e-324,1,,a>

        """)
  }
}
