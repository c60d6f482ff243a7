/// Encodes a table of doubles, batch by batch, into bytes.
///
/// Call `begin`, then `append` as often as there are batches, then `end`; each hands its bytes to
/// the closure that it is given, in pieces of at most about 128 kB, so that a table of any length
/// takes the same memory. The pieces are valid only during the call.
///
///     var table = TableEncoder(format: .csv, columns: ["x", "gelu.f"])
///     try table.begin(write)
///     try table.append([[0, 1], [0, 0.841]], write)
///     try table.end(write)
package struct TableEncoder: Sendable {
  /// Large enough that a system call a piece costs nothing, small enough to stay in the cache.
  private static let chunkLength = 1 << 17

  private let shape: TableShape
  private let columnCount: Int
  private let rowsPerChunk: Int
  private var chunk: [UInt8]
  private var numbers: [Double]
  private var isEmpty = true

  /// A table in a format, with its columns in order.
  ///
  /// JSON objects and arrays cannot hold a name twice: in `json`, `ndjson` and `npy` a repeated
  /// name gets ` (2)`, ` (3)` and so on behind it. The other formats keep the names as they are.
  ///
  /// - Parameter rows: How many rows will be appended; to be given where the format's
  ///   `needsRowCount` is true, without effect elsewhere.
  package init(format: TableFormat, columns: [TableColumn], rows: Int? = nil) {
    shape = TableShape(format: format, columns: columns, rows: rows)
    columnCount = columns.count
    let rowLength = max(shape.row.maximumRowLength, 1)
    rowsPerChunk = max(Self.chunkLength / rowLength, 1)
    chunk = Array(repeating: 0, count: rowsPerChunk * rowLength)
    numbers = Array(repeating: 0, count: rowsPerChunk * columns.count)
  }

  /// A table of doubles in a format, with the names of its columns in order.
  package init(format: TableFormat, columns: [String], rows: Int? = nil) {
    self.init(format: format, columns: columns.map { TableColumn($0) }, rows: rows)
  }

  /// Hands over what stands before the first row: the header, or an opening bracket.
  package func begin(_ write: (UnsafeRawBufferPointer) throws -> Void) rethrows {
    try Self.write(shape.opening, write)
  }

  /// Encodes rows, given as one array of numbers for each column.
  ///
  /// `rows` says how many of each array's numbers count; without it, all of the shortest array's
  /// do. Columns that are missing are a mistake of the caller and end the program.
  package mutating func append(
    _ columns: [[Double]], rows: Int? = nil, _ write: (UnsafeRawBufferPointer) throws -> Void
  ) rethrows {
    precondition(columns.count == columnCount, "a table's rows have one number for each column")
    let available = columns.map(\.count).min() ?? 0
    let count = min(rows ?? available, available)
    for first in stride(from: 0, to: count, by: rowsPerChunk) {
      let length = encode(columns, rows: first..<min(first + rowsPerChunk, count))
      // Rows begin with their separator; the first row of all has nothing to be separated from.
      let skipped = isEmpty ? shape.separatorLength : 0
      isEmpty = false
      try chunk.withUnsafeBytes { bytes in
        try write(UnsafeRawBufferPointer(rebasing: bytes[skipped..<length]))
      }
    }
  }

  /// Hands over what stands after the last row.
  package func end(_ write: (UnsafeRawBufferPointer) throws -> Void) rethrows {
    try Self.write(Array(shape.closing.utf8), write)
  }

  /// Encodes rows into the chunk; returns the length.
  private mutating func encode(_ columns: [[Double]], rows: Range<Int>) -> Int {
    let width = columnCount
    numbers.withUnsafeMutableBufferPointer { numbers in
      for (index, column) in columns.enumerated() {
        column.withUnsafeBufferPointer { column in
          var place = index
          for row in rows {
            numbers[place] = column[row]
            place &+= width
          }
        }
      }
    }
    let row = shape.row
    return numbers.withUnsafeBufferPointer { numbers in
      chunk.withUnsafeMutableBytes { chunk in
        guard let source = numbers.baseAddress, let start = chunk.baseAddress else { return 0 }
        return row.write(source, rows: rows.count, to: start)
      }
    }
  }

  private static func write(
    _ bytes: [UInt8], _ write: (UnsafeRawBufferPointer) throws -> Void
  ) rethrows {
    if !bytes.isEmpty {
      try bytes.withUnsafeBytes(write)
    }
  }
}
