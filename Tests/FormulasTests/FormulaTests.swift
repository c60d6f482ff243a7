import Testing

@testable import Activations
@testable import Formulas

/// What formulas mean, and what is said of those that are none.
@Suite struct FormulaTests {
  /// A formula and its value at x = 3.
  static let values: [(String, Double)] = [
    ("2 + x*4", 14), ("2 - x - 1", -2), ("12/x/2", 2), ("2^x^0", 2), ("2^x^2", 512), ("-x^2", -9),
    ("(-x)^2", 9), ("2^-x", 0.125), ("x*-2", -6), ("--x", 3), ("+x", 3), ("|x-5|", 2),
    ("|x-|x-9||", 3), ("1e2 + .5 + 0x1p-1 + 0x10", 117), ("pi/pi + e/e", 2), ("max(1, x, 2)", 3),
    ("min(4, x, 5)", 3), ("clip(x, 0, 2)", 2), ("pow(x, 2)", 9), ("where(x >= 3, 1, 2)", 1.5),
    ("where(x > 2, 1, 2)", 1),
    ("where(x != 3, 1, 2)", 2), ("where(x == 3, 1, 2)", 1), ("−x·2 + x² + x³", 30), ("X + E/e", 4),
    ("leaky_relu(-x; negative_slope=2/4)", -1.5), ("x^2*2", 18),
    ("2*x^2", 18), ("1 - 2*x + 3", -2), ("π/pi", 1), ("abs(x)/|x|", 1), ("form1(x; alpha=1e9)", 3),
    ("x**2", 9), ("-x**2", -9), ("2x", 6), ("2x²", 18), ("½(1 + x)", 2), ("½x", 1.5), ("4π/π", 4),
    ("√(x + 1)", 2), ("√4x", 6), ("∛8·x", 6), ("x⁻¹·x¹⁰", 19683), ("(x + 1)(x − 1)", 8),
    ("ln(1)·arctan(x) + 2×x", 6), ("H(x) + σ(0·x) + Γ(x)", 3.5), ("[x + 1]/2", 2),
    ("sin²(0·x) + cos²(0·x)", 1), ("x for x < 0, else 2x", 6),
    ("1 for x < 0, 2 for x < 4, else 3", 2),
    ("2(0 for x > 0, else 1) + 5", 5), ("hypot(x, 4)", 5), ("|x|²", 9),
    ("where(0 < x <= 4, 1, 2)", 1), ("where(4 > x > 5, 1, 2)", 2),
    ("where(x < 0 or x > 2, 1, 2)", 1),
    ("where(x < 5 and x > 4, 1, 2)", 2), ("where(x > 1 or x > 2 and x > 9, 1, 2)", 1),
    ("where((x > 1 or x > 2) and x > 9, 1, 2)", 2), ("where((x + 1) < 9, 1, 2)", 1),
    ("where(x > 5 or (1 < x and (x < 4)), 1, 2)", 1),
    ("x(2)", 6), ("gate: 2", 6), ("ACTIVATION: x", 3), ("x-1", 2), ("6/x*2", 4),
  ]

  @Test(arguments: values)
  func precedencesAreTheUsualOnes(_ formula: String, _ value: Double) throws {
    #expect(try Function(parsing: formula).activation.value(at: 3) == value)
  }

  /// A text that is no formula, the column of the error and a part of the sentence.
  static let errors: [(String, Int, String)] = [
    ("2 x", 3, "a product is written with '*'"), ("x*(1+", 6, "not the end"), ("x)", 2, "operator"),
    ("sigmid(x)", 1, "did you mean 'sigmoid'?"), ("x + gleu(x)", 5, "did you mean 'gelu'?"),
    ("gelu + x*1", 1, "gelu(x)"), ("x = 1*2", 3, "=="), ("x < 1 + 2", 3, "where"),
    ("where(x, 1, 2)", 8, "comparison"), ("1/2x", 4, "not clear"), ("e^2x", 4, "not clear"),
    ("x2 3", 4, "operator"), ("x # 2", 3, "no character '#'"),
    ("a(x)*2", 1, "no function 'a'"), ("clip(x, 1)", 1, "3 arguments"), ("max(x)", 1, "2 or more"),
    ("gelu(x; beta=1)", 9, "no parameter 'beta'"), ("gelu(x; sigma=x)", 15, "depend on x"),
    ("gelu(x; sigma=1, sigma=2)", 18, "twice"), ("gelu(x; sigma=-1)", 1, "above 0, not -1"),
    ("|x*2", 5, "'|'"), ("1e999*x", 1, "larger than any double"), ("(x", 3, "')'"),
    ("x*a", 3, "'a'"),
    ("漢*x*(", 7, "not the end"), ("exp(x; a=1)", 8, "no parameters"),
    ("gate: x +", 10, "not the end"), (" ", 2, "not the end"),
  ]

  @Test(arguments: errors)
  func errorsPointAtTheirPlace(_ text: String, _ column: Int, _ part: String) throws {
    do {
      _ = try Function(parsing: text)
      Issue.record("\(text) is a formula")
    } catch let error as FormulaError {
      #expect(error.column == column)
      #expect(error.description.contains(part), "\(error)")
    }
  }

  @Test(arguments: [
    ("gelu", false), ("gleu", false), ("gennorm:alpha=1,beta=inf", false), ("torch:gelu", false),
    ("swish:beta=1e+1", false), ("hard-swish", false), ("leaky_relu:negative_slope=-0.1", false),
    ("", false), ("trch:gelu", false), ("x", true), ("-x", true), ("x-1", true), ("1-x", true),
    (".5", true), ("gelu(x)", true), ("gate:gelu(x)", true), (" activation : x", true),
    ("|x|", true), ("x²", true), ("gelu ", true), ("a/b", true),
  ])
  func theRuleForFormulas(_ text: String, _ isFormula: Bool) {
    #expect(Formula.isFormula(text) == isFormula)
  }

