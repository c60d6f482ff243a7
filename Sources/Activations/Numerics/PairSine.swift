/// A product a·x less a whole number of quarter turns, of any size: also where a·x overflows.
///
/// Below 2²⁰ the quarter turns are taken away in parts of π/2 (Cody and Waite). Beyond, the product's 106 bits are multiplied
/// by the 256 bits of 2/π that count: what lies higher gives whole turns, what lies lower less than 2⁻¹⁴⁵ (Payne and Hanek).
struct ReducedAngle {
  /// The quarter turns, modulo 4.
  let quarters: Int
  /// The rest, within about ±π/4.
  let rest: Pair

  /// Reduces a·x for finite a and x.
  init(product a: Double, _ x: Double) {
    let phase = Pair.product(a, x)
    if abs(phase.high) < Self.bound { self.init(small: phase) } else { self.init(large: a, x) }
  }

  /// Reduces a pair; nil where it is too large to be done with its low part.
  init?(_ phase: Pair) {
    if abs(phase.high) < Self.bound {
      self.init(small: phase)
    } else if phase.low == 0 {
      self.init(product: 1, phase.high)
    } else {
      return nil
    }
  }

  /// How far the product with a count of quarter turns has no error.
  static let bound = 0x1p20

  /// π/2 to 33 bits, then to 139.
  private static let halfPi = 0x1.921f_b544p+0
  private static let halfPiRest = Pair(0x1.0b46_11a6_2633_1p-34, 0x1.1701_b839_a252p-88)

  private init(small phase: Pair) {
    let count = (phase.high * 0x1.45f3_06dc_9c88_3p-1).rounded()
    quarters = Int(count) & 3
    let leading = Pair.sum(phase.high, -count * Self.halfPi) + Pair(phase.low)
    rest = leading - Pair(count) * Self.halfPiRest
  }

  private init(large a: Double, _ x: Double) {
    let significand = Self.integer(a).multipliedFullWidth(by: Self.integer(x))
    let exponent = Int(a.exponent) + Int(x.exponent) - 104
    // The first bit of 2/π whose product is less than a whole turn; 254 bits of the product are a fraction of a quarter.
    let words = Self.multiplied(
      significand.low, significand.high, (0..<4).map { Self.bits(from: exponent - 2 + 64 * $0) })
    let top = words[0] >> 61
    let isNegative = (a < 0) != (x < 0)
    let count = Int((top + 1) >> 1)
    quarters = (isNegative ? -count : count) & 3
    let fraction = Self.fraction(words)
    let angle = fraction * Pair(0x1.921f_b544_42d1_8p+0, 0x1.1a62_6331_45c0_7p-54)
    rest = isNegative ? -angle : angle
  }

  private static func integer(_ x: Double) -> UInt64 { x.significandBitPattern | 1 << 52 }

  /// The product of two words with four, the highest first; its lower 256 bits.
  private static func multiplied(_ low: UInt64, _ high: UInt64, _ words: [UInt64]) -> [UInt64] {
    var product = Array(repeating: UInt64(0), count: 4)
    for (factor, shift) in [(low, 0), (high, 1)] {
      var carry: UInt64 = 0
      for place in stride(from: 3, through: shift, by: -1) {
        let part = words[place].multipliedFullWidth(by: factor)
        let (first, overflow) = part.low.addingReportingOverflow(carry)
        let (sum, again) = product[place - shift].addingReportingOverflow(first)
        product[place - shift] = sum
        carry = part.high &+ (overflow ? 1 : 0) &+ (again ? 1 : 0)
      }
    }
    return product
  }

  /// The bits behind the two of the quarters as a number from −½ to ½.
  private static func fraction(_ words: [UInt64]) -> Pair {
    var bits = (0..<3).map { words[$0] << 2 | words[$0 + 1] >> 62 }
    let isNegative = bits[0] >> 63 == 1
    if isNegative { bits = bits.map { ~$0 } }
    var exponent = 0
    while bits[0] == 0, exponent < 128 {
      bits = [bits[1], bits[2], 0]
      exponent += 64
    }
    let shift = bits[0].leadingZeroBitCount & 63
    if shift > 0 {
      bits = [
        bits[0] << shift | bits[1] >> (64 - shift), bits[1] << shift | bits[2] >> (64 - shift), 0,
      ]
    }
    let high = Double(bits[0] >> 11) * 0x1p-53
    let low = Double((bits[0] & 0x7ff) << 42 | bits[1] >> 22) * 0x1p-106
    let value = Pair.quickSum(high, low).scaled(by: Pair.powerOfTwo(-exponent - shift))
    return isNegative ? -value : value
  }

  /// 64 bits of 2/π, from the bit of this index on; 0 before the first.
  private static func bits(from index: Int) -> UInt64 {
    let (word, shift) = (index >> 6, index & 63)
    func digits(_ place: Int) -> UInt64 { twoOverPi.indices.contains(place) ? twoOverPi[place] : 0 }
    guard shift > 0 else { return digits(word) }
    return digits(word) << shift | digits(word + 1) >> (64 - shift)
  }

