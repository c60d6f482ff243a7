import Activations
import Formulas
import Testing

@testable import Analysis

/// Functions that are narrower, flatter or emptier than any that people use.
@Suite struct SheetsOfExtremesTests {
  @Test func aDipAtTheScaleOfTinyNumbersIsSeen() throws {
    let sheet = Inspection(try Function(parsing: "1e-200*gelu(1e200*x)"))
    let minimum = try #require(sheet.minimum)
    #expect(abs(minimum.value / -1.6997120747990369e-201 - 1) < 1e-12)
    #expect(abs(minimum.x / -7.517915246935645e-201 - 1) < 1e-8)
    #expect(sheet.shape.monotone.map(\.sign) == [-1, 1])
    #expect(sheet.shape.convex.map(\.sign) == [-1, 1, -1])
  }

  /// Beyond 26 it is below 1e-300, and still a wave.
  @Test func aFadingWaveIsNotToldToEnd() throws {
    let shape = Inspection(try Function(parsing: "sin(x)*exp(-x^2)")).shape
    #expect(shape.undecidedZeros[0].first?.low == -.infinity)
    #expect(shape.undecidedZeros[0].last?.high == .infinity)
    #expect(shape.monotone.allSatisfy { $0.low.isFinite && $0.high.isFinite })
  }

  @Test(
    "A Lipschitz constant is never negative",
    arguments: [("-2*x", 2.0), ("-softplus(x)-x", 2), ("-x-tanh(x)", 2)])
  func whatFallsEverywhereIsSteepToo(_ text: String, _ constant: Double) throws {
    #expect(Inspection(try Function(parsing: text)).lipschitz?.value == constant)
  }

  /// Its edges lie between doubles.
  @Test(
    "Where a wave is negative its root and logarithm have no values", arguments: ["log", "sqrt"])
  func wavesHaveGaps(_ function: String) throws {
    let sheet = Inspection(try Function(parsing: "\(function)(cos(x))"))
    let parts = sheet.domain.filter { abs($0.low) < 35 && abs($0.high) < 35 }
    #expect(parts.count == 11)
    #expect(parts.allSatisfy { abs($0.high - $0.low - .pi) < 1e-12 })
    #expect(parts.contains { abs($0.low + .pi / 2) < 1e-15 })
    #expect(sheet.wildPlaces.isEmpty)
  }

  @Test func whatHasNoValuesHasNoZeros() throws {
    let shape = Inspection(try Function(parsing: "log(-1-x^2)")).shape
    #expect(shape.zeros.isEmpty && shape.slopeZeros.isEmpty)
    #expect(shape.monotone.isEmpty && shape.convex.isEmpty)
  }

  /// A power with a moving exponent has no values at negative numbers, of which nothing is open then.
  @Test func whereThereAreNoValuesNothingIsOpen() throws {
    let sheet = Inspection(try Function(parsing: "x^x"))
    #expect(sheet.domain.map(\.low) == [0])
    #expect(sheet.undecidedBounds.minimum.allSatisfy { $0.low >= 0 })
    #expect(sheet.shape.undecidedZeros.joined().allSatisfy { $0.low >= 0 })
    #expect(sheet.roughlyKnown.allSatisfy { $0.low >= 0 })
    #expect(sheet.minimum?.value == 0.6922006275553464)
  }
}
