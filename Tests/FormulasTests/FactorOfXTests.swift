import Testing

@testable import Activations
@testable import Formulas

/// Formulas of f that show x as a factor: what is left is the gate.
@Suite struct FactorOfXTests {
  /// A formula of f, and its gate.
  static let gates: [(String, String)] = [
    ("x*sigmoid(x)", "sigmoid(x)"), ("sigmoid(x)*x", "sigmoid(x)"), ("x/(1+exp(-x))", "sigmoid(x)"),
    ("0.5*x*(1+erf(x/sqrt(2)))", "Phi(x)"), ("x/2*(1+tanh(x))", "sigmoid(2*x)"),
    ("-x*sigmoid(-x)", "-sigmoid(-x)"), ("-x", "0*x-1"), ("x/2", "0*x+1/2"), ("x", "0*x+1"),
    ("x*x", "x"), ("x*x*exp(-x)", "x*exp(-x)"), ("x + x*tanh(x)", "1 + tanh(x)"),
    ("x/2 - x*tanh(x)", "1/2 - tanh(x)"), ("where(x > 0, x, 0)", "heaviside(x)"),
    ("where(x > 0, x, x/4)", "where(x > 0, 1, 1/4)"), ("x*abs(x)^1.3", "abs(x)^1.3"),
    ("x*sin(x)/x", "sin(x)/x"), ("twice(x)", "2*sigmoid(x)"),
  ]

  private func definitions() throws -> Definitions {
    var definitions = Definitions()
    try definitions.define("twice(x; a=2) = a*x*sigmoid(x)")
    return definitions
  }

  @Test("The gate is what x is multiplied by, at 0 too", arguments: gates)
  func gate(_ formula: String, _ gate: String) throws {
    let definitions = try definitions()
    let f = try Function(parsing: formula, definitions: definitions).activation
    let truth = try Function(parsing: "gate: \(gate)", definitions: definitions).activation
    let xs = [-41.5, -7.3, -2.1, -0.7, -1e-9, 0, 1e-300, 0.3, 0.9, 2.6, 6.1, 33]
    let quantities: [Quantity] = [.gate, .density, .sign]
    #expect(f.gated != nil)
    for (found, right) in zip(f.columns(quantities, at: xs), truth.columns(quantities, at: xs)) {
      for (x, (a, b)) in zip(xs, zip(found, right)) {
        #expect(abs(a - b) <= 1e-15 + 1e-13 * abs(b), "\(formula) at \(x): \(a), not \(b)")
      }
    }
    #expect(f.columns([.f, .gate], at: [2]).count == 2)
  }

  @Test(
    "No x is seen in what is no product with it",
    arguments: [
      "x + sigmoid(x)", "sin(x)/x", "1/x", "tanh(x)", "where(x > 0, x, 1)", "0*tanh(x)", "x^2",
    ])
  func others(_ formula: String) throws {
    #expect(try Function(parsing: formula).activation.gated == nil)
  }

  @Test func whatHasAGateIsMadeByIntegralToo() throws {
    let f = try Function(parsing: "x*sigmoid(x)", by: .integral).activation
    #expect(abs(f.value(at: 2) - 2.1269280110429727) < 1e-13)
  }

  @Test func kinksAreThoseOfTheFormulaAndLimitsAreNoComplaint() throws {
    let f = try Function(parsing: "x*abs(x)").activation
    #expect(f.kinks.map(\.x) == [0] && f.diagnostics.isEmpty)
    #expect(f.gated?.gateKinks.map(\.order) == [1])
  }
}
