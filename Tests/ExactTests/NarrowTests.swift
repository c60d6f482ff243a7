import Foundation
import Testing

@testable import Activations
@testable import Exact
@testable import Formulas

/// Every finite input of the 16-bit types, correctly rounded: checksums of values with many digits.
@Suite struct NarrowTests {
  private static let families = [
    "form1", "form2", "form3", "form4", "form5", "form6", "form7", "gennorm",
  ]

  /// `function,type,quantity,fnv1a`, as make-narrow-checksums writes them.
  private static func checksums() throws -> [[String]: UInt64] {
    let url = try #require(
      Bundle.module.url(
        forResource: "narrow-checksums", withExtension: "csv", subdirectory: "Reference"))
    let lines = try String(contentsOf: url, encoding: .utf8).split(separator: "\n").dropFirst()
    return Dictionary(
      uniqueKeysWithValues: lines.map { line in
        let cells = line.split(separator: ",").map(String.init)
        return (Array(cells[..<3]), UInt64(cells[3], radix: 16) ?? 0)
      })
  }

  @Test(arguments: families, [FloatType.f16, .bf16])
  func everyResultIsCorrectlyRounded(name: String, type: FloatType) throws {
    let checksums = try Self.checksums()
    #expect(checksums.count == 48)
    let xs = try #require(type.allFiniteValues)
    let quantities: [Quantity] = [.f, .df, .d2f]
    var proved = ProvedColumns(try Function(parsing: name), .roundings)
    let columns = proved.columns(quantities, at: xs, as: type)
    for (quantity, column) in zip(quantities, columns) {
      let hash = column.reduce(0xcbf2_9ce4_8422_2325 as UInt64) { hash, value in
        // Both zeros count as 0.
        let bits = type.bitPattern(of: value == 0 ? 0 : value)
        let low = (hash ^ (bits & 255)) &* 0x100_0000_01b3
        return (low ^ (bits >> 8)) &* 0x100_0000_01b3
      }
      let expected = try #require(checksums[[name, type.rawValue, quantity.rawValue]])
      #expect(hash == expected, "\(name).\(quantity) in \(type)")
    }
  }

  @Test func aTieIsDecidedByWhatADoubleCannotHold() throws {
    // Three halves of the smallest subnormal and a little: the exact value lies just above the tie.
    var gelu = ProvedColumns(try Function(parsing: "gelu"), .roundings)
    let unit = FloatType.bf16.ulp(of: 0)
    #expect(
      gelu.columns([.f], at: [unit, 3 * unit, 5 * unit], as: .bf16) == [[unit, 2 * unit, 3 * unit]])
    #expect(
      gelu.columns([.f], at: [-unit, -3 * unit, -5 * unit], as: .bf16) == [[0, -unit, -2 * unit]])
  }

  @Test(arguments: families)
  func singlePrecisionIsRoundedOnce(name: String) throws {
    let function = try Function(parsing: name)
    var (once, proved) = (ProvedColumns(function, .roundings), ProvedColumns(function))
    let xs = (0..<200).map { FloatType.f32.rounded(Double($0 * 7919 % 4001) / 100.7 - 20) }
    let quantities: [Quantity] = [.f, .df, .d2f]
    #expect(
      once.columns(quantities, at: xs, as: .f32) == proved.columns(quantities, at: xs, as: .f32))
  }
}
