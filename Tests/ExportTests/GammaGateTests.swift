import Activations
import Testing

@testable import Export

/// Polynomials for the gates of generalised normal distributions.
@Suite struct GammaGateTests {
  /// Horner's rule.
  private func value(_ coefficients: [Double], _ t: Double) -> Double {
    coefficients.reversed().reduce(0) { $0 * t + $1 }
  }

  @Test(arguments: [0.1, 0.8, 1.4, 3.8, 100])
  func bothSidesOfTheStartAreTheGate(_ beta: Double) throws {
    let gate = try #require(GammaGate(beta, .f64))
    let function = try Function(parsing: "gennorm:beta=\(beta)")
    for z in [0.3 * gate.start, gate.start, 3 * gate.start, 40 * gate.start] {
      let v = Libm.pow(z, 1 / beta)
      let expected = function.activation.columns([.gate], at: [-v])[0][0]
      let piece = try #require(gate.pieces.last { $0.low <= max(z, gate.start) })
      let far =
        v * Libm.exp(-z) * value(piece.coefficients, piece.p - piece.q / (z + gate.shift)) / z
      let part = v * value(gate.centre, z)
      let near = gate.isNarrow ? 0.5 * (1 - v) + part : 0.5 - part * Libm.exp(-z)
      let found = z < gate.start ? near : far
      // v is rounded, which counts as often as z is large.
      #expect((found / expected - 1).magnitude < 1e-14 * max(1, beta) * max(1, z), "\(beta) \(z)")
    }
  }

  @Test func shapesOutOfReachHaveNone() {
    #expect(GammaGate(1e-4, .f64) == nil && GammaGate(.infinity, .f32) == nil)
  }
}
