import Foundation
import Testing

@testable import actviz

/// Decimals are read as the nearest double, as the C library reads them.
@Suite struct DecimalReadingTests {
  private static func isRead(_ text: String) -> Bool {
    NumberText.number(text)?.bitPattern == strtod(text, nil).bitPattern
  }

  @Test(
    arguments: [
      ("0.1", 0x3FB9_9999_9999_999A), ("-0", 0x8000_0000_0000_0000), ("5.", 0x4014_0000_0000_0000),
      (".5", 0x3FE0_0000_0000_0000), ("+1E0", 0x3FF0_0000_0000_0000),
      // Half way between two doubles, the even one; and one of 19 digits, one of 20 beside it.
      ("9007199254740993", 0x4340_0000_0000_0000), ("9007199254740995", 0x4340_0000_0000_0002),
      ("9007199254740993.001", 0x4340_0000_0000_0001),
      ("9007199254740992.9999", 0x4340_0000_0000_0000),
      ("0.00000000000000000000000000000001", 0x3949_F623_D5A8_A733),
      ("1e23", 0x44B5_2D02_C7E1_4AF6), ("1.7976931348623157e308", 0x7FEF_FFFF_FFFF_FFFF),
      ("4.9e-324", 1), ("2.2250738585072011e-308", 0x000F_FFFF_FFFF_FFFF), ("1e-400", 0),
      ("0e999999999999", 0), ("1.401298464324817e-45", 0x36A0_0000_0000_0000),
      ("0x1.8p1", 0x4008_0000_0000_0000),
    ] as [(String, UInt64)])
  func decimalsAreRight(text: String, bits: UInt64) {
    #expect(NumberText.number(text)?.bitPattern == bits)
  }

  @Test(arguments: [
    "", ".", "-", "1e", "1e+", "1.2.3", "--1", "1_0", "1,5", "0x", "e5", "1 ", "1d0",
  ])
  func whatIsNoNumberIsNone(text: String) {
    #expect(NumberText.read(text) == .malformed)
  }

  @Test func manyDecimalsAreReadAsTheCLibraryReadsThem() {
    var random = SystemRandomNumberGenerator()
    var wrong: [String] = []
    for _ in 0..<20_000 {
      let word = random.next()
      let double = Double(bitPattern: word)
      let float = Float(bitPattern: UInt32(truncatingIfNeeded: word))
      // An odd number of 54 bits lies half way between two doubles, and stays so times a power of ten and ten.
      let half = (word >> 11 | 1 << 52) * 2 + 1
      let digits = "\(word >> (word & 63))"
      for text in [
        double.isFinite ? "\(double)" : "0", float.isFinite ? "\(float)" : "0",
        "\(digits)e\(Int.random(in: -345...310, using: &random))", "\(half)", "\(half)0e-1",
        "0.\(digits)", "\(word & 0xFFFF).\(digits)",
      ] where strtod(text, nil).isFinite && !Self.isRead(text) { wrong.append(text) }
    }
    #expect(wrong.prefix(5) == [])
  }
}
