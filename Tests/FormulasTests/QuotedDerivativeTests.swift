import Testing

@testable import Activations
@testable import Formulas

/// Derivatives of functions that are named: `gelu′(x)`.
@Suite struct QuotedDerivativeTests {
  /// A quote, and what it is.
  static let quotes: [(String, String)] = [
    ("gelu'(x)", "Phi(x) + x*phi(x)"), ("gelu''(x)", "(2 - x^2)*phi(x)"),
    ("gelu″(x)", "(2 - x^2)*phi(x)"), ("gelu’’(x)", "(2 - x^2)*phi(x)"),
    ("gelu'(x; sigma=2)", "Phi(x/2) + x/2*phi(x/2)"),
    ("softplus'(2*x)", "sigmoid(2*x)"), ("softplus″(x)", "sigmoid(x)*sigmoid(-x)"),
    ("tanh'(x)", "1/cosh(x)^2"), ("sin''''(x)", "sin(x)"), ("sin‴(x)", "-cos(x)"),
    ("ln'(x)", "where(x > 0, 1/x, 0/0)"), ("atanh'(x)", "where(|x| < 1, 1/(1 - x^2), 0/0)"),
    ("log2'(x)*ln(2)", "where(x > 0, 1/x, 0/0)"), ("asinh'(x)", "1/sqrt(1 + x^2)"),
    ("σ′(x)", "1/(2 + e^x + e^-x)"), ("φ′(x)", "-x*phi(x)"), ("H′(x)", "0*x"),
    ("relu'(x)", "heaviside(x)"), ("leaky_relu'(x)", "where(x > 0, 1, 0.01)"),
    ("abs'(x)", "sign(x)"), ("elu'(x)", "where(x > 0, 1, exp(x))"),
    ("hardswish'(x)", "where(|x| < 3, (2*x + 3)/6, heaviside(x))"),
    ("square'(x) + cube'(x)", "2*x + 3*x^2"), ("tower'(x)", "x^x*(log(x) + 1)"),
    ("bump'(x; a=3)", "-6*x*exp(-3*x^2)"), ("bump″(0.5*x)", "(x^2 - 2)*exp(-x^2/4)"),
    ("erf'(x)", "2/sqrt(pi)*exp(-x^2)"), ("erfcx'(x)", "2*x*erfcx(x) - 2/sqrt(pi)"),
    ("gennorm″(x; β=2, α=sqrt(2))", "gelu″(x)"), ("gennorm″(x; beta=1)", "double_exponential(x)"),
    ("nested'(x)", "2*gelu‴(2*x)"),
  ]

  private func definitions() throws -> Definitions {
    var definitions = Definitions()
    for line in [
      "square(x) = x^2", "cube(x) = x*square(x)", "tower(x) = x^x", "bump(x; a=1) = exp(-a*x^2)",
      "double_exponential(x) = exp(-|x|)*(1 - |x|/2)", "nested(x) = gelu''(2*x)",
    ] {
      try definitions.define(line)
    }
    return definitions
  }

