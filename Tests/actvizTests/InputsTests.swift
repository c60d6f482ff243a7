import Activations
import Testing

@testable import actviz

/// The inputs that programs are asked for.
@Suite struct InputsTests {
  private static func all(_ inputs: Inputs) -> [UInt64] { inputs.bits(0..<inputs.count) }

  private static func values(_ inputs: Inputs) -> [Double] {
    all(inputs).map(inputs.type.value)
  }

  @Test(arguments: [FloatType.f16, .bf16]) func everyPatternStandsThereOnce(type: FloatType) {
    let inputs = Inputs(every: 1, of: type)
    #expect(inputs.count == 1 << 16)
    #expect(Set(Self.all(inputs)) == Set(0..<1 << 16))
  }

  @Test func aBlockRisesBelowZeroAndAboveIt() {
    let inputs = Inputs(every: 1, of: .bf16)
    for block in 0..<inputs.blockCount {
      let values = Inputs.patterns(inputs.bytes(ofBlock: block), .bf16).map(FloatType.bf16.value)
      #expect(values.count == inputs.size(ofBlock: block))
      let numbers = values.filter { !$0.isNaN }
      #expect(zip(numbers, numbers.dropFirst()).allSatisfy(<=))
    }
  }

  @Test func allOfSinglePrecisionAreCountedAndReached() {
    let inputs = Inputs(every: 1, of: .f32)
    #expect(inputs.count == 1 << 32)
    let last = Inputs.patterns(inputs.bytes(ofBlock: inputs.blockCount - 1), .f32)
    #expect(last.contains(0x7FFF_FFFF) && last.contains(0xFFFF_FFFF))
    let first = Inputs.patterns(inputs.bytes(ofBlock: 0), .f32)
    #expect(first.contains(0) && first.contains(0x8000_0000))
  }

  @Test func aStrideTakesEveryFewPatternsOfBothSigns() {
    let bits = Self.all(Inputs(every: 1000, of: .f16))
    let magnitudes = stride(from: UInt64(0), to: 0x8000, by: 1000)
    #expect(Set(bits) == Set(magnitudes).union(magnitudes.map { 0x8000 | $0 }))
  }

  @Test(arguments: [
    (-1.0...2.0, 32642), (0.0...1.0, 16258), (-1.0...0.0, 16258), (1.0...1.01, 2),
    (1.001...1.002, 0), (-2.0 ... -1.0, 129), (1e-45...1e-40, 1), (-1e300...1e300, 65280),
  ])
  func aRangeHoldsItsEnds(range: ClosedRange<Double>, count: Int) {
    let inputs = Inputs(every: 1, of: .bf16, in: range)
    let values = Self.values(inputs)
    #expect(inputs.count == count && values.count == count)
    #expect(values.allSatisfy { range.contains($0) })
    let wanted = FloatType.bf16.allFiniteValues?.filter(range.contains) ?? []
    #expect(values.sorted() == wanted.sorted())
  }

  @Test(arguments: FloatType.allCases) func aSampleIsSpreadOverBinadesWithAllThatIsSpecial(
    type: FloatType
  ) {
    let inputs = Inputs(sample: 10_000, of: type)
    let bits = Self.all(inputs)
    #expect((10_000...10_013).contains(bits.count))
    #expect(Set(bits).count == bits.count)
    #expect(Set(type.specialBits).isSubset(of: bits))
    let numbers = Self.values(inputs).filter { !$0.isNaN }
    #expect(zip(numbers, numbers.dropFirst()).allSatisfy(<=))
    let binades = Set(numbers.filter { $0.isFinite && $0 != 0 }.map(\.exponent))
    #expect(binades.count >= min(1 << type.exponentBits - 2, 2046))
    #expect(bits == Self.all(Inputs(sample: 10_000, of: type)))
  }

  @Test func aSampleOfARangeStaysInIt() {
    let values = Self.values(Inputs(sample: 1000, of: .f32, in: -3...0.5))
    #expect(values.count >= 1000)
    #expect(values.allSatisfy { $0 >= -3 && $0 <= 0.5 })
    #expect(values.contains(0))
    #expect(values.first ?? 0 < -2.5)
    #expect(values.last ?? 0 > 0.25)
  }

  @Test func moreThanThereAreIsEveryOne() {
    let inputs = Inputs(sample: 1 << 20, of: .f16)
    #expect(Set(Self.all(inputs)).count == 63491)
  }
}
