/// Lines of an input as they stand in it, some of which are rows: those that are not blank, and no comments.
///
/// They are taken off an input in order, and looked at wherever and whenever one likes.
struct Lines: Sendable {
  /// From so many bytes on no more lines are taken.
  static let capacity = 1 << 21

  /// What messages call the input.
  private let name: String
  /// The number of the first one in the input, from 1.
  private let firstNumber: Int
  /// The byte at which lines begin that are no rows.
  let comment: UInt8?
  /// All of them, each with a line feed behind it.
  private var bytes: [UInt8] = []
  private(set) var rowCount = 0
  private var count = 0
  /// What is wrong behind them, which counts once they are right themselves.
  var failure: Failure?

  /// None, at a place in an input from which they are to be taken.
  init(of name: String, from number: Int, comment: UInt8?) {
    (self.name, firstNumber, self.comment) = (name, number, comment)
  }

  /// The number of the line behind them.
  var nextNumber: Int { firstNumber + count }

  /// Whether they are as many as are ever taken together.
  var areFull: Bool { bytes.count >= Self.capacity }

  /// A failure for bad data that says in which line it stands.
  func badLine(_ number: Int, _ problem: String) -> Failure {
    Failure(.data, "Line \(number) of \(name): \(problem)")
  }

  /// Takes whole lines off the front of some bytes until there are so many rows; returns how many bytes they have.
  mutating func take(_ new: UnsafeRawBufferPointer, rows limit: Int) -> Int {
    var start = 0
    while start < new.count, rowCount < limit {
      let rest = UnsafeRawBufferPointer(rebasing: new[start...])
      let length = Platform.firstIndex(of: UInt8(ascii: "\n"), in: rest)
      guard length < rest.count else { break }
      if isRow(trimmed(0..<length, of: rest, number: nextNumber), of: rest) { rowCount += 1 }
      count += 1
      start += length + 1
    }
    bytes.append(contentsOf: new[..<start])
    return start
  }

  /// Takes the last line of an input, behind which no line feed stands.
  mutating func takeLast(_ line: ArraySlice<UInt8>) {
    _ = (line + [UInt8(ascii: "\n")]).withUnsafeBytes { take($0, rows: rowCount + 1) }
  }

  /// The first row, if any, that is not as a closure wants it: its line's number, its place, and all bytes.
  ///
  /// Rows come without the blanks around them; behind each stands a byte that belongs to no number.
  @inline(__always)
  func firstRow(
    otherThan isRight: (Range<Int>, UnsafeRawBufferPointer) -> Bool
  ) -> (number: Int, place: Range<Int>)? {
    bytes.withUnsafeBytes { bytes in
      var (start, number) = (0, firstNumber)
      while start < bytes.count {
        let rest = UnsafeRawBufferPointer(rebasing: bytes[start...])
        let end = start + Platform.firstIndex(of: UInt8(ascii: "\n"), in: rest)
        let line = trimmed(start..<end, of: bytes, number: number)
        if isRow(line, of: bytes), !isRight(line, bytes) { return (number, line) }
        (start, number) = (end + 1, number + 1)
      }
      return nil
    }
  }

  /// The bytes of a row.
  subscript(place: Range<Int>) -> ArraySlice<UInt8> { bytes[place] }

  /// What a closure makes of all bytes.
  func withBytes<Made>(_ make: (UnsafeRawBufferPointer) -> Made) -> Made {
    bytes.withUnsafeBytes(make)
  }

  /// Leaves away what stands behind a row, with which something is wrong.
  mutating func end(behind row: Range<Int>, _ failure: Failure) {
    bytes.removeSubrange(row.upperBound...)
    bytes.append(UInt8(ascii: "\n"))
    self.failure = failure
  }

  @inline(__always)
  private func isRow(_ line: Range<Int>, of bytes: UnsafeRawBufferPointer) -> Bool {
    !line.isEmpty && bytes[line.lowerBound] != comment
  }

  /// A line without the blanks around it, and the first line without a byte order mark.
  @inline(__always)
  private func trimmed(_ line: Range<Int>, of bytes: UnsafeRawBufferPointer, number: Int)
    -> Range<Int>
  {
    var (start, end) = (line.lowerBound, line.upperBound)
    if number == 1, bytes[line].starts(with: [0xEF, 0xBB, 0xBF]) { start += 3 }
    while start < end, ByteInput.isBlank(bytes[start]) { start += 1 }
    while start < end, ByteInput.isBlank(bytes[end - 1]) { end -= 1 }
    return start..<end
  }
}

extension ByteInput {
  /// Lines that are yet to be taken, the next one first.
  func lines(comment: UInt8?) -> Lines { Lines(of: name, from: nextLine, comment: comment) }

  /// Takes lines until there are so many rows, or as many lines as are ever taken together, or nothing is left.
  ///
  /// What is wrong with the input is a failure of the lines.
  mutating func take(_ lines: inout Lines, rows limit: Int) {
    defer { nextLine = lines.nextNumber }
    while lines.rowCount < limit, !lines.areFull, lines.failure == nil {
      take(
        buffer.withUnsafeBytes {
          lines.take(UnsafeRawBufferPointer(rebasing: $0[pending]), rows: limit)
        })
      guard lines.rowCount < limit else { return }
      if isAtEnd {
        if !pending.isEmpty { lines.takeLast(buffer[pending]) }
        return take(pending.count)
      }
      do {
        guard try fillMore() else {
          let problem = "it is longer than \(pending.count) bytes."
          return lines.failure = lines.badLine(lines.nextNumber, problem)
        }
      } catch {
        lines.failure = error
      }
    }
  }
  /// The first row, with the number of its line, all before it left away where they are many; nil where there is none.
  mutating func firstRow(_ lines: inout Lines) throws(Failure) -> (number: Int, place: Range<Int>)?
  {
    while true {
      take(&lines, rows: 1)
      if let row = lines.firstRow(otherThan: { _, _ in false }) { return row }
      if let failure = lines.failure { throw failure }
      guard lines.areFull else { return nil }
      lines = self.lines(comment: lines.comment)
    }
  }
}
