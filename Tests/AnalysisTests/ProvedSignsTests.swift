import Testing

@testable import Activations
@testable import Analysis
@testable import Formulas

/// What a sheet tells of signs is proved: rounding far out makes no zero, a wave no turn that nobody has seen.
@Suite struct ProvedSignsTests {
  private func sheet(_ text: String) throws -> Inspection {
    Inspection(try Function(parsing: text))
  }

  @Test(arguments: ["(1+x^20)^(1/20)", "density: 1/(1+x^2)"])
  func roundingFarOutBendsNothing(text: String) throws {
    let shape = try sheet(text).shape
    #expect(shape.inflections.isEmpty)
    #expect(shape.convex.allSatisfy { $0.sign == 1 })
  }

  @Test func aSlopeThatGrowsWithItsWavesHasNoBound() throws {
    let sheet = try sheet("x*sin(x)")
    #expect(sheet.slopeMaximum?.value == .infinity && sheet.slopeMinimum?.value == -.infinity)
    #expect(sheet.shape.inflections.count == 26)
  }

  @Test func aWaveThatCrowdsHasItsClassAndSlopes() throws {
    let steep = try sheet("x*sin(1/x)")
    #expect(steep.smoothness == 0 && steep.kinks == [Kink(at: 0, order: 1)])
    #expect(steep.slopeMaximum?.value == .infinity && steep.steepPlaces == [0])
    // Its slope goes up and down between −1 and 1, and is bounded.
    let tame = try sheet("x^2*sin(1/x)")
    #expect(tame.smoothness == 0 && tame.steepPlaces.isEmpty && tame.isWild(tame.kinks[0]))
  }

  @Test func aJumpMayHaveAZeroOfItsOwn() throws {
    #expect(try sheet("sign(x)").shape.zeros == [SignInterval(low: 0, high: 0, sign: 0)])
    #expect(try sheet("heaviside(x)+1").shape.zeros.isEmpty)
  }

  @Test(arguments: ["x*log(abs(x))", "cbrt(x)"])
  func anUprightTangentIsNoCorner(text: String) throws {
    #expect(try sheet(text).shape.inflections == [0])
  }

  @Test func aCornerIsNoInflection() throws {
    #expect(try sheet("where(x<0, exp(x), 2-exp(-2*x))").shape.inflections.isEmpty)
  }

  @Test func aPoleIsSeenBesideWhatOverflows() throws {
    let sheet = try sheet("x^200/(1+x^199)")
    #expect(sheet.poles.map(\.x) == [-1] && sheet.kinks.isEmpty)
  }

  @Test func aMovingExponentHasNoNegativeBase() throws {
    let sheet = try sheet("x^x")
    #expect(sheet.domain == [DomainPart(low: 0, high: .infinity, holdsLow: true, holdsHigh: false)])
  }

  @Test func typesOverflowBesideAPole() throws {
    let sheet = try sheet("1/(x-1)^2")
    // 1/t² rounds to ∞ in f16 from 65520 on: 2¹⁶ does.
    let half = sheet.poleOverflows.first { $0.type == .f16 }
    #expect(half?.range == 1 - 0x1p-8...1 + 0x1p-8)
    #expect(sheet.poleOverflows.map(\.type) == [.f16])
  }

  @Test func aTieIsNotDecidedByTheLastDigitOfAnIntegral() throws {
    for limits in try sheet("density: max(0, 1-abs(x))").typeLimits where limits.type == .bf16 {
      #expect(limits.flushNearZero == (limits.side < 0 ? FloatType.bf16.value(bitPattern: 1) : nil))
    }
  }
}
