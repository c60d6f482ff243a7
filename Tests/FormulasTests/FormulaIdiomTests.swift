import Testing

@testable import Activations
@testable import Formulas

/// What people write, at the ends of the line: the limits, and no NaN.
@Suite struct FormulaIdiomTests {
  private static let far = [-1e308, -1000, -745, -50, -1, 0, 1, 50, 745, 1000, 1e308]

  /// A way to write a function, and the function.
  static let spellings: [(String, String)] = [
    ("1/(1 + exp(-x))", "sigmoid"), ("exp(x)/(1 + exp(x))", "sigmoid"),
    ("e^x/(e^x + 1)", "sigmoid"),
    ("1 - 1/(1 + exp(x))", "sigmoid"), ("(1 + tanh(x/2))/2 + 0*x", "sigmoid"),
    ("(exp(x) - exp(-x))/(exp(x) + exp(-x))", "tanh"), ("(1 - exp(-2*x))/(1 + exp(-2*x))", "tanh"),
    ("(exp(2*x) - 1)/(exp(2*x) + 1)", "tanh"), ("(e^(2*x) - 1)/(e^(2*x) + 1)", "tanh"),
    ("3*(e^x - e^(-x))/(3*(e^x + e^(-x)))", "tanh"), ("sinh(x)/cosh(x)", "tanh"),
    ("2/(1 + exp(-2*x)) - 1", "tanh"), ("2*sigmoid(2*x) - 1", "tanh"),
    ("log(1 + exp(x))", "softplus"), ("log(1 + e^x)", "softplus"),
    ("log(exp(0*x) + exp(x))", "softplus"),
    ("x/(1 + exp(-x))", "swish"), ("x*exp(x)/(1 + exp(x))", "swish"),
    ("x*(1 - 1/(1 + e^x))", "swish"),
    ("x*exp(x)/(exp(x) + 1)", "swish"), ("x*tanh(log(1 + exp(x)))", "mish"),
    ("x*((1 + exp(x))^2 - 1)/((1 + exp(x))^2 + 1)", "mish"),
    ("x*(exp(x)^2 + 2*exp(x))/(exp(x)^2 + 2*exp(x) + 2)", "mish"),
    ("x*(e^(2*x) + 2*e^x)/(e^(2*x) + 2*e^x + 2)", "mish"),
    ("log(1/(1 + exp(-x)))", "logsigmoid"), ("-log(1 + exp(-x))", "logsigmoid"),
    ("log(sigmoid(x))", "logsigmoid"), ("x - log(1 + exp(x))", "logsigmoid"),
    ("x/(1 + |x|)", "softsign"), ("where(x > 0, x, exp(x) - 1)", "elu"),
    ("max(0, x) + min(0, exp(x) - 1)", "elu"), ("x*(1 + erf(x/sqrt(2)))/2", "gelu"),
    ("0.5*x*(1 + tanh(sqrt(2/pi)*(x + 0.044715*x^3)))", "gelu_tanh"), ("sin(x)/x", "sinc"),
    ("x*(1 + exp(-x) + x*exp(-x))/(1 + exp(-x))^2", "form3"),
  ]

  @Test(arguments: spellings)
  func theLimitsAreReachedHoweverItIsWritten(_ formula: String, _ name: String) throws {
    let formula = try Function(parsing: formula).activation
    let builtIn = try Function(parsing: name).activation
    for x in Self.far {
      let (found, truth) = (formula.jet(at: x), builtIn.jet(at: x))
      for component in [\Jet.value, \.first, \.second] {
        let (a, b) = (found[keyPath: component], truth[keyPath: component])
        #expect(abs(a - b) <= 1e-15 + 1e-15 * abs(b), "\(name) at \(x): \(a), \(b)")
      }
      #expect(formula.value(at: x) == found.value)
    }
  }

