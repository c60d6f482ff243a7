import Activations
import Tables
import Testing

@Suite("Columns of bits and of other types")
struct ColumnTests {
  private static let columns = [
    TableColumn("x", of: .bf16), TableColumn("x.bits", .bits, of: .bf16),
    TableColumn("y.bits", .bits, of: .f32),
  ]
  private static let values = [[1, .nan], [1, .nan], [-0.0, 0.1]]

  @Test("Bits are padded to the type's width")
  func csv() {
    #expect(
      text(.csv) == """
        x,x.bits,y.bits
        1,0x3f80,0x80000000
        nan,0x7fc0,0x3dcccccd

        """)
  }

  @Test("Bits are strings in JSON")
  func json() {
    #expect(
      text(.json) == """
        [
        {"x":1,"x.bits":"0x3f80","y.bits":"0x80000000"},
        {"x":"nan","x.bits":"0x7fc0","y.bits":"0x3dcccccd"}
        ]

        """)
    #expect(text(.ndjson).hasPrefix("{\"x\":1,\"x.bits\":\"0x3f80\",\"y.bits\":\"0x80000000\"}\n{"))
  }

  @Test("Markdown shows bits as they are")
  func markdown() {
    #expect(text(.markdown).hasSuffix("| nan | 0x7fc0 | 0x3dcccccd |\n"))
  }

  @Test("A double has sixteen digits")
  func doubles() {
    let columns = [TableColumn("x", .bits)]
    #expect(
      text(.csv, columns, [[1, -.leastNonzeroMagnitude, .infinity]])
        == "x\n0x3ff0000000000000\n0x8000000000000001\n0x7ff0000000000000\n")
  }

  @Test("An array's rows follow a header that numpy.load reads")
  func array() {
    let bytes = bytes(.npy)
    let description =
      "{'descr': [('x', '<f4'), ('x.bits', '<u2'), ('y.bits', '<u4')], "
      + "'fortran_order': False, 'shape': (2,), }"
    #expect(Array(bytes[..<8]) == [0x93, 0x4e, 0x55, 0x4d, 0x50, 0x59, 1, 0])
    let length = Int(bytes[8]) + Int(bytes[9]) << 8
    #expect((10 + length) % 64 == 0)
    let header = String(decoding: bytes[10..<10 + length], as: UTF8.self)
    #expect(header.hasPrefix(description))
    #expect(header.dropFirst(description.count).allSatisfy { $0 == " " || $0 == "\n" })
    #expect(header.last == "\n")
    #expect(
      Array(bytes[(10 + length)...]) == [
        0, 0, 0x80, 0x3f, 0x80, 0x3f, 0, 0, 0, 0x80,
        0, 0, 0xc0, 0x7f, 0xc0, 0x7f, 0xcd, 0xcc, 0xcc, 0x3d,
      ])
  }

  @Test("Numbers stand in the array in the type's own width")
  func widths() {
    let columns = FloatType.allCases.map { TableColumn($0.rawValue, of: $0) }
    let bytes = bytes(.npy, columns, [[-2], [-2], [-2], [-2]])
    #expect(
      Array(bytes.suffix(18)) == [0, 0, 0, 0, 0, 0, 0, 0xc0, 0, 0, 0, 0xc0, 0, 0xc0, 0, 0, 0, 0xc0])
  }

  @Test("Names that Python would misread are escaped, and names that stand twice told apart")
  func names() {
    let columns = ["a'b\\", "α", "α"].map { TableColumn($0) }
    let header = String(decoding: bytes(.npy, columns, [[], [], []]).dropFirst(10), as: UTF8.self)
    #expect(
      header.hasPrefix(
        "{'descr': [('a\\'b\\\\', '<f8'), ('\\U000003b1', '<f8'), ('\\U000003b1 (2)', '<f8')], "))
  }

  @Test("A header beyond 65535 bytes takes version 2.0")
  func longHeader() {
    let columns = (0..<4000).map { TableColumn("column \($0)") }
    let bytes = bytes(.npy, columns, columns.map { _ in [1] })
    #expect(Array(bytes[6..<8]) == [2, 0])
    let length = (0..<4).reduce(0) { $0 + Int(bytes[8 + $1]) << (8 * $1) }
    #expect((12 + length) % 64 == 0)
    #expect(bytes.count == 12 + length + 4000 * 8)
    #expect(bytes[11 + length] == UInt8(ascii: "\n"))
  }

  private func text(
    _ format: TableFormat, _ columns: [TableColumn] = columns, _ values: [[Double]] = values
  ) -> String {
    String(decoding: bytes(format, columns, values), as: UTF8.self)
  }

  private func bytes(
    _ format: TableFormat, _ columns: [TableColumn] = columns, _ values: [[Double]] = values
  ) -> [UInt8] {
    let table = TableEncoder(format: format, columns: columns, rows: values[0].count)
    return table.opening + table.rows(values, areFirst: true) + table.closing
  }
}
