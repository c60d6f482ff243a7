import Testing

@testable import Activations
@testable import Formulas

/// Closed forms as textbooks write them, where the catalogue states another: `DefinitionTests` holds its own.
@Suite struct TextbookFormulaTests {
  /// Formulas that are stable over −20…20, and the tails too: what they are is to be found to 1e-12 of it.
  static let stable: [(String, String)] = [
    ("x/(1 + exp(-x))", "swish"), ("x*(1 + exp(-x))^(-3)", "form6:alpha=3"), ("max(0, x)", "relu"),
    ("where(x > 0, x, 2*expm1(x))", "elu:alpha=2"), ("x*clip((x + 3)/6, 0, 1)", "hardswish"),
    ("where(x > 0, x, 2*expm1(x/2))", "celu:alpha=2"), ("heaviside(x)", "heaviside"),
    ("-softplus(-x)", "logsigmoid"), ("x*erfc(-x/sqrt(2))/2", "gelu"),
    ("x*sigmoid(1.702*x)", "gelu_sigmoid"), ("gate: 1/(1 + exp(-x))", "swish"),
    ("gate: erfc(-x/sqrt(2))/2", "form4"), ("x*tanh(log(1 + exp(3*x)))", "form7:alpha=3"),
    ("x*tanh(log(1 + exp(2*x)))", "mish:alpha=2"), ("x*tanh(exp(x))", "tanhexp"),
    ("x*exp(-exp(-x))", "golu"),
    ("1.0507009873554805*where(x > 0, x, 1.6732632423543772*expm1(x))", "selu"),
    ("x*(1 + 0.5*exp(-2*x))^(-2)", "aglu:kappa=2,lambda=0.5"),
    ("log(1/(1 + exp(-x)))", "logsigmoid"),
    ("(exp(x) - exp(-x))/(exp(x) + exp(-x))", "tanh"), ("(1 - exp(-2*x))/(1 + exp(-2*x))", "tanh"),
    ("x*exp(x)/(1 + exp(x))", "swish"), ("log(1 + exp(x))", "softplus"),
    ("x*((1 + exp(x))^2 - 1)/((1 + exp(x))^2 + 1)", "mish"), ("x*(1 - 1/(1 + exp(x)))", "swish"),
    ("gate: where(x < 0, exp(x)/2, 1 - exp(-x)/2)", "gennorm:beta=1"),
    ("gate: erfc(-x)/2", "gennorm:beta=2"), ("x + (sqrt(x^2 + 1) - 1)/2", "bent_identity"),
    ("where(x > 0, 0.8*x^2 + x/2, 0.8*(expm1(x) - x) + x/2)", "xielu"),
  ]

  /// Formulas that cancel in a tail or in a derivative: 1e-12 of the function, or of 1.
  static let cancelling: [(String, String)] = [
    ("x*(1 + exp(-x) + x*exp(-x))/(1 + exp(-x))^2", "form3"),
    ("x*1/2*(1 + 2*x/log(exp(2*x) + exp(-2*x)))", "form1:alpha=2"),
    ("gate: 1/2 + x/(2*sqrt(1 + x^2))", "form2"), ("x*1/2*(1 + x/sqrt(1 + x^2))", "form2"),
    ("x*1/2*(1 + erf(x/(2*sqrt(2))))", "form4:sigma=2"),
    ("x*(1/2 + atan(x/2)/pi)", "form5:gamma=2"),
    ("x/2*(1 + erf(x/sqrt(2)))", "gelu"), ("x*(1/2)*(1 + erf(x/sqrt(2)))", "gelu"),
    ("x/2*(1 + tanh(sqrt(2/pi)*(x + 0.044715*x^3)))", "gelu_tanh"),
    ("x*erf(log(1 + exp(x)))", "serf"), ("x*tanh(x*(1 + erf(x/sqrt(2)))/2)", "phish"),
    ("(1.25*x + 0.75*x*erf(0.75*x))/2", "smu"), ("(1.25*x + sqrt((0.75*x)^2 + 1))/2", "smu1"),
    ("where(x < 0, (exp(x) - 1)/(1 + exp(-x)), x/(1 + exp(-x)))", "elish"),
  ]

  /// Densities, up to a factor, of the generalised normal family and others: 1e-12 of the function, or of 1.
  static let densities: [(String, String)] = [
    ("density: exp(-abs(x)^3)", "gennorm:beta=3"), ("density: exp(-abs(x))", "gennorm:beta=1"),
    ("density: exp(-abs(x)^1.5)", "gennorm:beta=1.5"), ("density: exp(-x^2)", "gennorm:beta=2"),
    ("density: exp(-x^4)", "gennorm:beta=4"), ("density: exp(-abs(x)^8)", "gennorm:beta=8"),
    ("density: exp(-abs(x/2)^3)", "gennorm:alpha=2,beta=3"),
    ("density: exp(-sqrt(abs(x)))", "gennorm:beta=0.5"),
    ("density: exp(-x^2/2)", "gelu"), ("density: 1/(1 + x^2)", "form5:gamma=1"),
    ("density: (1 + x^2)^(-3/2)", "form2"), ("density: 1/cosh(x/2)^2", "swish"),
  ]

  @Test(arguments: densities)
  func densitiesAgreeWithWhatIsBuiltIn(_ formula: String, _ name: String) throws {
    try compare(formula, name) { _ in 1 }
  }

  @Test(arguments: stable)
  func stableFormulasAgreeEverywhere(_ formula: String, _ name: String) throws {
    try compare(formula, name) { abs($0) < 1 ? 1e-2 : 1e-2 * Libm.exp(-abs($0)) }
  }

  @Test(arguments: cancelling)
  func othersAgreeAsFarAsTheyAreStable(_ formula: String, _ name: String) throws {
    try compare(formula, name) { _ in 1 }
  }

  /// Holds f, f′ and f″ against the built-in, to 1e-12 of each or of the floor at x.
  private func compare(_ formula: String, _ name: String, floor: (Double) -> Double) throws {
    let formula = try Function(parsing: formula).activation
    let builtIn = try Function(parsing: name).activation
    for x in Grid(-20...20, count: 1601).points(0..<1601) {
      let (found, truth) = (formula.jet(at: x), builtIn.jet(at: x))
      for component in [\Jet.value, \.first, \.second] {
        let (a, b) = (found[keyPath: component], truth[keyPath: component])
        #expect(abs(a - b) <= 1e-12 * max(abs(b), floor(x)), "\(name) at \(x): \(a), \(b)")
      }
    }
  }
}
