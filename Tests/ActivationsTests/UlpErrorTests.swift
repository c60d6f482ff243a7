import Activations
import Testing

@Suite struct UlpErrorTests {
  @Test func theUnitIsTheTruths() {
    #expect(FloatType.bf16.ulps(of: 1.0078125, from: 1) == 1)
    #expect(FloatType.bf16.ulps(of: 0.99609375, from: 1) == -0.5)
    #expect(FloatType.f32.ulps(of: 1 + 0x1p-23, from: 1) == 1)
    #expect(FloatType.f64.ulps(of: 1.0.nextUp, from: 1) == 1)
    #expect(FloatType.f16.ulps(of: 0, from: 0x1p-14) == -1024)
  }

  @Test func valuesMayHaveMoreDigitsThanTheType() {
    #expect(FloatType.bf16.ulps(of: 1 + 0x1p-9, from: 1) == 0.25)
  }

  @Test func zerosAreMeasuredInTheSmallestUnit() {
    #expect(FloatType.f64.ulps(of: .leastNonzeroMagnitude, from: 0) == 1)
    #expect(FloatType.bf16.ulps(of: -0x1p-133, from: 0) == -1)
    #expect(FloatType.bf16.ulps(of: -0.0, from: 0) == 0)
  }

  @Test func nanAndInfinityAreInfinitelyWrongWhereTheTruthIsNot() {
    #expect(abs(FloatType.f32.ulps(of: .nan, from: 1)) == .infinity)
    #expect(FloatType.f32.ulps(of: .infinity, from: 1) == .infinity)
    #expect(FloatType.f32.ulps(of: -.infinity, from: 1) == -.infinity)
    #expect(FloatType.f32.ulps(of: 1, from: .infinity) == -.infinity)
    #expect(abs(FloatType.f32.ulps(of: 1, from: .nan)) == .infinity)
    #expect(FloatType.f32.ulps(of: .infinity, from: .infinity) == 0)
    #expect(FloatType.f32.ulps(of: .infinity, from: -.infinity) == .infinity)
    #expect(FloatType.f32.ulps(of: .nan, from: .nan) == 0)
  }

  @Test func aFiniteErrorStaysFinite() {
    #expect(FloatType.f64.ulps(of: 1, from: 0) == 1e300)
    #expect(FloatType.f64.ulps(of: -1.7e308, from: 1.7e308).isFinite)
  }
}
