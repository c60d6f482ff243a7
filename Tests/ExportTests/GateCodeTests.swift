import Activations
import Formulas
import Testing

@testable import Export

/// Gates, densities and slopes as code, each from the closed form that it has.
@Suite struct GateCodeTests {
  private func written(
    _ text: String, _ quantities: [Quantity], by construction: Construction = .product
  ) throws -> WrittenFunction {
    try WrittenFunction(Function(parsing: text, by: construction), .f32, quantities: quantities)
  }

  @Test(arguments: ["gelu", "silu", "mish", "form5", "hardswish", "sign: tanh(x)"])
  func gatesHoldTheirBars(_ name: String) throws {
    let function = try Function(parsing: name)
    let quantities: [Quantity] = [.gate, .density, .sign]
    let points = [-9.25, -4.25, -0.75, 0.375, 2.5, 11]
    for (part, quantity) in zip(try written(name, quantities).parts, quantities) {
      #expect(part.measurement.excess <= 1, "\(name) \(quantity) \(part.measurement.worst)")
      let expected = function.activation.columns([quantity], at: points)[0]
      for (value, expected) in zip(part.code.values(of: part.result, at: points), expected) {
        #expect((value - expected).magnitude <= 1e-6 * expected.magnitude, "\(name) \(quantity)")
      }
    }
  }

  @Test func aJumpIsTheMeanOfBothSides() throws {
    let gate = try written("relu", [.gate]).parts[0]
    #expect(gate.code.values(of: gate.result, at: [-2, 0, 3]) == [0, 0.5, 1])
  }

  @Test func namesAreThoseOfTheQuantities() throws {
    let written = try written("silu", [.f, .gate, .density])
    let text = SourceFile(written, in: .jax, named: "silu", command: "test", version: "1").text
    #expect(text.contains("def silu(x):"))
    // The gate's slope is the density; that of f is not written.
    #expect(text.contains("def _silu_gate_jvp(primals, tangents):"))
    #expect(text.contains("return silu_gate(x), silu_density(x) * t"))
    #expect(!text.contains("_silu_jvp"))
  }

  @Test func slopesOfIntegralsAreWritten() throws {
    let slope = try written("slope: sigmoid(x)", [.df, .d2f])
    #expect(slope.parts.allSatisfy { $0.measurement.excess <= 1 })
    let gate = try written("silu", [.df], by: .integral).parts[0]
    let values = gate.code.values(of: gate.result, at: [0, 2])
    #expect(values[0] == 0.5 && (values[1] - 0.8807970779778823).magnitude < 1e-7)
    #expect(throws: CodePrograms.Obstacle.self) { try written("silu", [.f], by: .integral) }
    #expect(throws: CodePrograms.Obstacle.self) { try written("slope: sigmoid(x)", [.f]) }
  }

  @Test func densitiesAreDividedByTheirIntegrals() throws {
    let part = try written("density: exp(-x^4)", [.density]).parts[0]
    let peak = part.code.values(of: part.result, at: [0])[0]
    // 1/(2Γ(5/4)).
    #expect((peak - 0.5516313257).magnitude < 1e-7)
    #expect(throws: CodePrograms.Obstacle.self) { try written("density: exp(-x^4)", [.gate]) }
    #expect(throws: CodePrograms.Obstacle.self) { try written("density: 1/(1+abs(x))", [.density]) }
  }

  @Test(arguments: ["gennorm:beta=1.4", "gennorm:beta=10,alpha=0.7", "gennorm:beta=0.8"])
  func gatesOfAnyShapeAreWritten(_ name: String) throws {
    let function = try Function(parsing: name)
    let points = [-2.4, -1.25, -0.75, -1e-20, 0, 0.375, 1.5, 20]
    let written = try written(name, [.f, .df])
    for (part, quantity) in zip(written.parts, [Quantity.f, .df]) {
      #expect(part.measurement.excess <= 1, "\(name) \(quantity) \(part.measurement.worst)")
      let expected = function.activation.columns([quantity], at: points)[0]
      for (value, expected) in zip(part.code.values(of: part.result, at: points), expected) {
        #expect((value - expected).magnitude <= 1e-6 * max(1e-30, expected.magnitude), "\(name)")
      }
    }
  }

  @Test func aShapeWithoutShortPolynomialsIsRefused() {
    #expect(throws: CodePrograms.Obstacle.self) { try written("gennorm:beta=0.0001", [.f]) }
  }

  @Test func whatIsNoProductHasNoGate() {
    #expect(throws: CodePrograms.Obstacle.self) { try written("softplus", [.gate]) }
  }
}
