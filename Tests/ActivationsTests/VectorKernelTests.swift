import Foundation
import Testing

@testable import Activations

/// Functions in vector registers: the same bits in all of them, and in doubt where nothing is certain.
@Suite struct VectorKernelTests {
  /// A function of every form, and rates beside 1.
  static let forms: [VectorKernel.Form] = [
    .tanh, .swish(rate: 1), .swish(rate: Pair(0.37)), .mish(rate: 1), .mish(rate: Pair(2.9)),
    .gelu(rate: .rootOfHalf), .gelu(rate: Pair(30)), .softplus(rate: 1), .softplus(rate: Pair(0.1)),
    .logarithmic(rate: 1), .algebraic(rate: Pair(3)), .logisticSlope(rate: Pair(0.3)),
    .cauchy(scale: Pair(2)),
  ]

  /// The number of points; ACTVIZ_VECTOR_POINTS asks for more.
  static let count = Int(ProcessInfo.processInfo.environment["ACTVIZ_VECTOR_POINTS"] ?? "") ?? 6000

  @Test("Registers of every width give the same bits and the same doubts", arguments: forms.indices)
  func widths(index: Int) throws {
    let xs = Self.points
    for type in FloatType.allCases {
      let found = try VectorKernel.Tier.usable.map { tier in
        try #require(VectorKernel(Self.forms[index], tier: tier)).columns(
          [.f, .df, .d2f], at: xs, as: type)
      }
      #expect(found.count == VectorKernel.Tier.usable.count)
      for other in found.dropFirst() {
        let isSame = other.doubts == found[0].doubts
        #expect(isSame)
        // What is in doubt is made anew, whatever stands there: of NaN compilers choose the sign.
        for (index, (column, values)) in zip(other.values, found[0].values).enumerated() {
          let certain = Set(xs.indices).subtracting(found[0].doubts[index])
          #expect(certain.count > xs.count / 2)
          #expect(certain.allSatisfy { column[$0].bitPattern == values[$0].bitPattern })
        }
      }
    }
  }

  @Test("Singles have the results and the doubts of doubles", arguments: forms.indices)
  func singles(index: Int) throws {
    let special: [Float] = [0, -0, .infinity, -.infinity, .nan, 0x1p-149, -0x1p-126, 0x1.8p-125]
    let points = Self.points.map(Float.init)
    // In an order in which registers are full of what is alike, and in none.
    for xs in [points + special, points.filter(\.isFinite).sorted(), [], [1.5]] {
      for tier in VectorKernel.Tier.usable {
        let kernel = try #require(VectorKernel(Self.forms[index], tier: tier))
        let doubles = kernel.columns([.f], at: xs.map(Double.init), as: .f32)
        let singles = kernel.values(at: FloatColumn(xs))
        #expect(singles.doubts == doubles.doubts[0] && singles.values.isSingle)
        let certain = Set(xs.indices).subtracting(singles.doubts)
        #expect(
          certain.allSatisfy { row in
            let (one, other) = (singles.values[row], doubles.values[0][row])
            return one.bitPattern == other.bitPattern || one.isNaN && other.isNaN
          })
      }
    }
  }

  @Test(
    "A row stands where it stood, however many there are", arguments: [0, 1, 7, 63, 64, 65, 200])
  func counts(count: Int) throws {
    let kernel = try #require(VectorKernel(.swish(rate: 1)))
    let xs = (0..<count).map { Double($0) / 8 - 4 } + [.infinity]
    let columns = kernel.columns([.d2f, .f], at: xs)
    #expect(columns.values.map(\.count) == [xs.count, xs.count])
    #expect(columns.doubts.allSatisfy { $0.last == count })
    let alone = xs.map { kernel.columns([.f], at: [$0]).values[0][0] }
    #expect(zip(columns.values[1], alone).dropLast().allSatisfy { $0 == $1 })
  }

  @Test("Infinities, zeros and what is tiny are in doubt, NaN and large numbers are not")
  func doubts() throws {
    for form in Self.forms {
      let kernel = try #require(VectorKernel(form))
      let strange = [.infinity, -.infinity, 0, -0.0, Double.leastNonzeroMagnitude, -1e-300]
      let columns = kernel.columns([.f, .d2f], at: strange + [1e30, -1e30, .nan, -.nan])
      #expect(columns.doubts[0] == Array(strange.indices))
      #expect(columns.values.allSatisfy { $0[8].isNaN && $0[9].isNaN })
    }
  }

  @Test("Far on the left narrow types have nothing but 0, of which there is no doubt")
  func farLeft() throws {
    for form in [VectorKernel.Form.swish(rate: 1), .mish(rate: 1), .softplus(rate: 1)] {
      let columns = try #require(VectorKernel(form)).columns([.f], at: [-700, -1400], as: .f32)
      #expect(columns.values == [[0, 0]] && columns.doubts == [[]])
    }
  }

  @Test("A rate whose products over- or underflow has no kernel")
  func rates() {
    for rate in [0, -1, 1e200, 1e-200, .infinity, .nan] {
      #expect(VectorKernel(.swish(rate: Pair(rate))) == nil)
    }
  }

  @Test("Narrow results are rounded once, to zeros, subnormal numbers and infinities too")
  func narrow() throws {
    let kernel = try #require(VectorKernel(.softplus(rate: 1)))
    let xs = [-200.0, -100, -17, 3, 65519, 65521, 1e39]
    #expect(
      kernel.columns([.f], at: xs, as: .f32).values[0][..<3].map(Float.init) == [
        0, 27 * Float.leastNonzeroMagnitude, 0x1.639e3p-25,
      ])
    #expect(
      kernel.columns([.f], at: xs, as: .f16).values[0] == [
        0, 0, 0x1p-24, 3.048828125, 65504, .infinity, .infinity,
      ])
    #expect(kernel.columns([.f], at: xs, as: .f32).values[0].last == .infinity)
  }

  @Test("A positive slope that underflows is 0, not −0")
  func signOfZero() throws {
    let kernel = try #require(VectorKernel(.cauchy(scale: 1)))
    let xs = (110..<128).map { -1.37 * Double(sign: .plus, exponent: $0, significand: 1) }
    for type in [FloatType.f32, .bf16] {
      let columns = kernel.columns([.df], at: xs.map(type.rounded), as: type)
      #expect(columns.doubts == [[]])
      #expect(columns.values[0].allSatisfy { $0 == 0 && $0.sign == .plus })
    }
  }

  /// Even and log-uniform numbers of either sign, and those beside which a kernel changes its way.
  private static var points: [Double] {
    var generator = SplitMix(state: 5)
    let even = (0..<count).map { _ in Double.random(in: -12...12, using: &generator) }
    let far = (0..<count).map { _ in
      Double(
        sign: Bool.random(using: &generator) ? .plus : .minus,
        exponent: Int.random(in: -1000...1000, using: &generator),
        significand: Double.random(in: 1..<2, using: &generator))
    }
    let seams = [690, 345, 1500, 27, 38.19, 54.8].flatMap { [$0.nextDown, $0, $0.nextUp, -$0] }
    return even + far + even.map { 60 * $0 } + seams + [
      .nan, .infinity, 0, -0.0, Double.leastNonzeroMagnitude,
    ]
  }
}
