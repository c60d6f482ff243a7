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
  /// No line may be longer than this many bytes.
  private static let capacity = 1 << 16
  /// How many numbers are read on opening: 8 MB of them.
  private static let readAheadCount = 1 << 20

  private let descriptor: Int32
  private let ownsDescriptor: Bool
  /// What messages call the file.
  private let name: String
  private var buffer: [UInt8]
  /// The bytes of the buffer that are read but not yet used.
  private var pending = 0..<0
  private var isAtEnd = false
  private var lineNumber = 0
  /// The numbers that were read on opening and are not yet handed out.
  private var ahead: ArraySlice<Double> = []

  /// Opens a file and reads its beginning; `-` is standard input.
  static func open(_ argument: String) throws(Failure) -> NumberFile {
    var file = try NumberFile(opening: argument)
    file.ahead = try file.numbers(upTo: readAheadCount)[...]
    guard !file.ahead.isEmpty else {
      throw Failure(.data, "There is no number in \(file.name); give one a line.")
    }
    return file
  }

  private init(opening argument: String) throws(Failure) {
    // One byte more than is ever read: the NUL behind a last line without its end.
    buffer = Array(repeating: 0, count: Self.capacity + 1)
    if argument == "-" {
      (descriptor, ownsDescriptor, name) = (0, false, "standard input")
      return
    }
    name = "'\(argument)'"
    ownsDescriptor = true
    do {
      descriptor = try Platform.open(argument, .read)
    } catch {
      throw Failure(.noInput, "Cannot read '\(argument)': \(error.message).")
    }
  }

  deinit {
    if ownsDescriptor { try? Platform.close(descriptor) }
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
    while numbers.count < limit, let line = try nextLine() {
      lineNumber += 1
      let content = trimmed(line)
      if content.isEmpty || buffer[content.lowerBound] == UInt8(ascii: "#") { continue }
      numbers.append(try number(in: content))
    }
    return numbers
  }

  private func number(in content: Range<Int>) throws(Failure) -> Double {
    let reading = buffer.withUnsafeBytes { bytes in
      NumberText.read(
        UnsafeBufferPointer(rebasing: bytes.bindMemory(to: CChar.self)[content]))
    }
    switch reading {
    case .number(let value):
      return value
    case .outOfRange:
      throw badLine(content, "is beyond the largest double, 1.7976931348623157e+308")
    case .malformed:
      throw badLine(content, "is no number; write one a line, e.g. -1.5 or 0x1.8p+1")
    }
  }

  private func badLine(_ content: Range<Int>, _ problem: String) -> Failure {
    Failure(
      .data, "Line \(lineNumber) of \(name): '\(Printable.excerpt(buffer[content]))' \(problem).")
  }

  /// The next line's place in the buffer, without its end; `nil` behind the last line.
  private mutating func nextLine() throws(Failure) -> Range<Int>? {
    var searched = pending.lowerBound
    while true {
      if let end = buffer[searched..<pending.upperBound].firstIndex(of: UInt8(ascii: "\n")) {
        defer { pending = end + 1..<pending.upperBound }
        return pending.lowerBound..<end
      }
      if isAtEnd {
        defer { pending = 0..<0 }
        buffer[pending.upperBound] = 0
        return pending.isEmpty ? nil : pending
      }
      guard pending.count < Self.capacity else {
        lineNumber += 1
        throw badLine(pending, "is too long; write one number a line")
      }
      let unfinished = pending.count
      try refill()
      searched = pending.lowerBound + unfinished
    }
  }

  /// Moves the unfinished line to the buffer's start and reads more behind it.
  private mutating func refill() throws(Failure) {
    if pending.lowerBound > 0 {
      buffer.withUnsafeMutableBytes { bytes in
        bytes.copyMemory(from: UnsafeRawBufferPointer(rebasing: bytes[pending]))
      }
      pending = 0..<pending.count
    }
    do {
      let free = pending.upperBound..<Self.capacity
      let count = try Platform.read(descriptor, into: &buffer, at: free)
      isAtEnd = count == 0
      pending = pending.lowerBound..<pending.upperBound + count
    } catch {
      throw Failure(.noInput, "Cannot read \(name): \(error.message).")
    }
  }

  /// A line without the blanks around it, and the file's first line without a byte order mark.
  private func trimmed(_ line: Range<Int>) -> Range<Int> {
    var (start, end) = (line.lowerBound, line.upperBound)
    if lineNumber == 1, buffer[line].starts(with: [0xEF, 0xBB, 0xBF]) { start += 3 }
    while start < end, Self.isBlank(buffer[start]) { start += 1 }
    while start < end, Self.isBlank(buffer[end - 1]) { end -= 1 }
    return start..<end
  }

  private static func isBlank(_ byte: UInt8) -> Bool {
    // Space, and tab to carriage return but for the line feed, which never stands inside a line.
    byte == 0x20 || (0x09...0x0D).contains(byte)
  }
}
