/// An open input whose bytes are looked at, taken by count, or taken line by line.
///
/// A file of any length takes the same memory. Reading throws a `Failure`: 66 where the input cannot
/// be read, 65 for a line that is longer than the buffer.
struct ByteInput: ~Copyable {
  /// No line may be longer than this many bytes.
  private static let capacity = 1 << 17

  private let descriptor: Int32
  private let ownsDescriptor: Bool
  /// What messages call the input: `'values.csv'` or `standard input`.
  let name: String
  private(set) var buffer: [UInt8]
  /// The bytes of the buffer that are read but not yet taken.
  private(set) var pending = 0..<0
  private var isAtEnd = false
  /// The number of the line taken last, from 1.
  private(set) var lineNumber = 0
  /// How many bytes may still be read; nil where only the file's end ends it.
  private var rest: Int?
  /// What inflates the bytes that are read, where they are deflated.
  private let inflater: Inflater?
  private var checksum: Checksum?

  /// Opens a file; `-` is standard input.
  init(opening argument: String) throws(Failure) {
    descriptor = try Self.descriptor(of: argument)
    ownsDescriptor = argument != "-"
    inflater = nil
    name = ownsDescriptor ? "'\(argument)'" : "standard input"
    // One byte more than is ever read: the NUL behind a last line without its end.
    buffer = Array(repeating: 0, count: Self.capacity + 1)
    FilesRead.note(descriptor)
    // Whoever types the input sees what is typed.
    if Platform.isTerminal(descriptor) { ProgressLine.end() }
  }

  /// Opens a part of a file.
  static func open(_ part: FilePart) throws(Failure) -> ByteInput {
    var input = try ByteInput(beginningOf: part)
    guard try input.skip(part.skipped) else { throw input.badEnd }
    return input
  }

  private init(beginningOf part: FilePart) throws(Failure) {
    descriptor = try Self.descriptor(of: part)
    ownsDescriptor = true
    inflater = part.isDeflated ? Inflater() : nil
    (name, rest) = (part.name, part.length)
    checksum = part.checksum.map(Checksum.init(expected:))
    buffer = Array(repeating: 0, count: Self.capacity + 1)
    FilesRead.note(descriptor)
  }

  private static func descriptor(of part: FilePart) throws(Failure) -> Int32 {
    let descriptor = try Self.descriptor(of: part.path)
    do {
      try Platform.seek(descriptor, to: part.offset)
      return descriptor
    } catch {
      try? Platform.close(descriptor)
      throw Failure(.noInput, "Cannot read \(part.name): \(error.message).")
    }
  }

  /// Whether any part of it can be read again: it is a regular file.
  var isRegularFile: Bool {
    (try? Platform.status(ofDescriptor: descriptor))?.kind == .regular
  }

  private static func descriptor(of argument: String) throws(Failure) -> Int32 {
    if argument == "-" {
      try FilesRead.noteStandardInput()
      return 0
    }
    do {
      return try Platform.open(argument, .read)
    } catch {
      throw Failure(.noInput, "Cannot read '\(argument)': \(error.message).")
    }
  }

  /// Bytes that are there already.
  init(_ bytes: [UInt8], name: String) {
    (descriptor, ownsDescriptor, inflater, isAtEnd, self.name) = (-1, false, nil, true, name)
    buffer = bytes + [0]
    pending = 0..<bytes.count
  }

  deinit {
    if ownsDescriptor { try? Platform.close(descriptor) }
  }

  /// Reads on until so many bytes are pending, fewer only at the end of the input.
  ///
  /// `count` is at most the buffer's length; what is asked beyond it is not read.
  mutating func fill(_ count: Int) throws(Failure) {
    while pending.count < min(count, Self.capacity), !isAtEnd { try refill() }
  }

  /// Takes bytes off the front of what is pending.
  mutating func take(_ count: Int) {
    pending = pending.lowerBound + min(count, pending.count)..<pending.upperBound
  }

  /// A failure for bad data that says in which line it stands: the one taken last.
  func badLine(_ problem: String) -> Failure {
    Failure(.data, "Line \(lineNumber) of \(name): \(problem)")
  }

