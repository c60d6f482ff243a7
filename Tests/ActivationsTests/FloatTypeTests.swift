import Testing

@testable import Activations

@Suite struct FloatTypeTests {
  @Test func singlePrecisionAgreesWithFloat() {
    var generator = SystemRandomNumberGenerator()
    for _ in 0..<100_000 {
      let x = Double(bitPattern: generator.next())
      let float = Float(x)
      let rounded = FloatType.f32.rounded(x)
      #expect(rounded == Double(float) || (x.isNaN && rounded.isNaN))
      guard !x.isNaN else { continue }
      #expect(FloatType.f32.bitPattern(of: x) == UInt64(float.bitPattern))
      #expect(FloatType.f32.value(bitPattern: UInt64(float.bitPattern)) == Double(float))
      if float.isFinite { #expect(FloatType.f32.ulp(of: Double(float)) == Double(float.ulp)) }
    }
  }

  @Test(arguments: [FloatType.f16, .bf16])
  func bitPatternsOfSixteenBitTypesGoThereAndBack(type: FloatType) throws {
    let values = try #require(type.allFiniteValues)
    #expect(values.count == (type == .f16 ? 63488 : 65280))
    #expect(zip(values, values.dropFirst()).allSatisfy { $0 <= $1 })
    for value in values {
      #expect(type.rounded(value) == value)
      let back = type.value(bitPattern: type.bitPattern(of: value))
      #expect(back == value && back.sign == value.sign)
    }
  }

  @Test func halvesAreRoundedToTheEvenNeighbour() {
    #expect(FloatType.bf16.rounded(1 + 0x1p-8) == 1)
    #expect(FloatType.bf16.rounded(1 + 3 * 0x1p-8) == 1 + 0x1p-6)
    #expect(FloatType.bf16.rounded((1 + 0x1p-8).nextUp) == 1 + 0x1p-7)
    #expect(FloatType.f16.rounded(65519.99) == 65504)
    #expect(FloatType.f16.rounded(65520.0) == .infinity)
    #expect(FloatType.f16.rounded(-0x1p-25) == 0)
    #expect(FloatType.f16.rounded(-0x1p-25).sign == .minus)
    #expect(FloatType.f16.rounded(0x1.8p-25) == 0x1p-24)
    #expect(FloatType.f16.bitPattern(of: .nan) == 0x7e00)
    #expect(FloatType.bf16.bitPattern(of: -.infinity) == 0xff80)
  }
}
