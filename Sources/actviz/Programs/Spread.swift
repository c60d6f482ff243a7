import Activations

/// Values of a type by their bits, from 0 outwards: every one, or every so many-th, of both signs or of those in a range.
///
/// Steps count magnitudes: step k is the magnitude with the bits k · stride.
struct Spread: Sendable {
  private let stride: UInt64
  private let signBit: UInt64
  /// The steps of the values below 0, −0 included, and of those above.
  private let below: Range<Int>
  private let above: Range<Int>

  init(_ type: FloatType, every stride: UInt64, in range: ClosedRange<Double>?) {
    self.stride = stride
    signBit = 1 << UInt64(type.bitWidth - 1)
    guard let range else {
      below = 0..<Int(clamping: (signBit - 1) / stride + 1)
      above = below
      return
    }
    above = Self.steps(type, stride, range.lowerBound, range.upperBound)
    below = Self.steps(type, stride, -range.upperBound, -range.lowerBound)
  }

  /// The steps of the magnitudes from a low to a high one; none where the high one is below 0.
  private static func steps(_ type: FloatType, _ stride: UInt64, _ low: Double, _ high: Double)
    -> Range<Int>
  {
    guard high >= 0 else { return 0..<0 }
    // The values of the type that lie in the range: ends that are none are rounded inwards.
    var first = type.bitPattern(of: max(low, 0) + 0)
    if type.value(bitPattern: first) < low { first += 1 }
    var last = type.bitPattern(of: min(high, type.greatestFiniteMagnitude) + 0)
    if type.value(bitPattern: last) > high {
      guard last > 0 else { return 0..<0 }
      last -= 1
    }
    guard first <= last else { return 0..<0 }
    let (start, end) = (Int((first + stride - 1) / stride), Int(last / stride) + 1)
    return start < end ? start..<end : 0..<0
  }

  /// How many values there are; of all doubles as many as can be counted.
  var count: Int {
    let (count, isTooLarge) = below.count.addingReportingOverflow(above.count)
    return isTooLarge ? .max : count
  }

  /// From the first that there is to behind the last.
  var steps: Range<Int> {
    let sides = [below, above].filter { !$0.isEmpty }
    guard let start = sides.map(\.lowerBound).min() else { return 0..<0 }
    return start..<(sides.map(\.upperBound).max() ?? start)
  }

  /// How many values some steps have.
  func count(in steps: Range<Int>) -> Int {
    steps.clamped(to: below).count + steps.clamped(to: above).count
  }

  /// Writes the bits of the values of some steps, little-endian, so many bytes each: ascending below 0, then ascending above it.
  ///
  /// - Parameter room: Memory for as many as there are.
  func write(_ steps: Range<Int>, width: Int, to room: UnsafeMutableRawBufferPointer) {
    switch width {
    case 2: write(steps, to: room, as: UInt16.self)
    case 4: write(steps, to: room, as: UInt32.self)
    default: write(steps, to: room, as: UInt64.self)
    }
  }

  @inline(__always)
  private func write<Bits: FixedWidthInteger & BitwiseCopyable>(
    _ steps: Range<Int>, to room: UnsafeMutableRawBufferPointer, as type: Bits.Type
  ) {
    let (left, right) = (steps.clamped(to: below), steps.clamped(to: above))
    let width = MemoryLayout<Bits>.size
    func write(_ count: Int, from start: Int, down: Bool, _ sign: UInt64, at place: Int) {
      guard count > 0 else { return }
      // In the width of the type, where vector registers hold more.
      var bits = Bits(truncatingIfNeeded: sign | UInt64(start) &* stride)
      let step = Bits(truncatingIfNeeded: down ? 0 &- stride : stride)
      for index in place..<place + count {
        room.storeBytes(of: bits.littleEndian, toByteOffset: index &* width, as: Bits.self)
        bits &+= step
      }
    }
    write(left.count, from: left.upperBound - 1, down: true, signBit, at: 0)
    write(right.count, from: right.lowerBound, down: false, 0, at: left.count)
  }
}
