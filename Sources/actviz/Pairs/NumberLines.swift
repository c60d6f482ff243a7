/// Numbers one a line, read in batches so that their count costs no memory.
///
/// Lines are decimals, C hex floats, `inf`, `-inf` or `nan`. Blanks around a number, blank lines,
/// lines that begin with `#`, Windows line ends, a byte order mark, and a last line without its
/// end are all fine. Reading throws a `Failure`: 66 where the file cannot be read, 65 with the
/// line's number where a line is no number or the file has none at all.
///
/// The first million numbers are read at once, so that a mistake among them is known before
/// anything is written. One further on is found while standard output already holds rows.
struct NumberLines {
  /// How many numbers are read at once: 8 MB of them.
  private static let readAheadCount = 1 << 20

  /// The numbers that were read at once and are not yet handed out.
  private var ahead: ArraySlice<Double> = []

  /// Reads the beginning of an input.
  init(_ input: inout ByteInput) throws(Failure) {
    ahead = try Self.numbers(upTo: Self.readAheadCount, from: &input)[...]
    guard !ahead.isEmpty else {
      throw Failure(.data, "There is no number in \(input.name); give one a line.")
    }
  }

  /// The next numbers, at most `limit` of them and at least one; `nil` behind the last.
  mutating func nextBatch(_ limit: Int, from input: inout ByteInput) throws(Failure) -> [Double]? {
    guard ahead.isEmpty else {
      let batch = Array(ahead.prefix(limit))
      ahead = ahead.dropFirst(limit)
      // Gives the memory back once it is used up.
      if ahead.isEmpty { ahead = [] }
      return batch
    }
    let batch = try Self.numbers(upTo: limit, from: &input)
    return batch.isEmpty ? nil : batch
  }

  /// Reads numbers from the input, fewer than `limit` only at its end.
  private static func numbers(
    upTo limit: Int, from input: inout ByteInput
  ) throws(Failure) -> [Double] {
    var numbers: [Double] = []
    while numbers.count < limit, let line = try input.nextLine() {
      if line.isEmpty || input.buffer[line.lowerBound] == UInt8(ascii: "#") { continue }
      numbers.append(try number(in: line, of: input))
    }
    return numbers
  }

  private static func number(
    in line: Range<Int>, of input: borrowing ByteInput
  ) throws(Failure) -> Double {
    let reading = input.buffer.withUnsafeBytes { bytes in
      NumberText.read(UnsafeBufferPointer(rebasing: bytes.bindMemory(to: CChar.self)[line]))
    }
    switch reading {
    case .number(let value):
      return value
    case .outOfRange:
      throw badLine(line, of: input, "is beyond the largest double, 1.7976931348623157e+308")
    case .malformed:
      throw badLine(line, of: input, "is no number; write one a line, e.g. -1.5 or 0x1.8p+1")
    }
  }

  private static func badLine(
    _ line: Range<Int>, of input: borrowing ByteInput, _ problem: String
  ) -> Failure {
    input.badLine("'\(Printable.excerpt(input.buffer[line]))' \(problem).")
  }
}
