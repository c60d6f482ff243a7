import Activations

extension Inputs {
  /// So many values of a type, in ascending order, with those that are special; of those in a range where there is one.
  ///
  /// Bit patterns are as many in every binade, so that even steps through them spread values over binades; within its step each is
  /// chosen at random, by a sequence that is always the same.
  init(sample count: Int, of type: FloatType, in range: ClosedRange<Double>? = nil) {
    let order = BitOrder(type)
    let largest = type.greatestFiniteMagnitude
    let (low, high) = (
      order.place(type.bitPattern(of: max(range?.lowerBound ?? -largest, -largest))),
      order.place(type.bitPattern(of: min(range?.upperBound ?? largest, largest)))
    )
    let isMeant = { (bits: UInt64) in range?.contains(type.value(bitPattern: bits)) ?? true }
    var places = Set<UInt64>()
    for index in 0..<UInt64(count) {
      // The width of all steps is below 2⁶⁴, but their number times it is not.
      let start = (high - low).multipliedFullWidth(by: index)
      let end = (high - low).multipliedFullWidth(by: index + 1)
      let (first, last) = (
        UInt64(count).dividingFullWidth(start).quotient,
        UInt64(count).dividingFullWidth(end).quotient
      )
      places.insert(low + first + Self.scrambled(index) % max(1, last - first))
    }
    places.formUnion(type.specialBits.map(order.place))
    self.init(places.sorted().map(order.bits).filter(isMeant), type)
  }

  /// A number that looks like chance: the finalizer of SplitMix64 (Steele, Lea and Flood, 2014).
  private static func scrambled(_ number: UInt64) -> UInt64 {
    var bits = (number &+ 1) &* 0x9e37_79b9_7f4a_7c15
    bits = (bits ^ bits >> 30) &* 0xbf58_476d_1ce4_e5b9
    bits = (bits ^ bits >> 27) &* 0x94d0_49bb_1331_11eb
    return bits ^ bits >> 31
  }
}

/// The order of a type's values, −NaN and −∞ first, −0 before 0, as that of whole numbers.
struct BitOrder {
  private let signBit: UInt64

  init(_ type: FloatType) { signBit = 1 << UInt64(type.bitWidth - 1) }

  /// The place of a bit pattern, from 0.
  func place(_ bits: UInt64) -> UInt64 {
    bits & signBit == 0 ? bits | signBit : 2 &* signBit &- 1 &- bits
  }

  /// The bit pattern at a place.
  func bits(_ place: UInt64) -> UInt64 {
    place & signBit == 0 ? 2 &* signBit &- 1 &- place : place ^ signBit
  }
}

extension FloatType {
  /// The bits of all that is special: NaN, infinities, zeros, and the ends of normal and subnormal numbers.
  var specialBits: [UInt64] {
    let signBit = UInt64(1) << UInt64(bitWidth - 1)
    let leastNormal = UInt64(1) << UInt64(precision - 1)
    let infinity = bitPattern(of: .infinity)
    let magnitudes = [0, 1, leastNormal - 1, leastNormal, infinity - 1, infinity]
    return magnitudes.flatMap { [signBit | $0, $0] } + [bitPattern(of: .nan)]
  }
}
