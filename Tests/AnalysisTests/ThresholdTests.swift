import Activations
import Exact
import Testing

@testable import Analysis

/// Where functions round to something simple, against every value of a type.
@Suite struct ThresholdTests {
  private static let names = [
    "gelu", "silu", "mish", "softplus", "tanh", "sigmoid", "relu", "elu", "softsign", "x^3",
  ]

  /// Whether a result is what a threshold says.
  private static func holds(
    _ target: Threshold.Target, _ x: Double, _ value: Double, _ type: FloatType
  ) -> Bool {
    switch target {
    case .argument: value == x
    case .constant(let constant): value == constant
    case .subnormal: abs(value) < type.value(bitPattern: 1 << UInt64(type.precision - 1))
    }
  }

  @Test(arguments: names, [FloatType.bf16, .f16])
  func everyValueOfAStretchHoldsAndTheNextDoesNot(name: String, type: FloatType) throws {
    let function = try Function(parsing: name)
    let xs = try #require(type.allFiniteValues).filter { $0 != 0 }
    var proofs = ProvedColumns(function, .roundings)
    let columns = proofs.columns([.f, .df], at: xs, as: type)
    let thresholds = Thresholds(function, type).all
    #expect(!thresholds.isEmpty)
    for threshold in thresholds {
      let values = columns[threshold.quantity == .f ? 0 : 1]
      let sign = threshold.x.sign
      let side = xs.indices.filter { xs[$0].sign == sign }
      for index in side {
        let isInside =
          threshold.reach == .far
          ? abs(xs[index]) >= abs(threshold.x) : abs(xs[index]) <= abs(threshold.x)
        if isInside {
          #expect(Self.holds(threshold.target, xs[index], values[index], type))
        }
      }
      let step = (threshold.reach == .far) == (sign == .minus) ? 1 : -1
      if let last = xs.firstIndex(of: threshold.x), side.contains(last + step) {
        #expect(!Self.holds(threshold.target, xs[last + step], values[last + step], type))
      }
    }
  }

  @Test func geluInBrainFloatIsKnown() throws {
    let thresholds = Thresholds(try Function(parsing: "gelu"), .bf16).all.filter {
      $0.quantity == .f
    }
    func x(_ target: Threshold.Target, _ reach: Threshold.Reach, _ sign: FloatingPointSign)
      -> Double?
    {
      thresholds.first { $0.target == target && $0.reach == reach && $0.x.sign == sign }?.x
    }
    #expect(x(.argument, .far, .plus) == 2.78125)
    #expect(x(.constant(0), .far, .minus) == -13.5625)
    #expect(x(.subnormal, .far, .minus) == -13.1875)
  }

  @Test(arguments: ["gelu", "tanh", "silu"]) func singlePrecisionHoldsBesideItsBoundaries(
    name: String
  ) throws {
    let function = try Function(parsing: name)
    var proofs = ProvedColumns(function, .roundings)
    let type = FloatType.f32
    for threshold in Thresholds(function, type).all {
      let bits = type.bitPattern(of: threshold.x)
      let largest = type.bitPattern(of: type.greatestFiniteMagnitude)
      let sign = bits & 0x8000_0000
      let magnitude = bits & 0x7FFF_FFFF
      let (inward, outward) =
        threshold.reach == .far ? (magnitude + 1, magnitude - 1) : (magnitude - 1, magnitude + 1)
      func isRight(_ magnitude: UInt64) -> Bool {
        let x = type.value(bitPattern: sign | magnitude)
        let value = proofs.columns([threshold.quantity], at: [x], as: type)[0][0]
        return Self.holds(threshold.target, x, value, type)
      }
      #expect(isRight(magnitude))
      if (1...largest).contains(inward) { #expect(isRight(inward)) }
      if (1...largest).contains(outward) { #expect(!isRight(outward)) }
    }
  }
}
