import Foundation
import Testing

@testable import Activations
@testable import Formulas

/// Doubles against pairs at many more points than the reference tables have.
///
/// The same formula in pairs is right to the last digit wherever the tables look, so that it can
/// stand in for them between their points.
@Suite struct DensePointsTests {
  static let functions = [
    "form1", "form1:alpha=0.1", "form1:alpha=1000", "form2", "form2:alpha=0.1", "form2:alpha=1000",
    "form3", "form3:alpha=0.1", "form3:alpha=1000", "form4", "form4:sigma=0.01", "form4:sigma=30",
    "form5", "form5:gamma=0.01", "form5:gamma=30", "form6", "form6:alpha=0.1", "form6:alpha=3",
    "form6:alpha=1000", "form7", "form7:alpha=0.1", "form7:alpha=1000", "gelu_tanh",
    "gelu_sigmoid", "swish:alpha=2,beta=0.3", "gennorm", "gennorm:beta=0.2", "gennorm:beta=0.5",
    "gennorm:beta=1", "gennorm:alpha=3,beta=1.5", "gennorm:beta=3", "gennorm:beta=8",
    "gennorm:beta=20", "gennorm:alpha=0.7,beta=60", "hardswish", "gennorm:beta=inf",
    "serf", "tanhexp", "golu", "phish", "hard_mish", "aglu", "aglu:kappa=3,lambda=0.01",
    "aglu:kappa=0.1,lambda=50",
  ]

  /// The number of points; ACTVIZ_DENSE_POINTS asks for more.
  static let count = Int(ProcessInfo.processInfo.environment["ACTVIZ_DENSE_POINTS"] ?? "") ?? 3000

  @Test(arguments: functions)
  func everyValueIsWithinAFewUlp(name: String) throws {
    let gate = try #require(Function(parsing: name).activation as? any Gate)
    var worst = Array(repeating: (error: 0.0, x: 0.0), count: 5)
    var generator = SplitMix(state: 17)
    for _ in 0..<Self.count {
      let x = Self.point(&generator, landmark: gate.landmarks.randomElement(using: &generator) ?? 0)
      for (column, error) in Self.errors(of: gate, at: x).enumerated()
      where error > worst[column].error {
        worst[column] = (error, x)
      }
    }
    for (column, limit) in [4.0, 4, 8, 16, 8].enumerated() {
      let (error, x) = worst[column]
      let quantity = (ReferenceTable.columns + ["density"])[column]
      #expect(error <= limit, "\(name).\(quantity) at \(x): \(error) ulp")
    }
    if ProcessInfo.processInfo.environment["ACTVIZ_DENSE_POINTS"] != nil {
      print(name, worst.map { "\($0.error) at \($0.x)" }.joined(separator: "; "))
    }
  }

  private static func errors(of gate: any Gate, at x: Double) -> [Double] {
    let (value, precise) = (gate.gateJet(at: x), gate.gate(at: x, as: Pair.self))
    let jet = gate.jet(at: x)
    let truth = gate.product(at: x, as: Pair.self)
    return [
      ErrorInUlp.of(value.gate, against: precise.gate.rounded, summand: 0),
      ErrorInUlp.of(jet.value, against: truth.value.rounded, summand: 0),
      ErrorInUlp.of(
        jet.first, against: truth.first.value.rounded,
        summand: max(
          truth.first.magnitude, abs(precise.gate.rounded), abs(x * precise.density.rounded))),
      ErrorInUlp.of(
        jet.second, against: truth.second.value.rounded, summand: truth.second.magnitude),
      ErrorInUlp.of(value.density, against: precise.density.rounded, summand: 0),
    ]
  }

  /// Uniform near 0 and in the tails, and on a logarithmic scale around 0 and another landmark.
  private static func point(_ generator: inout SplitMix, landmark: Double) -> Double {
    let sign: Double = generator.next() & 1 == 0 ? -1 : 1
    switch generator.next() % 4 {
    case 0: return Double.random(in: -10...10, using: &generator)
    case 1: return Double.random(in: -800...800, using: &generator)
    case 2: return sign * pow(10, Double.random(in: -320...308, using: &generator))
    default: return landmark + sign * pow(10, Double.random(in: -5...3, using: &generator))
    }
  }
}

/// A generator that gives the same points in every run (Steele, Lea and Flood 2014).
struct SplitMix: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9e37_79b9_7f4a_7c15
    var z = state
    z = (z ^ z >> 30) &* 0xbf58_476d_1ce4_e5b9
    z = (z ^ z >> 27) &* 0x94d0_49bb_1331_11eb
    return z ^ z >> 31
  }
}