  /// The slope of the sigmoid, far out in both tails, and in the middle.
  @Test func aBellOfExponentialsKeepsItsTails() throws {
    let bell = try Function(parsing: "exp(-x)/(1 + exp(-x))^2").activation
    for x in [-700.0, -50, -1, 1, 50, 700] {
      let tail = Libm.exp(-abs(x))
      let truth = tail / (1 + tail) / (1 + tail)
      #expect(abs(bell.value(at: x) - truth) <= 1e-15 * truth)
      let slope = -truth * Libm.tanh(x / 2)
      #expect(abs(bell.jet(at: x).first - slope) <= 1e-14 * abs(slope))
    }
    #expect(bell.jet(at: 0) == Jet(0.25, 0, -0.125))
    #expect([-1e308, -1000, 1000, 1e308].allSatisfy { bell.jet(at: $0) == Jet(0, 0, 0) })
  }

  /// 0/0 at the origin: formula and jet there.
  static let removable: [(String, Jet)] = [
    ("sin(x)/x", Jet(1, 0, -1 / 3.0)), ("tanh(x)/x", Jet(1, 0, -2 / 3.0)),
    ("(exp(x) - 1)/x", Jet(1, 0.5, 1 / 3.0)), ("expm1(x)/x", Jet(1, 0.5, 1 / 3.0)),
    ("log(1 + x)/x", Jet(1, -0.5, 2 / 3.0)), ("log1p(2*x)/x", Jet(2, -2, 16 / 3.0)),
    ("x/(exp(x) - 1)", Jet(1, -0.5, 1 / 6.0)), ("sin(3*x)/(2*x)", Jet(1.5, 0, -4.5)),
    ("atan(x)/x", Jet(1, 0, -2 / 3.0)), ("sinh(x)/x", Jet(1, 0, 1 / 3.0)),
    ("asinh(x)/x", Jet(1, 0, -1 / 3.0)), ("asin(x)/x", Jet(1, 0, 1 / 3.0)),
    ("tan(x)/x", Jet(1, 0, 2 / 3.0)), ("atanh(x)/x", Jet(1, 0, 2 / 3.0)),
    ("erf(x)*sqrt(pi)/(2*x)", Jet(1, 0, -2 / 3.0)),
  ]

  @Test(arguments: removable)
  func removableSingularitiesAreRemoved(_ formula: String, _ jet: Jet) throws {
    let activation = try Function(parsing: formula).activation
    let found = activation.jet(at: 0)
    #expect(abs(activation.value(at: 0) - jet.value) <= 1e-15)
    for component in [\Jet.value, \.first, \.second] {
      #expect(abs(found[keyPath: component] - jet[keyPath: component]) <= 4e-15, "\(found)")
    }
    // The series and the quotient meet at a quarter.
    for x in [-0.25, 0.25, -1e-9, 1e-9, 0.125] {
      let (left, right) = (activation.jet(at: x * (1 - 1e-13)), activation.jet(at: x * (1 + 1e-13)))
      #expect(abs(left.value - right.value) < 1e-12 && abs(left.second - right.second) < 1e-10)
    }
  }

  @Test func whereNoSeriesIsKnownValueAndSlopeAreFound() throws {
    let activation = try Function(parsing: "(1 - cos(x))/x").activation
    #expect(activation.value(at: 0) == 0 && activation.jet(at: 0).first == 0.5)
    #expect(try Function(parsing: "x/abs(x)").activation.value(at: 0) == 0)
  }

  @Test(arguments: [
    ("x*tanh(log(1 + exp(x)))", ["ln(1 + e^u) → softplus(u)"]), ("x*tanh(x)", []),
    ("gate: 1/(1 + exp(-x))", ["e^u/(1 + e^u) → sigmoid(u)"]),
    ("sin(x)/x", ["sin(u)/u → its series near u = 0"]),
    ("sinh(x)/cosh(x)", ["(e^u − e^−u)/(e^u + e^−u) → tanh(u)"]), ("gelu", []),
  ])
  func idiomsAreNamed(_ formula: String, _ idioms: [String]) throws {
    #expect(try Function(parsing: formula).activation.rewrites == idioms)
  }
}
