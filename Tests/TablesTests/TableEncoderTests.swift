import Foundation
import Tables
import Testing

@Suite("Streamed tables")
struct TableEncoderTests {
  private static let columns = ["x", "gelu.f", "gennorm(alpha=1,beta=2).f"]
  private static let values = [
    [-0.0, 0.1, 100_000], [.nan, .infinity, 1e-300], [-.infinity, 2, 3],
  ]

  @Test("CSV quotes a name that holds a comma, and spells what is not finite")
  func csv() {
    #expect(
      encoded(.csv) == """
        x,gelu.f,"gennorm(alpha=1,beta=2).f"
        -0,nan,-inf
        0.1,inf,2
        100000,1e-300,3

        """)
  }

  @Test("TSV is separated by tabs")
  func tsv() {
    #expect(
      encoded(.tsv) == """
        x\tgelu.f\tgennorm(alpha=1,beta=2).f
        -0\tnan\t-inf
        0.1\tinf\t2
        100000\t1e-300\t3

        """)
  }

  @Test("JSON is one array of objects, with strings for what is not finite")
  func json() {
    #expect(
      encoded(.json) == """
        [
        {"x":-0,"gelu.f":"nan","gennorm(alpha=1,beta=2).f":"-inf"},
        {"x":0.1,"gelu.f":"inf","gennorm(alpha=1,beta=2).f":2},
        {"x":100000,"gelu.f":1e-300,"gennorm(alpha=1,beta=2).f":3}
        ]

        """)
  }

  @Test("NDJSON is one object a line")
  func ndjson() {
    #expect(
      encoded(.ndjson) == """
        {"x":-0,"gelu.f":"nan","gennorm(alpha=1,beta=2).f":"-inf"}
        {"x":0.1,"gelu.f":"inf","gennorm(alpha=1,beta=2).f":2}
        {"x":100000,"gelu.f":1e-300,"gennorm(alpha=1,beta=2).f":3}

        """)
  }

  @Test("Markdown is a pipe table of numbers flush right")
  func markdown() {
    #expect(
      encoded(.markdown) == """
        | x | gelu.f | gennorm(alpha=1,beta=2).f |
        | ---: | ---: | ---: |
        | -0 | nan | -inf |
        | 0.1 | inf | 2 |
        | 100000 | 1e-300 | 3 |

        """)
  }

  @Test("The bytes do not depend on the batches", arguments: TableFormat.allCases)
  func batches(format: TableFormat) {
    #expect(encoded(format, batchLength: 1) == encoded(format))
    #expect(encoded(format, batchLength: 2) == encoded(format))
  }

  @Test("A table without rows is still a table")
  func noRows() throws {
    #expect(encoded(.csv, columns: ["x"], [[]]) == "x\n")
    #expect(encoded(.ndjson, columns: ["x"], [[]]).isEmpty)
    let empty = try JSONSerialization.jsonObject(
      with: Data(encoded(.json, columns: ["x"], [[]]).utf8))
    #expect((empty as? [Any])?.isEmpty == true)
  }

  @Test("JSON with names that need escapes, or stand twice, reads back")
  func jsonNames() throws {
    let names = ["a\"b", "tab\t", "back\\slash", "α", "\u{1}", "α"]
    let text = encoded(.json, columns: names, (1...6).map { [Double($0)] })
    let rows = try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [[String: Double]]
    #expect(
      rows == [["a\"b": 1, "tab\t": 2, "back\\slash": 3, "α": 4, "\u{1}": 5, "α (2)": 6]])
  }

  @Test("Names that would break a row are quoted as each format does")
  func names() {
    let name = "a\"b|c\td\r\ne"
    #expect(encoded(.csv, columns: [name], [[]]) == "\"a\"\"b|c\td\r\ne\"\n")
    #expect(encoded(.tsv, columns: [name], [[]]) == "a\"b|c\\td\\r\\ne\n")
    #expect(encoded(.markdown, columns: [name], [[]]) == "| a\"b\\|c\td  e |\n| ---: |\n")
  }

  @Test("A file extension names its format", arguments: TableFormat.allCases)
  func extensions(format: TableFormat) {
    for name in format.fileExtensions {
      #expect(TableFormat(fileExtension: name.uppercased()) == format)
    }
    #expect(TableFormat(fileExtension: "png") == nil)
  }

  private func encoded(
    _ format: TableFormat, columns: [String] = columns, _ values: [[Double]] = values,
    batchLength: Int = 1000
  ) -> String {
    let count = values.map(\.count).min() ?? 0
    let table = TableEncoder(format: format, columns: columns, rows: count)
    let rows = stride(from: 0, to: count, by: batchLength).flatMap { start in
      let end = min(start + batchLength, count)
      return table.rows(values.map { Array($0[start..<end]) }, areFirst: start == 0)
    }
    return String(decoding: table.opening + rows + table.closing, as: UTF8.self)
  }
}

extension TableFormat {
  static let texts = allCases.filter(\.isText)
}
