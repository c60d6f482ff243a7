import Activations
import Formulas
import Testing

@testable import actviz

/// Rows of text that are cut off a file in order, and read on any thread.
@Suite struct PairRowsTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private func file(_ text: String) throws -> PairFile {
    try folder.write(Array(text.utf8), to: "pairs")
    let columns = PairColumns.values(ValueColumns(of: try Function(parsing: "gelu"), "f"))
    return try PairFile(opening: folder.path("pairs"), PairReading(columns: columns))
  }

  /// The rows of a file in parts of so many.
  private func parts(_ text: String, of limit: Int) throws -> [PairRows] {
    var file = try file(text)
    var parts: [PairRows] = []
    // A file that cannot be read any further says so again and again.
    while parts.count < 1000, let rows = try file.nextRows(limit) { parts.append(rows) }
    return parts
  }

  private static func row(_ index: Int) -> String { "\(index),\(Double(index) / 8)\n" }

  @Test(arguments: ["", "x,y\n", "# made\n\nx,y\n\n"])
  func partsAreTheSameInWhicheverOrderTheyAreRead(header: String) throws {
    let lines = (0..<10_000).map { Self.row($0) + ($0 % 7 == 0 ? "\n# \($0)\n" : "") }
    let text = header + lines.joined()
    let parts = try parts(text, of: 999)
    let read = try parts.reversed().map { try $0.pairs() }.reversed()
    #expect(read.map(\.count) == Array(repeating: 999, count: 10) + [10])
    #expect(read.flatMap(\.xs) == (0..<10_000).map(Double.init))
    #expect(read.flatMap(\.ys) == (0..<10_000).map { Double($0) / 8 })
  }

  @Test func objectsAreReadInParts() throws {
    let text = (0..<5000).map { "{\"y\": \(Double($0) / 8), \"x\":\($0)}\n" }.joined()
    let read = try parts(text, of: 1024).map { try $0.pairs() }
    #expect(read.map(\.count) == [1024, 1024, 1024, 1024, 904])
    #expect(read.flatMap(\.xs) == (0..<5000).map(Double.init))
    #expect(read.flatMap(\.ys) == (0..<5000).map { Double($0) / 8 })
  }

  @Test func longRowsTakeNoMoreRoomThanTheirNumbers() throws {
    let filling = String(repeating: ",0.123456789", count: 6000)
    let text =
      "x,y" + (0..<6000).map { ",c\($0)" }.joined() + "\n"
      + (0..<200).map { "\($0),\(-$0)\(filling)\n" }.joined()
    let read = try parts(text, of: 150).map { try $0.pairs() }
    #expect(read.map(\.count) == [150, 50])
    #expect(read.flatMap(\.ys) == (0..<200).map { -Double($0) })
  }

  @Test(arguments: [
    // The line that is wrong first is told, though another one is so too, for whatever reason.
    ("x,y\n", "oops,1\n", "Line 40002 of 'FILE': x = 'oops' is no number."),
    ("x,y\n", "1\n", "Line 40002 of 'FILE': y is column 2, but there is only 1."),
    ("", "1,2,3\n", "Line 40001 of 'FILE': '1,2,3' has 3 fields, and the first line 2"),
  ])
  func theFirstLineThatIsWrongIsTold(header: String, wrong: String, problem: String) throws {
    let rows = (0..<40_000).map(Self.row).joined()
    for later in [wrong, String(repeating: "1", count: 140_000) + "\n"] {
      let text = header + rows + wrong + (0..<20_000).map(Self.row).joined() + later
      try folder.write(Array(text.utf8), to: "pairs.csv")
      let run = try Binary.run(["check", "gelu", "pairs.csv"], in: folder.path)
      #expect(run.status == 65)
      #expect(run.error.contains(problem.replacing("FILE", with: "pairs.csv")), "\(run.error)")
    }
  }

  @Test(arguments: [
    ("1;2,5\n", 0, "1.5;3\n"), ("x;y\n1;2,5\n", 3000, "1;3.25\n"),
    ("x;y\n", 3000, "1;2,5\n2;3.5\n"),
  ])
  func commasAndPointsOfDecimalsAreMetInOneFileHoweverFarApart(
    start: String, rows: Int, end: String
  ) throws {
    let text = start + String(repeating: "1;2\n", count: rows) + end
    let line = text.filter { $0 == "\n" }.count
    let failure = try #require(throws: Failure.self) {
      for part in try parts(text + "1;oops\n", of: 1000) { _ = try part.pairs() }
    }
    #expect(failure.sentence.hasPrefix("Line \(line) of "), "\(failure.sentence)")
    #expect(failure.sentence.contains("decimal commas stand beside"), "\(failure.sentence)")
  }

  @Test func aLineThatIsTooLongCountsBehindAllBeforeIt() throws {
    let parts = try parts("1,2\n" + String(repeating: "7", count: 140_000) + ",1\n", of: 10)
    let failure = try #require(throws: Failure.self) { for part in parts { _ = try part.pairs() } }
    #expect(failure.sentence.contains("Line 2 of "), "\(failure.sentence)")
    #expect(failure.sentence.hasSuffix("it is longer than 131072 bytes."), "\(failure.sentence)")
  }

  @Test(arguments: [
    "1,2\n3,4", "1,2\r\n3,4\r\n", "\u{FEFF}1,2\n3,4\n\n \n", " 1 , 2 \n\"3\",'4'\n",
  ])
  func endsOfLinesAreOfAnyKind(text: String) throws {
    let read = try parts(text, of: 10).map { try $0.pairs() }
    #expect(read.flatMap(\.xs) == [1, 3] && read.flatMap(\.ys) == [2, 4])
  }

  @Test func decimalCommasAreRead() throws {
    let zeros = String(repeating: "0", count: 70)
    let text = "x;y\n1,5;-,25\n-2,;+3,0e-1\n\"1.234,5\";1,0\(zeros)\n7;1'000,5\n"
    let read = try parts(text, of: 10).map { try $0.pairs() }
    #expect(read.flatMap(\.xs) == [1.5, -2, 1234.5, 7])
    #expect(read.flatMap(\.ys) == [-0.25, 0.3, 1, 1000.5])
    for wrong in ["1,2,3", "1,5x", ",", "1,5 2"] {
      let failure = try #require(throws: Failure.self) {
        for part in try parts("x;y\n1,5;2\n\(wrong);2\n", of: 10) { _ = try part.pairs() }
      }
      #expect(failure.sentence.hasPrefix("Line 3 of "), "\(failure.sentence)")
    }
  }
}
