import Activations
import Exact
import Formulas
import Testing

/// 2H − 1, and gates that are stated by it.
@Suite struct SignTests {
  private static let xs: [Double] = [1e-300, 1e-20, 1e-8, 1e-3, 0.1, 0.3, 1, 3, 20].flatMap {
    [-$0, $0]
  }

  private func expectDigits(of function: Function, _ quantity: Quantity, within ulps: Double) {
    var proved = ProvedColumns(function)
    let truths = proved.columns([quantity], at: Self.xs, as: .f64)[0]
    let values = function.activation.columns([quantity], at: Self.xs)[0]
    #expect(proved.undecided == 0)
    for (x, (value, truth)) in zip(Self.xs, zip(values, truths)) {
      #expect(
        (value - truth).magnitude <= ulps * truth.ulp,
        "\(function.label) \(quantity.rawValue) at \(x): \(value), not \(truth)")
    }
  }

  @Test(
    "2H − 1 keeps its digits where it is small",
    arguments: [
      "gelu", "swish", "form1", "form2", "form3", "form5", "form6", "form7", "gennorm:beta=3",
    ])
  func kernels(name: String) throws {
    expectDigits(of: try Function(parsing: name), .sign, within: 4)
  }

  @Test(
    "so it does of formulas, whether they state the gate or the sign",
    arguments: [
      "sign: tanh(x)", "sign: erf(2*x)", "sign: x/sqrt(1+x^2)", "sign: 2*atan(x)/pi",
      "gate: 1/2 + x/(2*sqrt(1+x^2))", "gate: (1 + tanh(x))/2", "gate: 0.5*(1 + erf(x))",
      "gate: sigmoid(3*x)", "gate: Phi(x)", "gate: (1 - x/(1 + abs(x)))*0.5",
    ])
  func formulas(text: String) throws {
    expectDigits(of: try Function(parsing: text), .sign, within: 8)
  }

  @Test(
    "A gate made of tanh or erf keeps its left tail", arguments: ["sign: tanh(x)", "sign: erf(x)"])
  func tails(text: String) throws {
    expectDigits(of: try Function(parsing: text), .gate, within: 8)
    expectDigits(of: try Function(parsing: text), .f, within: 8)
  }

  @Test("A gate that is stated by its sign is the one that is stated by itself")
  func gates() throws {
    let sign = try Function(parsing: "sign: x/(1 + abs(x))")
    let gate = try Function(parsing: "gate: (1 + x/(1 + abs(x)))/2")
    let quantities: [Quantity] = [.f, .df, .d2f, .gate, .density, .sign]
    #expect(
      sign.activation.columns(quantities, at: Self.xs)
        == gate.activation.columns(quantities, at: Self.xs))
    #expect(sign.family.isGated && sign.family.plainText == "sign: x/(1 + abs(x))")
  }
}