  /// The next line's place in the buffer, without the blanks around it; `nil` behind the last line.
  ///
  /// Behind the place stands a byte that belongs to no number.
  mutating func nextLine() throws(Failure) -> Range<Int>? {
    var searched = pending.lowerBound
    while true {
      if let end = lineEnd(from: searched) {
        defer { pending = end + 1..<pending.upperBound }
        lineNumber += 1
        return trimmed(pending.lowerBound..<end)
      }
      if isAtEnd {
        defer { pending = 0..<0 }
        buffer[pending.upperBound] = 0
        lineNumber += 1
        return pending.isEmpty ? nil : trimmed(pending)
      }
      guard pending.count < Self.capacity else {
        lineNumber += 1
        throw badLine("it is longer than \(Self.capacity) bytes.")
      }
      let unfinished = pending.count
      try refill()
      searched = pending.lowerBound + unfinished
    }
  }

  private func lineEnd(from start: Int) -> Int? {
    buffer.withUnsafeBytes { bytes in
      bytes[start..<pending.upperBound].firstIndex(of: UInt8(ascii: "\n"))
    }
  }

  /// Moves what is pending to the buffer's start and reads more behind it.
  private mutating func refill() throws(Failure) {
    if pending.lowerBound > 0 {
      buffer.withUnsafeMutableBytes { bytes in
        bytes.copyMemory(from: UnsafeRawBufferPointer(rebasing: bytes[pending]))
      }
      pending = 0..<pending.count
    }
    let free = min(Self.capacity - pending.upperBound, inflater == nil ? rest ?? .max : .max)
    let count = try read(at: pending.upperBound..<pending.upperBound + free)
    checksum?.add(buffer[pending.upperBound..<pending.upperBound + count])
    isAtEnd = count == 0
    pending = pending.lowerBound..<pending.upperBound + count
    if isAtEnd, checksum?.isRight == false {
      throw Failure(.data, "\(name) is damaged: its checksum is another.")
    }
  }

  /// Reads into a part of the buffer, inflating where that is called for; returns how many bytes came, 0 at the end.
  private mutating func read(at part: Range<Int>) throws(Failure) -> Int {
    do {
      guard let inflater else {
        let count = try Platform.read(descriptor, into: &buffer, at: part)
        rest = rest.map { $0 - count }
        return count
      }
      while !inflater.isAtEnd {
        if inflater.isHungry {
          let count = try inflater.refill(from: descriptor, upTo: rest ?? .max)
          guard count > 0 else { throw badEnd }
          rest = rest.map { $0 - count }
        }
        let count = try inflater.read(into: &buffer, at: part)
        if count > 0 { return count }
      }
      return 0
    } catch let error as SystemError {
      throw Failure(.noInput, "Cannot read \(name): \(error.message).")
    } catch is Inflater.Damaged {
      throw Failure(.data, "\(name) is damaged: it cannot be inflated.")
    } catch {
      throw badEnd
    }
  }

  private var badEnd: Failure { Failure(.data, "\(name) is damaged: it ends before it should.") }

  /// A line that was taken last, with the tabs before it, which part empty fields.
  func withLeadingTabs(_ line: Range<Int>) -> Range<Int> {
    var start = line.lowerBound
    while start > 0, buffer[start - 1] == 0x09 { start -= 1 }
    return start..<line.upperBound
  }

  /// A line without the blanks around it, and the first line without a byte order mark.
  private func trimmed(_ line: Range<Int>) -> Range<Int> {
    var (start, end) = (line.lowerBound, line.upperBound)
    if lineNumber == 1, buffer[line].starts(with: [0xEF, 0xBB, 0xBF]) { start += 3 }
    while start < end, Self.isBlank(buffer[start]) { start += 1 }
    while start < end, Self.isBlank(buffer[end - 1]) { end -= 1 }
    return start..<end
  }

  /// Whether a byte is a space, a tab, or one of the line ends but the line feed.
  static func isBlank(_ byte: UInt8) -> Bool {
    byte == 0x20 || (0x09...0x0D).contains(byte)
  }
}
