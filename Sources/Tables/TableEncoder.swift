/// Encodes a table of doubles, batch by batch, into bytes.
///
/// A batch's bytes depend on the batch alone, and on whether it is the first, so that batches may be encoded on any threads and in any
/// order; a table of any length takes the memory of the batches that are under way.
///
///     let table = TableEncoder(format: .csv, columns: ["x", "gelu.f"])
///     write(table.opening)
///     write(table.rows([[0, 1], [0, 0.841]], areFirst: true))
///     write(table.closing)
package struct TableEncoder: Sendable {
  private let shape: TableShape
  private let columnCount: Int

  /// A table in a format, with its columns in order.
  ///
  /// JSON objects and arrays cannot hold a name twice: in `json`, `ndjson` and `npy` a repeated
  /// name gets ` (2)`, ` (3)` and so on behind it. The other formats keep the names as they are.
  ///
  /// - Parameter rows: How many rows there will be; to be given where the format's
  ///   `needsRowCount` is true, without effect elsewhere.
  package init(format: TableFormat, columns: [TableColumn], rows: Int? = nil) {
    shape = TableShape(format: format, columns: columns, rows: rows)
    columnCount = columns.count
  }

  /// A table of doubles in a format, with the names of its columns in order.
  package init(format: TableFormat, columns: [String], rows: Int? = nil) {
    self.init(format: format, columns: columns.map { TableColumn($0) }, rows: rows)
  }

  /// What stands before the first row: the header, or an opening bracket.
  package var opening: [UInt8] { shape.opening }

  /// What stands after the last row.
  package var closing: [UInt8] { Array(shape.closing.utf8) }

  /// The bytes of rows, given as one array of numbers for each column, as many as the shortest has.
  ///
  /// Columns that are missing are a mistake of the caller and end the program.
  package func rows(_ columns: [[Double]], areFirst: Bool) -> [UInt8] {
    precondition(columns.count == columnCount, "a table's rows have one number for each column")
    let count = columns.map(\.count).min() ?? 0
    guard count > 0 else { return [] }
    let numbers = Self.rowByRow(columns, count: count)
    let row = shape.row
    let capacity = count * row.maximumRowLength
    let bytes = [UInt8](unsafeUninitializedCapacity: capacity) { bytes, length in
      numbers.withUnsafeBufferPointer { numbers in
        guard let start = bytes.baseAddress, let numbers = numbers.baseAddress else { return }
        length = row.write(numbers, rows: count, to: UnsafeMutableRawPointer(start))
      }
    }
    // Rows begin with their separator; the first row of all has nothing to be separated from.
    let skipped = areFirst ? shape.separatorLength : 0
    return skipped > 0 ? Array(bytes[skipped...]) : bytes
  }

  private static func rowByRow(_ columns: [[Double]], count: Int) -> [Double] {
    let width = columns.count
    return [Double](unsafeUninitializedCapacity: count * width) { numbers, length in
      for (index, column) in columns.enumerated() {
        column.withUnsafeBufferPointer { column in
          var place = index
          for row in 0..<count {
            numbers.initializeElement(at: place, to: column[row])
            place &+= width
          }
        }
      }
      length = count * width
    }
  }
}