  @Test func lengthAndDepthAreBounded() throws {
    let hostile = [
      String(repeating: "(", count: 9999), String(repeating: "-", count: 9999),
      String(repeating: "exp(", count: 2400), String(repeating: "x^", count: 4999),
      String(repeating: "|", count: 9999), String(repeating: "x+", count: 4999) + "x",
      String(repeating: "x", count: 100_000), String(repeating: "where(x<", count: 1200),
      String(repeating: "√", count: 9000), String(repeating: "where((", count: 1400),
      "where(" + String(repeating: "(", count: 4000) + "x < 1",
    ]
    for text in hostile {
      let start = ContinuousClock.now
      #expect(throws: FormulaError.self) { try Function(parsing: text + " ") }
      #expect(ContinuousClock.now - start < .seconds(1))
    }
    let nested = String(repeating: "(", count: 190) + "x" + String(repeating: ")", count: 190)
    #expect(try Function(parsing: nested).activation.value(at: 3) == 3)
    let sum = String(repeating: "x+", count: 900) + "x"
    #expect(try Function(parsing: sum).activation.value(at: 1) == 901)
  }

  @Test func theSearchForKinksIsBounded() throws {
    let start = ContinuousClock.now
    let text = (1...300).map { "abs(sin(\($0)*x))" }.joined(separator: "+")
    #expect(try Function(parsing: text).activation.kinks.count <= 128)
    #expect(ContinuousClock.now - start < .seconds(20))
  }

  @Test func definitionsBuildOnEachOther() throws {
    var definitions = Definitions()
    try definitions.read(
      "# mine\r\nbump(x; a=1, b=2*3) = b*exp(-a*x^2)\n\nid(x) = x\nf(x) = id(x)*bump(x; a=0)",
      from: "F")
    let f = try Function(parsing: "f", definitions: definitions)
    #expect(f.label == "f" && f.activation.jet(at: 2) == Jet(12, 6, 0))
    let set = try Function(parsing: "bump:a=0,b=5", definitions: definitions)
    #expect(set.label == "bump(a=0,b=5)" && set.activation.value(at: 2) == 5)
    let used = try Function(parsing: "1 + bump(x - 2; b=7)", definitions: definitions)
    #expect(used.activation.value(at: 2) == 8)
  }

  @Test("A parameter hides a function of its name, but where it is called")
  func parametersHideFunctions() throws {
    var definitions = Definitions()
    try definitions.read(
      "f(x; gamma=3, threshold=1/2) = gamma*x + gamma(4) + threshold\nphi(x) = 7*x", from: "F")
    #expect(try Function(parsing: "f", definitions: definitions).activation.value(at: 2) == 12.5)
    let set = try Function(parsing: "f:gamma=1", definitions: definitions)
    #expect(set.activation.value(at: 2) == 8.5)
    let reference = try FunctionReference(parsing: "gamma*x + gamma(4)")
    #expect(reference.parameterNames == ["gamma"])
    #expect(try reference.functions(sweeping: ["gamma": [5]])[0].activation.value(at: 2) == 16)
    // A definition that was there before the language had the name.
    #expect(
      try Function(parsing: "1*phi(x)", definitions: definitions).activation.value(at: 2) == 14)
    for text in ["f(x; e=1) = x", "f(x; pi=1) = x", "f(x; inf=1) = x", "f(x; a=1, a=2) = x"] {
      #expect(throws: FormulaError.self) { try definitions.define("g" + text) }
    }
    let error = #expect(throws: FormulaError.self) { try Function(parsing: "x + 2*gamma") }
    #expect(error?.description == "gamma is a function and needs an argument: gamma(x).")
    #expect(error?.column == 7)
  }

  /// A file of definitions, the line and column of its error, and a part of the sentence.
  static let badFiles: [(String, Int, Int, String)] = [
    ("f(x) = x\nf(x) = 1", 2, 1, "defined already"), ("gelu(x) = x", 1, 1, "catalogue"),
    ("f(x) = f(x)", 1, 8, "by itself"), ("f(x) = g(x)\ng(x) = f(x)", 1, 8, "no function 'g'"),
    ("\nf(x) = 2 x", 2, 10, "'*'"), ("f(x) = a*x", 1, 8, "a=1"), ("f = x", 1, 3, "'('"),
    ("exp(x) = x", 1, 1, "language"), ("torch(x) = x", 1, 1, "framework"),
    ("f(x; x=1) = x", 1, 6, "taken"), ("f(x; a) = x", 1, 6, "default"), ("2", 1, 1, "definition"),
    ("f(x) = gelu(x) x", 1, 16, "operator"), ("f(x; a=1/0) = x", 1, 8, "finite"),
  ]

  @Test(arguments: badFiles)
  func errorsInDefinitionsNameTheLine(_ text: String, _ line: Int, _ column: Int, _ part: String) {
    var definitions = Definitions()
    do throws(FormulaError) {
      try definitions.read(text, from: "F")
      Issue.record("\(text) is understood")
    } catch {
      #expect(error.line?.number == line && error.column == column, "\(error.column) \(error)")
      #expect(error.description.contains(part), "\(error)")
    }
  }

  @Test func definitionsCannotGrowWithoutBound() throws {
    var definitions = Definitions()
    var lines = "f0(x) = x*x + x\n"
    for index in 1...30 { lines += "f\(index)(x) = f\(index - 1)(f\(index - 1)(x))\n" }
    #expect(throws: FormulaError.self) { try definitions.read(lines, from: "F") }
  }
}
