import Activations

import Testing

@testable import Exact
@testable import Formulas

/// What formulas are where doubles alone made up a number, lost one, or had none; the right values are known from elsewhere.
struct PlainValueTests {
  /// Formulas at an x where they have no value.
  private static let undefined: [(String, Double)] = [
    ("1/x", 0), ("log(x)", -1), ("log1p(x)", -2), ("atanh(x)", 2), ("sqrt(x)", -1), ("x^x", -0.5),
    ("acosh(x)", 0.5), ("log(x-1)+x", 0.5), ("sin(1/x)/x", 0),
  ]

  /// Formulas at an x, with as many of f, f′ and f″ as are known.
  private static let known: [(String, Double, [Double])] = [
    ("exp(x)/(exp(x)+exp(800))", 801, [0.7310585786300049]),
    ("x/(1-exp(-x))", 1e-9, [1.0000000005, 0.5000000001666667, 0.16666666666666666]),
    ("x/(1-exp(-x))", 0, [1, 0.5, 0.16666666666666666]),
    ("(1-cos(x))/x", 0, [0, 0.5, 0]),
    ("(1-cos(x))/x", 1e-9, [5e-10, 0.5, -2.5e-10]),
    ("(1-cos(x))/x^2", 0, [0.5, 0]),
    ("(1-cos(x))/x^2", 1e-9, [0.5]),
    ("x/(1+abs(x)^3)^(1/3)", 1e103, [1]),
    ("x/(1+abs(x)^3)^(1/3)", -1e300, [-1]),
    ("log(1+x^2)", 1e200, [921.0340371976183]),
    ("x^2/(1+x^2)", 1e155, [1]),
    ("exp(x)*exp(-x)", 800, [1]),
    ("exp(x)*exp(-x)", -800, [1]),
    ("0.5*x*(1+erf(x/sqrt(2)))", -10, [-7.619853024160525e-23]),
    ("0.5*x*(1+erf(x/sqrt(2)))", -8, [-4.976768459417427e-15]),
    ("0.5*x*(1+erf(x/sqrt(2)))", -5, [-1.4332578593959695e-06]),
    ("sin(pi*x)/(x-1)", 1, [-3.141592653589793, 0]),
    ("sin(x)^2+cos(x)^2-1", 0.7, [0, 0, 0]),
    ("1e9*(sin(x)^2+cos(x)^2-1)", 0.7, [0, 0, 0]),
    ("tan(x)^2-1/cos(x)^2+1", 0.7, [0]),
  ]

  @Test(
    "A formula has its value where its parts cancel, overflow or are 0/0",
    arguments: known)
  func values(_ text: String, _ x: Double, _ truths: [Double]) throws {
    let activation = try Function(parsing: text).proved.activation
    let columns = activation.columns([.f, .df, .d2f], at: [x])
    for (column, truth) in zip(columns, truths) {
      #expect(FloatType.f64.ulps(of: column[0], from: truth).magnitude <= 2, "\(column[0])")
    }
  }

  @Test(
    "Where a formula has no value it has no number, nor has its slope",
    arguments: undefined)
  func gaps(_ text: String, _ x: Double) throws {
    let columns = try Function(parsing: text).proved.activation.columns([.f, .df], at: [x])
    #expect(columns.allSatisfy { $0[0].isNaN }, "\(columns)")
  }

  @Test("A gate's formula keeps both tails of f and H")
  func gates() throws {
    let activation = try Function(parsing: "gate: (1+erf(x/sqrt(2)))/2").proved.activation
    let gelu = try Function(parsing: "gelu").activation
    let xs = [-37.0, -20, -8, -3, -0.7, 0, 1e-9, 0.7, 3, 8]
    let quantities: [Quantity] = [.f, .df, .d2f, .gate, .density]
    let (found, truth) = (
      activation.columns(quantities, at: xs), gelu.columns(quantities, at: xs)
    )
    for (found, truth) in zip(found.joined(), truth.joined()) {
      #expect(FloatType.f64.ulps(of: found, from: truth).magnitude <= 8, "\(found), \(truth)")
    }
  }

  @Test("Pairs of doubles tell a value only where they know it")
  func pairs() throws {
    let texts = [
      "exp(x)", "expm1(x)", "log(x)", "log1p(x)", "log2(x)", "log10(x)", "sqrt(x)", "cbrt(x)",
      "sigmoid(x)", "softplus(x)", "logcosh(x)", "tanh(x)", "sin(x)", "cos(x)", "tan(x)",
      "asin(x)", "acos(x)", "atan(x)", "sinh(x)", "cosh(x)", "asinh(x)", "acosh(x)", "atanh(x)",
      "erf(x)", "erfc(x)", "erfcx(x)", "Phi(x)", "phi(x)", "x^5", "x^(-3)", "x^1.5", "sqrt(2+x^2)",
      "floor(3*x)", "mod(x,0.7)", "pi*x-e",
    ]
    for text in texts {
      let function = try Function(parsing: text)
      let source = try #require((function.activation as? any CompiledFormula)?.program.source)
      let program = try #require(Compiler.preciseProgram(source, timesX: false))
      var exact = try #require(ExactFunction(function))
      var random = SplitMix(seed: 11)
      var told = 0
      for _ in 0..<40 {
        let size: Double = [0.02, 1, 6, 30][Int(random.next() % 4)]
        let x = size * (2 * random.unit() - 1)
        for (value, truth) in zip(
          program.values(at: [RunPlace(x)], upTo: 2)[0], exact.values(at: x, upTo: 2))
        {
          guard let value else { continue }
          told += 1
          #expect(
            FloatType.f64.ulps(of: value, from: truth.value).magnitude <= 1,
            "\(text) at \(x): \(value), not \(truth)")
        }
      }
      #expect(told > 20, "\(text): \(told)")
    }
  }
}
