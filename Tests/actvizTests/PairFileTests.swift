import Activations
import Formulas
import Testing

@testable import actviz

/// All pairs of a file with these bytes.
private func pairs(
  _ bytes: [UInt8], quantity: Quantity = .f, type: FloatType? = nil
) throws -> (xs: [Double], ys: [Double]) {
  let folder = try TemporaryFolder()
  try folder.write(bytes, to: "pairs")
  let columns = PairColumns.values(
    ValueColumns(of: try Function(parsing: "gelu"), quantity.rawValue))
  var file = try PairFile(
    opening: folder.path("pairs"), PairReading(columns: columns, type: type))
  var (xs, ys): ([Double], [Double]) = ([], [])
  while let batch = try file.next(2) {
    xs += batch.xs
    ys += batch.ys
  }
  return (xs, ys)
}

private func pairs(_ text: String, quantity: Quantity = .f) throws -> (xs: [Double], ys: [Double]) {
  try pairs(Array(text.utf8), quantity: quantity)
}

/// An npy file of version 1.0.
private func npy(_ header: String, _ data: [UInt8]) -> [UInt8] {
  [0x93] + Array("NUMPY".utf8) + [
    1, 0, UInt8(header.utf8.count % 256), UInt8(header.utf8.count / 256),
  ]
    + Array(header.utf8) + data
}

private func bytes<Bits: FixedWidthInteger>(_ patterns: [Bits], bigEndian: Bool = false) -> [UInt8]
{
  patterns.flatMap { pattern in
    withUnsafeBytes(of: bigEndian ? pattern.bigEndian : pattern.littleEndian) { Array($0) }
  }
}

@Suite struct PairFileTests {
  @Test(arguments: [
    "x,y\n1,2\n-3,0x1p-1\n", "1,2\n-3,0.5\n", "1\t2\n-3\t.5", "1;2\r\n-3;0.5\r\n",
    "1 2\n-3   5e-1\n",
    "\u{FEFF}X,Y\n1,2\n-3,0.5\n", "# made by hand\n\n1,2\n\n# more\n-3,0.5\n",
    "\"x\",\"gelu(sigma=1,more).f\"\n\"1\",\"2\"\n-3,0.5\n", "y,x\n2,1\n0.5,-3\n",
    "x,gelu.df,gelu.f\n1,0,2\n-3,0,0.5\n", "n,x,y\n7,1,2\n8,-3,0.5\n", "in,out\n1,2\n-3,0.5\n",
    "{\"x\":1,\"y\":2}\n{\"y\": 0.5, \"x\": -3}\n",
    "{\"in\":1,\"gelu.f\":\"2\"}\n\n{\"in\":-3,\"gelu.f\":0.5}",
  ])
  func everyWayOfWritingIsRead(text: String) throws {
    let (xs, ys) = try pairs(text)
    #expect(xs == [1, -3], "\(text)")
    #expect(ys == [2, 0.5], "\(text)")
  }

  @Test func theQuantityPicksItsColumn() throws {
    #expect(try pairs("x,gelu.f,gelu.df\n1,2,3\n", quantity: .df).ys == [3])
    #expect(try pairs("x,f,df\n1,2,3\n", quantity: .df).ys == [3])
    #expect(try pairs("x,mish.f,gelu.f\n1,2,3\n").ys == [3])
    #expect(try pairs("{\"x\":1,\"f\":2,\"df\":3}", quantity: .df).ys == [3])
  }

  @Test func whatIsNotFiniteIsRead() throws {
    let csv = try pairs("-inf,nan\ninf,-Infinity\n")
    #expect(csv.xs == [-.infinity, .infinity])
    #expect(csv.ys[0].isNaN && csv.ys[1] == -.infinity)
    let json = try pairs("{\"x\":\"-inf\",\"y\":\"nan\"}\n{\"x\":Infinity,\"y\":NaN}\n")
    #expect(json.xs == [-.infinity, .infinity])
    #expect(json.ys[0].isNaN && json.ys[1].isNaN)
  }

  @Test func npyOfTwoColumnsIsRead() throws {
    let header = "{'descr': '<f4', 'fortran_order': False, 'shape': (3, 2), }\n"
    let floats = bytes([Float(1), 2, -3, 0.5, 4, 5].map(\.bitPattern))
    let (xs, ys) = try pairs(npy(header, floats))
    #expect(xs == [1, -3, 4] && ys == [2, 0.5, 5])
    let big = npy(
      header.replacing("<f4", with: ">f8"),
      bytes([1.0, 2, -3, 0.5, 4, 5].map(\.bitPattern), bigEndian: true))
    #expect(try pairs(big).ys == [2, 0.5, 5])
  }

  /// x above y is how `numpy.save(file, [x, y])` lays them, and columns of Fortran are rows of C.
  @Test(arguments: [
    "'fortran_order': False, 'shape': (2, 3)", "'fortran_order': True, 'shape': (3, 2)",
  ])
  func npyOfTwoRowsIsRead(layout: String) throws {
    let rows = npy(
      "{'descr': '<f8', \(layout), }", bytes([1.0, -3, 4, 2, 0.5, 5].map(\.bitPattern)))
    let (xs, ys) = try pairs(rows)
    #expect(xs == [1, -3, 4] && ys == [2, 0.5, 5])
  }

