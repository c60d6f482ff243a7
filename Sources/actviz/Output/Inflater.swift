import CZlib

/// Reads what zlib has deflated, a piece at a time.
///
/// Owns zlib's stream, which must stay where it is.
final class Inflater {
  /// What is deflated cannot be read on.
  struct Damaged: Error {}

  private static let capacity = 1 << 16

  private let stream: UnsafeMutablePointer<z_stream>
  private var packed = Array(repeating: UInt8(0), count: capacity)
  /// What is read of what is deflated, and not yet inflated.
  private var pending = 0..<0
  private(set) var isAtEnd = false

  init() {
    stream = .allocate(capacity: 1)
    stream.initialize(to: z_stream())
    isAtEnd = actviz_inflate_begin(stream) != Z_OK
  }

  deinit {
    inflateEnd(stream)
    stream.deallocate()
  }

  /// Reads more of what is deflated where there is none left, at most `limit` bytes; returns how many came.
  func refill(from descriptor: Int32, upTo limit: Int) throws(SystemError) -> Int {
    guard pending.isEmpty, !isAtEnd else { return 0 }
    let count = try Platform.read(
      descriptor, into: &packed, at: 0..<min(limit, Self.capacity))
    pending = 0..<count
    return count
  }

  /// Whether more of what is deflated is needed.
  var isHungry: Bool { pending.isEmpty && !isAtEnd }

  /// Reads into a part of a buffer, and returns how many bytes came; none where it is hungry, or at its end.
  func read(into buffer: inout [UInt8], at part: Range<Int>) throws(Damaged) -> Int {
    guard !isAtEnd, !part.isEmpty else { return 0 }
    var result = Z_OK
    packed.withUnsafeMutableBufferPointer { packed in
      buffer.withUnsafeMutableBufferPointer { buffer in
        stream.pointee.next_in = packed.baseAddress.map { $0 + pending.lowerBound }
        stream.pointee.avail_in = UInt32(pending.count)
        stream.pointee.next_out = buffer.baseAddress.map { $0 + part.lowerBound }
        stream.pointee.avail_out = UInt32(part.count)
        result = inflate(stream, Z_NO_FLUSH)
      }
    }
    // Nothing to read and nothing to write is no damage.
    guard [Z_OK, Z_STREAM_END, Z_BUF_ERROR].contains(result) else { throw Damaged() }
    pending = pending.upperBound - Int(stream.pointee.avail_in)..<pending.upperBound
    isAtEnd = result == Z_STREAM_END
    return part.count - Int(stream.pointee.avail_out)
  }
}

/// The checksum of what has been read of a member of an archive, against that which the archive states.
struct Checksum {
  private var sum: UInt = 0
  private let expected: UInt32

  init(expected: UInt32) { self.expected = expected }

  mutating func add(_ bytes: ArraySlice<UInt8>) {
    sum = bytes.withUnsafeBufferPointer { crc32(sum, $0.baseAddress, UInt32($0.count)) }
  }

  var isRight: Bool { sum == UInt(expected) }
}
