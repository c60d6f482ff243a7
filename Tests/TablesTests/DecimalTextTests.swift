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
