import Activations

/// Knows how the numbers of a row are written.
protocol RowReader: Sendable {
  /// Appends the numbers of a row; false where something is wrong with it.
  func append(_ row: Range<Int>, of bytes: UnsafeRawBufferPointer, to pairs: inout Pairs) -> Bool

  /// What is wrong with a row that could not be read, as a sentence.
  func problem(of row: Range<Int>, in bytes: UnsafeRawBufferPointer) -> String
}

/// Pairs that were taken off a file, and may still stand as text: they are read where they are wanted, on any thread.
struct PairRows: Sendable {
  private let read: Pairs
  private let rest: (@Sendable () throws(Failure) -> Pairs)?

  /// Pairs that are read.
  init(_ pairs: Pairs) { (read, rest) = (pairs, nil) }

  /// Pairs of which some are read, and others stand in lines behind them.
  init(_ pairs: Pairs, _ lines: Lines, _ reader: some RowReader) {
    read = pairs
    rest = { () throws(Failure) in try lines.pairs(by: reader) }
  }

  /// All of them.
  ///
  /// Throws a `Failure` (65) that names the first line with which something is wrong.
  func pairs() throws(Failure) -> Pairs {
    guard let rest else { return read }
    let behind = try rest()
    guard read.count > 0 else { return behind }
    var all = read
    all.append(behind)
    return all
  }
}

extension Lines {
  /// The numbers of all rows.
  fileprivate func pairs(by reader: some RowReader) throws(Failure) -> Pairs {
    var pairs = Pairs()
    pairs.xs.reserveCapacity(rowCount)
    pairs.ys.reserveCapacity(rowCount)
    let wrong = firstRow { row, bytes in reader.append(row, of: bytes, to: &pairs) }
    if let wrong {
      throw badLine(wrong.number, withBytes { reader.problem(of: wrong.place, in: $0) })
    }
    if let failure { throw failure }
    return pairs
  }
}

extension ByteInput {
  /// The next rows behind some lines, those included, fewer than `limit` only at the input's end; nil behind the last.
  ///
  /// `look` may end lines where they are wrong together with others.
  mutating func rows(
    _ limit: Int, _ lines: Lines, _ reader: some RowReader, _ look: (inout Lines) -> Void = { _ in }
  ) -> PairRows? {
    var (read, lines) = (Pairs(), lines)
    let comment = lines.comment
    while true {
      take(&lines, rows: limit - read.count)
      look(&lines)
      // Of long rows the numbers are kept, which take less room than the text.
      guard lines.areFull, lines.failure == nil, lines.rowCount < limit - read.count,
        let pairs = try? lines.pairs(by: reader)
      else { break }
      read.append(pairs)
      lines = self.lines(comment: comment)
    }
    guard read.count > 0 || lines.rowCount > 0 || lines.failure != nil else { return nil }
    return PairRows(read, lines, reader)
  }
}