  @Test("A quote is the derivative, and has derivatives of its own", arguments: quotes)
  func values(_ quote: String, _ truth: String) throws {
    let definitions = try definitions()
    let found = try Function(parsing: quote, definitions: definitions).activation
    let right = try Function(parsing: truth, definitions: definitions).activation
    for x in [-7.3, -2.1, -0.7, -0.01, 0, 0.3, 0.9, 2.6, 6.1] {
      let (a, b) = (found.jet(at: x), right.jet(at: x))
      for (a, b) in [(a.value, b.value), (a.first, b.first), (a.second, b.second)] {
        // At the edge of a domain it is infinite, and its slopes are what they may.
        if !b.isFinite, x == 0 { continue }
        #expect(
          abs(a - b) <= 1e-14 + 2e-13 * abs(b) || (a.isNaN && b.isNaN),
          "\(quote) at \(x): \(a), not \(b)")
      }
    }
  }

  @Test("The slope of what is stated by its density keeps its left tail")
  func density() throws {
    let slope = try Function(parsing: "gennorm'(x; beta=2, alpha=sqrt(2))").activation
    for x in [-9.3, -2, 0, 0.3, 4] {
      let truth = try Function(parsing: "gelu").activation.jet(at: x).first
      #expect(abs(slope.value(at: x) - truth) <= 1e-14 * abs(truth))
    }
  }

  @Test("A quote jumps where its function has a corner")
  func corner() throws {
    let step = try Function(parsing: "relu'(2*x - 1)").activation
    #expect(step.kinks == [Kink(at: 0.5, order: 0)])
    #expect(step.jet(at: 0.5) == Jet(0.5, 0, 0) && step.value(at: .infinity) == 1)
  }

  @Test("It is written with primes, and read back")
  func writing() throws {
    let definitions = try definitions()
    for (text, written) in [
      ("gelu'(2*x)", "gelu′(2x)"), ("x*gennorm'''(x; beta=3)", "x·gennorm‴(x; β = 3)"),
      ("bump''(x; a=k)", "bump″(x; a = k)"), ("softplus''''(x)", "softplus′′′′(x)"),
      ("sigmoid'(x)", "σ′(x)"), ("ln'(x)", "ln′(x)"),
    ] {
      let formula = try Formula(parsing: text, definitions: definitions)
      #expect(formula.plainText == written)
      let again = try Formula(parsing: written, definitions: definitions)
      #expect(
        try again.activation(with: ["k": 2]).value(at: 0.7)
          == formula.activation(with: ["k": 2]).value(at: 0.7))
    }
  }

  @Test("Six primes are taken, of whatever function")
  func most() throws {
    for family in Catalogue.all {
      let text = "\(family.name)''''''(x)"
      do {
        let activation = try Function(parsing: text).activation
        #expect(!activation.value(at: 0.75).isNaN, "\(text)")
      } catch let error as FormulaError {
        Issue.record("\(text): \(error.description)")
      }
    }
  }

  @Test("Derivatives of derivatives of many functions are bounded", .timeLimit(.minutes(1)))
  func bounded() throws {
    var definitions = Definitions()
    try definitions.define("f0(x) = mish(x)*gelu(x)")
    for index in 1...9 {
      try definitions.define(
        "f\(index)(x) = f\(index - 1)''(x)*f\(index - 1)'(2*x) + f\(index - 1)'''(x)")
    }
    #expect(throws: FormulaError.self) { try Function(parsing: "f9'(x)", definitions: definitions) }
    let many = (1...150).map { "mish''''''(\($0)*x)" }.joined(separator: "+")
    #expect(throws: FormulaError.self) { try Function(parsing: many) }
  }

  @Test("What no prime can stand behind is said at its place")
  func refused() throws {
    let refusals: [(String, String, Int)] = [
      ("gelu'", "A derivative needs an argument: gelu′(x).", 1),
      ("1 + gelu'''''''(x)", "A derivative has at most 6 primes, not 7.", 9),
      (
        "atan2'(x, 1)",
        "No prime can stand behind atan2: it takes several arguments.", 1
      ),
      ("gelu'(x, 1)", "gelu takes 1 argument, not 2.", 1),
      ("gelu'(x; s=1)", "gelu has no parameter 's'; it has sigma.", 10),
      ("gelu'(x; sigma=x)", "A parameter cannot depend on x.", 16),
      (
        "lgamma'(x)",
        "lgamma′ needs the derivative of lgamma, which the language has no word for.", 1
      ),
      ("gelu'(x; sigma=-1)", "sigma of gelu must be a finite number above 0, not -1.", 1),
    ]
    for (text, sentence, column) in refusals {
      let error = #expect(throws: FormulaError.self) { try Function(parsing: text) }
      #expect(error?.description == sentence)
      #expect(error?.column == column, "\(text)")
    }
    var definitions = Definitions()
    let primed = #expect(throws: FormulaError.self) { try definitions.define("f'(x) = 2*x") }
    #expect(
      primed?.description == "The name of a definition has no primes: f′ is the derivative of f.")
    let own = #expect(throws: FormulaError.self) { try definitions.define("f(x) = f'(x)") }
    #expect(own?.description == "'f' cannot be defined by itself.")
  }
}
