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

  /// The bits of the values of some steps, ascending below 0, then ascending above it.
  @inline(__always)
  func forEach(in steps: Range<Int>, _ body: (UInt64) -> Void) {
    for step in steps.clamped(to: below).reversed() { body(signBit | UInt64(step) * stride) }
    for step in steps.clamped(to: above) { body(UInt64(step) * stride) }
  }
}
