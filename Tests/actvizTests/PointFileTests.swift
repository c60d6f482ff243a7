import Testing

@testable import actviz

private let reading = PairReading(columns: .coordinates(ColumnChoice()))

@Suite("Files of numbers")
struct PointFileTests {
  @Test(
    "One number a line, with whatever editors leave around it",
    arguments: [
      ("1\n-2.5\n0x1.8p+1\n", [1, -2.5, 3]),
      ("1\r\n2\r\n", [1, 2]),
      ("1\n2", [1, 2]),
      ("1\r\n2\r", [1, 2]),
      ("\u{FEFF}1\n2\n", [1, 2]),
      ("\n  1 \n\n\t2\t\n\n", [1, 2]),
      ("# points\n1\n  # more\n2\n#", [1, 2]),
      ("inf\n-inf\n+Infinity\n", [.infinity, -.infinity, .infinity]),
      ("1e-400\n.5\n5.\n+7\n1E3\n0X1P-1\n", [0, 0.5, 5, 7, 1000, 0.5]),
    ] as [(String, [Double])])
  func good(text: String, numbers: [Double]) throws {
    #expect(try read(Array(text.utf8)) == numbers)
  }

  @Test("NaN and negative zero are numbers too")
  func special() throws {
    let numbers = try read(Array("nan\n-0\nNaN\n".utf8))
    #expect(numbers.count == 3)
    #expect(numbers.first?.isNaN == true)
    #expect(numbers[1].bitPattern == (-0.0).bitPattern)
  }

  @Test(
    "A bad line is named by its number and shown",
    arguments: [
      ("1\n2\nabc\n", 3, "abc"), ("1,5\n", 1, "1,5"), ("1 2\n", 1, "1 2"), ("0x\n", 1, "0x"),
      ("1e\n", 1, "1e"), ("1\nnan(3)\n", 2, "nan(3)"), ("1_000\n", 1, "1_000"), ("--1\n", 1, "--1"),
      ("1\n\n# x\n1e999\n", 4, "1e999"), ("-0x1p+5000\n", 1, "-0x1p+5000"), ("+\n", 1, "+"),
      ("1\u{0}\n", 1, "1\\u{0}"), ("\u{1B}[31m\n", 1, "\\u{1b}[31m"), ("1\r2\n", 1, "1\\u{d}2"),
      ("1\nx,y", 2, "x,y"), ("12\n3 # three\n", 2, "3 # three"), (".\n", 1, "."),
      ("- 1\n", 1, "- 1"),
    ] as [(String, Int, String)])
  func bad(text: String, line: Int, shown: String) throws {
    let failure = try failure(reading: Array(text.utf8))
    #expect(failure.status == .data)
    #expect(failure.sentence.hasPrefix("Line \(line) of "))
    #expect(failure.sentence.contains("'\(shown)'"))
  }

  @Test("A long or binary line is cut short")
  func longLine() throws {
    let long = try failure(
      reading: Array("1\n".utf8) + [UInt8](repeating: UInt8(ascii: "z"), count: 1000))
    #expect(long.sentence.contains("'\(String(repeating: "z", count: 40))…'"))
    let endless = try failure(
      reading: Array("1\n".utf8) + [UInt8](repeating: UInt8(ascii: "1"), count: 200_000))
    #expect(endless.status == .data)
    #expect(endless.sentence.hasPrefix("Line 2 of "))
    #expect(try failure(reading: [0xFF, 0xFE, 0x31, 0, 0x0A, 0]).status == .data)
  }

  @Test("A file without a number is refused", arguments: ["", "\n\n", "# nothing\n", "\u{FEFF}"])
  func empty(text: String) throws {
    #expect(try failure(reading: Array(text.utf8)).status == .data)
  }

  @Test("A missing file and a folder cannot be read")
  func unreadable() throws {
    let folder = try TemporaryFolder()
    for path in [folder.path("missing"), folder.path, ""] {
      let failure = try #require(throws: Failure.self) { try numbers(inFileAt: path) }
      #expect(failure.status == .noInput)
      #expect(failure.sentence.contains("'\(path)'"))
    }
  }

