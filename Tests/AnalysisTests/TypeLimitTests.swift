import Activations
import Exact
import Testing

@testable import Analysis

/// Where waves leave the range of a type for good: Reference/sheets.json, from numbers that mpmath looked at one by one.
@Suite struct TypeLimitTests {
  private static func limits(_ name: String, _ type: FloatType, side: Double) throws -> TypeLimits {
    let function = try Function(parsing: name)
    return TypeLimits(
      function.proved(upTo: Inspection.mostBits), type, side: side, zeros: [],
      wave: Certainty(function, .f))
  }

  @Test(arguments: [(FloatType.f32, 1010.0220947265625), (.f16, 177.625), (.bf16, 904)])
  func aGrowingWaveOverflowsFromItsLastFiniteValueOn(type: FloatType, x: Double) throws {
    #expect(try Self.limits("cos(x)*exp(-x/10)", type, side: -1).overflow == x)
  }

  @Test(arguments: [(FloatType.f32, 1037.383056640625), (.f16, 173.125), (.bf16, 928)])
  func aFadingWaveIsZeroFromItsLastCrestOn(type: FloatType, x: Double) throws {
    let limits = try Self.limits("cos(x)*exp(-x/10)", type, side: 1)
    #expect(limits.flush == x)
    #expect(limits.overflow == nil)
  }

  @Test func aWaveThatCrowdsIsZeroUpToItsFirstCrest() throws {
    let limits = try Self.limits("x^2*sin(1/x)", .f16, side: 1)
    #expect(limits.flushNearZero == 0.00017273426055908203)
  }
}
