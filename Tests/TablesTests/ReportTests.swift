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
}
