import Activations
import Foundation
import Testing

/// A gate as one writes it who has the library and no more: the logistic sigmoid.
private struct LogisticGate: PlainGate {
  func gate(at x: Double) -> Jet {
    let sigmoid = 1 / (1 + exp(-x))
    let slope = sigmoid * (1 - sigmoid)
    return Jet(sigmoid, slope, slope * (1 - 2 * sigmoid))
  }
}

/// What the library offers to programs that import it.
@Suite struct OutsideTests {
  @Test func aGateFromOutsideIsAnActivation() {
    let gate = LogisticGate()
    let columns = gate.columns(
      [.f, .df, .d2f, .gate, .density], at: [0, 1, -.infinity, .infinity])
    #expect(columns[0][0] == 0 && columns[0][2] == 0 && columns[0][3] == .infinity)
    #expect(abs(columns[0][1] - 0.7310585786300049) < 1e-15)
    #expect(abs(columns[1][1] - 0.9276705118714867) < 1e-15)
    #expect(columns[1][2...] == [0, 1])
    #expect(columns[2][0] == 0.5)
    #expect(columns[3][0] == 0.5 && columns[3][2...] == [0, 1])
    #expect(columns[4][0] == 0.25 && columns[4][2...] == [0, 0])
    #expect(gate.gated != nil && gate.isSymmetric && gate.kinks.isEmpty)
    #expect(gate.value(at: .nan).isNaN)
  }

  @Test func theNamedFunctionsAreValues() {
    #expect(abs(Gelu(sigma: 1).jet(at: 0.5).value - 0.345731230637) < 1e-12)
    #expect(Gelu().jet(at: 0.5) == Gelu(sigma: 1).jet(at: 0.5))
    #expect(Gelu().columns([.gate], at: [0, -.infinity, .infinity]) == [[0.5, 0, 1]])
    let laplace = GeneralizedNormal(alpha: 1, beta: 1)
    #expect(laplace.gateValue(at: 0) == 0.5)
    #expect(laplace.gateKinks == [Kink(at: 0, order: 2)])
    #expect(GeneralizedNormal(alpha: 3, beta: .infinity).value(at: -1.5) == -0.375)
  }

  @Test func whatIsNoParameterGivesNaN() {
    for sigma in [0, -1, .nan, .infinity] { #expect(Gelu(sigma: sigma).value(at: 1).isNaN) }
    #expect(GeneralizedNormal(alpha: -1).value(at: 1).isNaN)
    #expect(GeneralizedNormal(beta: 0).jet(at: 1).first.isNaN)
    #expect(GeneralizedNormal(beta: .nan).gateValue(at: 1).isNaN)
  }
}
