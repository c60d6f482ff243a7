import Foundation
import Tables
import Testing

@Suite("Decimals")
struct DecimalTextTests {
  @Test(
    "Numbers are short and plain",
    arguments: [
      (0, "0"), (-0.0, "-0"), (1, "1"), (-1.5, "-1.5"), (0.1, "0.1"), (100_000, "100000"),
      (1e15, "1000000000000000"), (9_007_199_254_740_992, "9007199254740992"), (1e22, "1e+22"),
      (1e-5, "1e-05"), (.leastNonzeroMagnitude, "5e-324"),
      (.greatestFiniteMagnitude, "1.7976931348623157e+308"),
      (-2.2250738585072014e-308, "-2.2250738585072014e-308"), (0.1 + 0.2, "0.30000000000000004"),
      (.nan, "nan"), (.infinity, "inf"), (-.infinity, "-inf"),
    ] as [(Double, String)])
  func shortest(value: Double, text: String) {
    #expect(DecimalText.shortest(value) == text)
  }

  @Test(
    "A power of ten stands where it is shorter, and all digits of a large whole number where it is not",
    arguments: [
      (0.001, "0.001"), (0.0001, "1e-04"), (0.00012, "0.00012"), (0.000012, "1.2e-05"),
      (123.456, "123.456"), (0.5, "0.5"), (99_999.5, "99999.5"), (1e5 + 0.25, "100000.25"),
      (12_345_678_901_234_567_168, "12345678901234567168"), (1.5e20, "1.5e+20"),
      (123_456e15, "1.23456e+20"), (9_007_199_254_740_994, "9007199254740994"),
      (.leastNonzeroMagnitude, "5e-324"), (3 * .leastNonzeroMagnitude, "1.5e-323"),
      (.leastNormalMagnitude.nextDown, "2.225073858507201e-308"),
      (2.2250738585072014e-308, "2.2250738585072014e-308"), (1e23, "1e+23"),
      (9.5367431640625e-7, "9.5367431640625e-07"), (8.41e21, "8.41e+21"),
      // Both ends of its interval, and a power of two.
      (9_007_199_254_740_993_024, "9007199254740993024"), (0x1p-1022, "2.2250738585072014e-308"),
      (0x1p60, "1152921504606846976"), (0x1p-60, "8.673617379884035e-19"),
    ] as [(Double, String)])
  func spelling(value: Double, text: String) {
    #expect(DecimalText.shortest(value) == text)
    #expect(DecimalText.shortest(-value) == "-" + text)
    #expect(Double(text) == value)
  }

  @Test(
    "Subnormal numbers and neighbours of powers of two and ten read back, and are as short as Swift's own"
  )
  func edges() {
    var values = (0..<2000).map { Double(bitPattern: $0) }
    for exponent in -1074...1023 {
      values.append(Double(sign: .plus, exponent: exponent, significand: 1))
    }
    for exponent in -323...308 {
      values += ["1e\(exponent)", "9e\(exponent)"].compactMap(Double.init)
    }
    values += values.flatMap { [$0.nextUp, $0.nextDown] }
    let wrong = values.filter(\.isFinite).filter { value in
      let text = DecimalText.shortest(value)
      return Double(text) != value
        || (text.contains("e") && significantDigits(text) != significantDigits("\(value)"))
    }
    #expect(wrong.isEmpty)
  }

  @Test("Rounded numbers keep the digits asked for and no trailing zeros")
  func rounded() {
    #expect(DecimalText.rounded(-0.169971206, digits: 6) == "-0.169971")
    #expect(DecimalText.rounded(0.5, digits: 6) == "0.5")
    #expect(DecimalText.rounded(1e-17, digits: 3) == "1e-17")
    #expect(DecimalText.rounded(2 / 3, digits: 99) == "0.66666666666666663")
    #expect(DecimalText.rounded(.nan, digits: 3) == "nan")
  }

  @Test("100,000 random bit patterns read back to the same double, in a table")
  func roundTrip() {
    var generator = SystemRandomNumberGenerator()
    let values = (0..<100_000).map { _ in Double(bitPattern: generator.next()) }
    let bytes = TableEncoder(format: .csv, columns: ["x"]).rows([values], areFirst: true)
    let lines = String(decoding: bytes, as: UTF8.self).split(separator: "\n")
    #expect(lines.count == values.count)
    let wrong = zip(values, lines).filter { value, line in
      let read = Double(line)
      return value.isNaN ? read?.isNaN != true : read?.bitPattern != value.bitPattern
    }
    #expect(wrong.isEmpty)
  }

  @Test("No text has more digits than Swift's own shortest one")
  func digits() {
    var generator = SystemRandomNumberGenerator()
    for _ in 0..<10_000 {
      let value = Double.random(in: -1e6...1e6, using: &generator)
      #expect(significantDigits(DecimalText.shortest(value)) <= significantDigits("\(value)"))
    }
  }

  private func significantDigits(_ text: String) -> Int {
    let mantissa = text.prefix { $0 != "e" }.filter(\.isNumber)
    return mantissa.drop { $0 == "0" }.count
  }
}
