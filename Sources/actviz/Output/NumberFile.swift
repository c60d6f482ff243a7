/// A file of numbers, one a line, read in batches so that its length costs no memory.
///
/// Lines are decimals, C hex floats, `inf`, `-inf` or `nan`. Blanks around a number, blank lines,
/// lines that begin with `#`, Windows line ends, a byte order mark, and a last line without its
/// end are all fine. Reading throws a `Failure`: 66 where the file cannot be read, 65 with the
/// line's number where a line is no number or the file has none at all.
///
/// The first million numbers are read on opening, so that a mistake among them is known before
/// anything is written. One further on is found while standard output already holds rows.
///
///     var file = try NumberFile.open("points.txt")
///     while let batch = try file.nextBatch() { … }
struct NumberFile: ~Copyable {
  /// How many numbers are read on opening: 8 MB of them.
  private static let readAheadCount = 1 << 20

  private var input: ByteInput
  /// The numbers that were read on opening and are not yet handed out.
  private var ahead: ArraySlice<Double> = []

  /// Opens a file and reads its beginning; `-` is standard input.
  static func open(_ argument: String) throws(Failure) -> NumberFile {
    var file = NumberFile(try ByteInput(opening: argument))
    file.ahead = try file.numbers(upTo: readAheadCount)[...]
    guard !file.ahead.isEmpty else {
      throw Failure(.data, "There is no number in \(file.input.name); give one a line.")
    }
    return file
  }

  private init(_ input: consuming ByteInput) {
    self.input = input
  }

  /// The next numbers, at most `limit` of them and at least one; `nil` behind the last.
  mutating func nextBatch(limit: Int = 4096) throws(Failure) -> [Double]? {
    guard ahead.isEmpty else {
      let batch = Array(ahead.prefix(limit))
      ahead = ahead.dropFirst(limit)
      // Gives the memory back once it is used up.
      if ahead.isEmpty { ahead = [] }
      return batch
    }
    let batch = try numbers(upTo: limit)
    return batch.isEmpty ? nil : batch
  }

  /// Reads numbers from the file, fewer than `limit` only at its end.
  private mutating func numbers(upTo limit: Int) throws(Failure) -> [Double] {
    var numbers: [Double] = []
    while numbers.count < limit, let line = try input.nextLine() {
      if line.isEmpty || input.buffer[line.lowerBound] == UInt8(ascii: "#") { continue }
      numbers.append(try number(in: line))
    }
    return numbers
  }

  private func number(in line: Range<Int>) throws(Failure) -> Double {
    let reading = input.buffer.withUnsafeBytes { bytes in
      NumberText.read(UnsafeBufferPointer(rebasing: bytes.bindMemory(to: CChar.self)[line]))
    }
    switch reading {
    case .number(let value):
      return value
    case .outOfRange:
      throw badLine(line, "is beyond the largest double, 1.7976931348623157e+308")
    case .malformed:
      throw badLine(line, "is no number; write one a line, e.g. -1.5 or 0x1.8p+1")
    }
  }

  private func badLine(_ line: Range<Int>, _ problem: String) -> Failure {
    input.badLine("'\(Printable.excerpt(input.buffer[line]))' \(problem).")
  }
}