  @Test("A mistake in a short file is known before a number is handed out")
  func readAhead() throws {
    let folder = try TemporaryFolder()
    try folder.write(String(repeating: "1\n", count: 10_000) + "x\n", to: "points")
    let failure = try #require(throws: Failure.self) {
      _ = try PointFile(opening: folder.path("points"), reading)
    }
    #expect(failure.sentence.hasPrefix("Line 10001 of "))
  }

  @Test("A file of any length comes in batches of at most the limit")
  func batches() throws {
    let folder = try TemporaryFolder()
    let count = 1_100_000
    try folder.write((0..<count).map { "\($0).25\r\n" }.joined(), to: "points")
    var file = try PointFile(opening: folder.path("points"), reading)
    var next = 0
    while let batch = try file.nextBatch(limit: 1000) {
      try #require(batch.count <= 1000)
      try #require(batch == (next..<next + batch.count).map { Double($0) + 0.25 })
      next += batch.count
    }
    #expect(next == count)
  }

  /// An npy file of version 1.0.
  private static func npy(_ description: String, _ shape: String, _ data: [UInt8]) -> [UInt8] {
    let header = "{'descr': '\(description)', 'fortran_order': False, 'shape': \(shape), }"
    return [0x93] + Array("NUMPY".utf8) + [1, 0, UInt8(header.utf8.count), 0]
      + Array(header.utf8) + data
  }

  private static let oneAndMinusTwo: [UInt8] = [
    0, 0, 0, 0, 0, 0, 0xF0, 0x3F, 0, 0, 0, 0, 0, 0, 0, 0xC0,
  ]

  @Test(
    "An npy file's numbers come in the order of its memory, whatever its shape",
    arguments: [
      npy("<f8", "(2,)", oneAndMinusTwo), npy("<f8", "(1, 2, 1)", oneAndMinusTwo),
      npy("<f4", "(2,)", [0, 0, 0x80, 0x3F, 0, 0, 0, 0xC0]),
      npy(">f2", "(2,)", [0x3C, 0, 0xC0, 0]), npy("|i1", "(2,)", [1, 0xFE]),
    ])
  func arrays(bytes: [UInt8]) throws {
    #expect(try read(bytes) == [1, -2])
  }

  @Test(
    "A scalar array is one number, and one of many thousands comes whole")
  func arraysOfAllSizes() throws {
    #expect(try read(Self.npy("<f8", "()", Array(Self.oneAndMinusTwo.prefix(8)))) == [1])
    let many = (0..<50_000).flatMap { _ in Self.oneAndMinusTwo }
    let numbers = try read(Self.npy("<f8", "(50000, 2)", many))
    #expect(numbers == (0..<100_000).map { $0 % 2 == 0 ? 1 : -2 })
  }

  @Test(
    "What is wrong with an npy file is said",
    arguments: [
      (npy("<f8", "(0,)", []), "its array is empty"),
      (npy("<f8", "(3,)", oneAndMinusTwo), "ends in number 3 of 3"),
      (npy("<c8", "(2,)", oneAndMinusTwo), "complex numbers"),
      (npy("<f8", "(4611686018427387904, 4)", oneAndMinusTwo), "The shape"),
    ])
  func badArrays(bytes: [UInt8], sentence: String) throws {
    let failure = try failure(reading: bytes)
    #expect(failure.status == .data)
    #expect(failure.sentence.contains(sentence))
  }

  private func read(_ bytes: [UInt8]) throws -> [Double] {
    let folder = try TemporaryFolder()
    try folder.write(bytes, to: "points")
    return try numbers(inFileAt: folder.path("points"))
  }

  private func failure(reading bytes: [UInt8]) throws -> Failure {
    try #require(throws: Failure.self) { try read(bytes) }
  }

  private func numbers(inFileAt path: String) throws -> [Double] {
    var file = try PointFile(opening: path, reading)
    var numbers: [Double] = []
    while let batch = try file.nextBatch() { numbers += batch }
    return numbers
  }
}