  /// 2/π to 2304 bits.
  private static let twoOverPi: [UInt64] = [
    0xa2f9_836e_4e44_1529, 0xfc27_57d1_f534_ddc0, 0xdb62_9599_3c43_9041,
    0xfe51_63ab_debb_c561, 0xb724_6e3a_424d_d2e0, 0x0649_2eea_09d1_921c,
    0xfe1d_eb1c_b129_a73e, 0xe882_35f5_2ebb_4484, 0xe99c_7026_b45f_7e41,
    0x3991_d639_8353_39f4, 0x9c84_5f8b_bdf9_283b, 0x1ff8_97ff_de05_980f,
    0xef2f_118b_5a0a_6d1f, 0x6d36_7ecf_27cb_09b7, 0x4f46_3f66_9e5f_ea2d,
    0x7527_bac7_ebe5_f17b, 0x3d07_39f7_8a52_92ea, 0x6bfb_5fb1_1f8d_5d08,
    0x5603_3046_fc7b_6bab, 0xf0cf_bc20_9af4_361d, 0xa9e3_9161_5ee6_1b08,
    0x6599_855f_14a0_6840, 0x8dff_d880_4d73_2731, 0x0606_1556_ca73_a8c9,
    0x60e2_7bc0_8c6b_47c4, 0x19c3_67cd_dce8_092a, 0x8359_c476_8b96_1ca6,
    0xddaf_44d1_5719_053e, 0xa5ff_0705_3f7e_33e8, 0x32c2_de4f_9832_7dbb,
    0xc33d_26ef_6b1e_5ef8, 0x9f3a_1f35_caf2_7f1d, 0x87f1_2190_7c7c_246a,
    0xfa6e_d577_2d30_433b, 0x15c6_14b5_9d19_c3c2, 0xc4ad_414d_2c5d_000c,
  ]
}

extension Pair {
  /// The sine and cosine of a·x for finite a and x; 2⁻⁸⁰ of them.
  static func sineAndCosine(ofProduct a: Double, _ x: Double) -> (sine: Pair, cosine: Pair) {
    sineAndCosine(ReducedAngle(product: a, x))
  }

  /// The sine and cosine of a pair, nil beyond 2²⁰ where it is no double; 2⁻⁶⁵ of them.
  package static func sineAndCosine(_ phase: Pair) -> (sine: Pair, cosine: Pair)? {
    ReducedAngle(phase).map(sineAndCosine)
  }

  private static func sineAndCosine(_ angle: ReducedAngle) -> (sine: Pair, cosine: Pair) {
    let square = angle.rest.squared
    let sine = angle.rest * sineRatio(square)
    let cosine = cosineSeries(square)
    switch angle.quarters {
    case 0: return (sine, cosine)
    case 1: return (cosine, -sine)
    case 2: return (-sine, -cosine)
    default: return (-cosine, sine)
    }
  }

  /// sin(ax) + cos(ax), or their difference cos(ax) − sin(ax), where it is small: as √2 times one sine, so that it keeps its
  /// digits next to its zeros.
  static func smallSineSum(ofProduct a: Double, _ x: Double, isDifference: Bool) -> Pair {
    let angle = ReducedAngle(product: a, x)
    let isOdd = angle.quarters & 1 == 1
    let rest = isOdd == isDifference ? angle.rest : -angle.rest
    let theta = Pair(0x1.921f_b544_42d1_8p-1, 0x1.1a62_6331_45c0_7p-55) + rest
    let rootOfTwo = Pair(0x1.6a09_e667_f3bc_dp+0, -0x1.bdd3_413b_2645_6p-54)
    let value = theta * sineRatio(theta.squared) * rootOfTwo
    return (angle.quarters & 2 == 2) != (isDifference && isOdd) ? -value : value
  }

  /// sin(r)/r for z = r²; the terms from z⁵ on are doubles.
  private static func sineRatio(_ z: Pair) -> Pair {
    let x = z.high
    let outer = 1 / 1307674368000.0 - x * (1 / 355687428096000.0 - x / 121645100408832000.0)
    let rest = -1 / 39916800.0 + x * (1 / 6227020800.0 - x * outer)
    let fourth = Pair(0x1.71de_3a55_6c73_4p-19, -0x1.c154_f8dd_c6c0_0p-73) + z * Pair(rest)
    let third = z * fourth - Pair(0x1.a01a_01a0_1a01_ap-13, 0x1.a01a_01a0_1a01_ap-73)
    let inner = Pair(0x1.1111_1111_1111_1p-7, 0x1.1111_1111_1111_1p-63) + z * third
    return 1 + z * (z * inner - Pair(0x1.5555_5555_5555_5p-3, 0x1.5555_5555_5555_5p-57))
  }

  /// cos r for z = r²; the terms from z⁶ on are doubles.
  private static func cosineSeries(_ z: Pair) -> Pair {
    let x = z.high
    let outer = 1 / 20922789888000.0 - x * (1 / 6402373705728000.0 - x / 2432902008176640000.0)
    let rest = 1 / 479001600.0 - x * (1 / 87178291200.0 - x * outer)
    let fifth = z * Pair(rest) - Pair(0x1.27e4_fb77_89f5_cp-22, 0x1.cbbc_05b4_fa99_ap-76)
    let fourth = Pair(0x1.a01a_01a0_1a01_ap-16, 0x1.a01a_01a0_1a01_ap-76) + z * fifth
    let third = z * fourth - Pair(0x1.6c16_c16c_16c1_7p-10, -0x1.f49f_49f4_9f49_fp-65)
    let second = Pair(0x1.5555_5555_5555_5p-5, 0x1.5555_5555_5555_5p-59) + z * third
    return 1 + z * (z * second - 0.5)
  }
}
