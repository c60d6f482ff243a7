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
  private(set) var isAtEnd = false
  /// The number of the line that begins with what is pending, from 1, where the input is taken by lines.
  var nextLine = 1
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
    buffer = Array(repeating: 0, count: Self.capacity)
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
    buffer = Array(repeating: 0, count: Self.capacity)
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
    buffer = bytes
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

  /// Reads on behind what is pending; false where the buffer is full.
  mutating func fillMore() throws(Failure) -> Bool {
    guard pending.count < Self.capacity else { return false }
    try refill()
    return true
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

  /// Whether a byte is a space, a tab, or one of the line ends but the line feed.
  static func isBlank(_ byte: UInt8) -> Bool {
    byte == 0x20 || (0x09...0x0D).contains(byte)
  }
}