  @Test func npyOfFieldsIsRead() throws {
    let header =
      "{'descr': [('n', '|S3'), ('y', '<f2'), ('', '|V3'), ('x', '<f8')], "
      + "'fortran_order': False, 'shape': (2,), }"
    func row(_ y: UInt16, _ x: Double) -> [UInt8] {
      [65, 66, 67] + bytes([y]) + [0, 0, 0] + bytes([x.bitPattern])
    }
    let rows = row(0x4000, 1) + row(0x3800, -3)
    let (xs, ys) = try pairs(npy(header, rows))
    #expect(xs == [1, -3] && ys == [2, 0.5])
  }

  @Test(arguments: ["<u2", "|V2"])
  func npyOfBitPatternsIsRead(name: String) throws {
    let header = "{'descr': '\(name)', 'fortran_order': False, 'shape': (3, 2), }"
    let data = bytes([UInt16(0x3f80), 0x4000, 0xc040, 0x3f00, 0, 0])
    let (xs, ys) = try pairs(npy(header, data), type: .bf16)
    #expect(xs == [1, -3, 0] && ys == [2, 0.5, 0])
  }

  /// What is wrong, and what the sentence says of it.
  static let malformed: [([UInt8], String)] = [
    (Array("".utf8), "is empty"),
    (Array("\n\n".utf8), "is empty"),
    (Array("x,y\n1,2\n3,abc\n".utf8), "Line 3 of"),
    (Array("x,y\n1,2\n3,abc\n".utf8), "y = 'abc' is no number"),
    (Array("1,2\n\n# note\nx,2\n".utf8), "Line 4 of"),
    (Array("1,2\n3\n".utf8), "Line 2 of"),
    (Array("1,2\n3\n".utf8), "y is column 2, but there is only 1"),
    (Array("1,2\n3,\n".utf8), "y = '' is no number"),
    (Array("1,1e999\n".utf8), "Line 1 of"),
    (Array("1\n2\n".utf8), "is one column; give x and y in two"),
    (Array("1,2\n3,4\0\n".utf8), "Line 2 of"),
    (Array(repeating: UInt8(ascii: "1"), count: 200_000), "Line 1 of"),
    (Array("{\"x\":1,\"y\":2}\n{\"x\":1}\n".utf8), "Line 2 of"),
    (Array("{\"x\":1,\"y\":2}\n{\"x\":1}\n".utf8), "no member 'y'"),
    (Array("{\"x\":1,\"y\":2}\nnonsense\n".utf8), "Line 2 of"),
    (Array("{\"x\":1,\"y\":[2]}\n".utf8), "no JSON object of numbers"),
    (Array("{\"x\":1,\"y\":null}\n".utf8), "y is no number"),
    (Array("[{\"x\":1,\"y\":2}]".utf8), "is a JSON array"),
    ([0x93] + Array("NUMPY".utf8) + [9, 0], "version"),
    (
      npy("{'descr': '<f8', 'fortran_order': False, 'shape': (2, 2), }", []),
      "shape (2, 2), in which x may be a row or a column"
    ),
    (npy("{'descr': '<f8', 'fortran_order': False, 'shape': (4,), }", []), "shape (4,)"),
    (npy("{'descr': '<f8', 'fortran_order': False, 'shape': (4, 2), }", [1]), "record 1 of 4"),
    (npy("{'descr': '<f8', 'fortran_order': False, 'shape': (3, 5), }", [1]), "shape (3, 5); x"),
    (
      npy("{'descr': '<f8', 'fortran_order': False, 'shape': (2, 4), }", [1]), "number 0 of 4"
    ),
    (npy("{'descr': '|b1', 'fortran_order': False, 'shape': (3, 2), }", []), "not f2, f4 or f8"),
    (npy("{'descr': '<c16', 'fortran_order': False, 'shape': (3, 2), }", []), "complex"),
    (npy("{'descr': '|O', 'fortran_order': False, 'shape': (3, 2), }", []), "Python objects"),
    (npy("{'descr': '<f16', 'fortran_order': False, 'shape': (3, 2), }", []), "astype('float64')"),
    (npy("{'descr': '<u2', 'fortran_order': False, 'shape': (3, 2), }", []), "--dtype"),
    (
      npy("{'descr': '<f8', 'fortran_order': False, 'shape': (4611686018427387904, 2), }", []),
      "The shape in the npy header"
    ),
    (npy("{'descr': [('x', '<f8')], 'fortran_order': False, 'shape': (2,), }", []), "one field"),
    (npy("((((((((((((((((((((((((", []), "npy header"),
    (
      npy(
        "{'descr': '<f8', 'fortran_order': False, 'shape': (3, 2), }",
        Array(repeating: 0, count: 20)),
      "ends in record 2 of 3"
    ),
    (Array(npy("{'descr': '<f8'}", []).prefix(14)), "ends within its npy header"),
  ]

  @Test(arguments: malformed.indices)
  func whatIsMalformedIsRefused(index: Int) throws {
    let (bytes, sentence) = Self.malformed[index]
    let failure = #expect(throws: Failure.self) { _ = try pairs(bytes) }
    #expect(failure?.status == .data)
    #expect(failure?.sentence.contains(sentence) == true, "\(failure?.sentence ?? "")")
  }

  @Test func aMissingFileIsNoInput() throws {
    let columns = PairColumns.values(
      ValueColumns(of: try Function(parsing: "gelu"), "f"))
    let failure = #expect(throws: Failure.self) {
      _ = try PairFile(opening: "missing.csv", PairReading(columns: columns))
    }
    #expect(failure?.status == .noInput)
  }
}
