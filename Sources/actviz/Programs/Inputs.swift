import Activations

/// The inputs that an implementation is asked for: bit patterns of a type, little-endian, cut into blocks.
///
/// Made where they are needed and never kept, so that all 2³² of a type take no memory.
struct Inputs: Sendable {
  /// Where a block's inputs come from.
  private enum Form: Sendable {
    /// Magnitudes of both signs.
    case every(Spread)
    /// Given ones.
    case list([UInt64])
  }

  let type: FloatType
  private let form: Form

  /// So many inputs of a sign, or given ones, make a block: with the answers and the truth they stay in a core's cache.
  private static let blockSize = 1 << 14

  /// Given bit patterns, in their order.
  init(_ bits: [UInt64], _ type: FloatType) {
    (self.type, form) = (type, .list(bits))
  }

  /// Every value of a type, or every so many-th by its bits, from 0 outwards; of those in a range where there is one, else with infinities and
  /// NaNs.
  init(every stride: UInt64 = 1, of type: FloatType, in range: ClosedRange<Double>? = nil) {
    (self.type, form) = (type, .every(Spread(type, every: stride, in: range)))
  }

  /// How many there are.
  var count: Int {
    switch form {
    case .every(let spread): spread.count
    case .list(let bits): bits.count
    }
  }

  var blockCount: Int {
    switch form {
    case .every(let spread): (spread.steps.count + Self.blockSize - 1) / Self.blockSize
    case .list(let bits): (bits.count + Self.blockSize - 1) / Self.blockSize
    }
  }

  private func steps(ofBlock index: Int) -> Range<Int> {
    let start =
      switch form {
      case .every(let spread): spread.steps.lowerBound
      case .list: 0
      }
    return start + index * Self.blockSize..<start + (index + 1) * Self.blockSize
  }

  /// No block has more inputs than this: there are two signs.
  var mostPerBlock: Int { 2 * Self.blockSize }

  /// How many inputs a block has.
  func size(ofBlock index: Int) -> Int {
    switch form {
    case .every(let spread): spread.count(in: steps(ofBlock: index))
    case .list(let bits): steps(ofBlock: index).clamped(to: bits.indices).count
    }
  }

  /// The bytes of a block: ascending values below 0, then ascending values above it; given ones in their order.
  func bytes(ofBlock index: Int) -> [UInt8] {
    [UInt8](unsafeUninitializedCapacity: byteCount(ofBlock: index)) { room, size in
      write(block: index, to: UnsafeMutableRawBufferPointer(room))
      size = byteCount(ofBlock: index)
    }
  }

  /// How many bytes a block has.
  func byteCount(ofBlock index: Int) -> Int { size(ofBlock: index) * type.bitWidth / 8 }

  /// Writes the bytes of a block where there is room for them.
  func write(block index: Int, to room: UnsafeMutableRawBufferPointer) {
    let (steps, width) = (steps(ofBlock: index), type.bitWidth / 8)
    switch form {
    case .every(let spread): spread.write(steps, width: width, to: room)
    case .list(let bits):
      for (place, bits) in bits[steps.clamped(to: bits.indices)].enumerated() {
        for byte in 0..<width {
          room[place * width + byte] = UInt8(truncatingIfNeeded: bits >> UInt64(8 * byte))
        }
      }
    }
  }

  /// The bit patterns from one place in the order of all to another.
  func bits(_ places: Range<Int>) -> [UInt64] {
    var (bits, start) = ([UInt64](), 0)
    for index in 0..<blockCount where start < places.upperBound {
      let size = size(ofBlock: index)
      let wanted = places.clamped(to: start..<start + size)
      if !wanted.isEmpty {
        let all = Self.patterns(bytes(ofBlock: index), type)
        bits += all[wanted.lowerBound - start..<wanted.upperBound - start]
      }
      start += size
    }
    return bits
  }

  /// The bit patterns that little-endian bytes hold.
  static func patterns(_ bytes: [UInt8], _ type: FloatType) -> [UInt64] {
    let width = type.bitWidth / 8
    return stride(from: 0, to: bytes.count - width + 1, by: width).map { start in
      (0..<width).reduce(0) { $0 | UInt64(bytes[start + $1]) << UInt64(8 * $1) }
    }
  }
}
