import Testing

@testable import Activations
@testable import Formulas

/// Activations made from a density, from a slope, or as the integral of a gate.
@Suite struct IntegralsTests {
  /// A formula, the function of the catalogue that it is, and what is subtracted from the latter.
  static let twins: [(String, String)] = [
    ("density: exp(-x^2/2)", "gelu"), ("density: 7*exp(-x^2/2)", "gelu"),
    ("density: -exp(-x^2/2)", "gelu"), ("density: 1/(1+x^2)", "form5"),
    ("density: 1e-200/(0.01+x^2)", "form5:gamma=0.1"),
    ("density: where(abs(x)<3,1,0)", "hardswish"), ("density: exp(-abs(x))", "gennorm:beta=1"),
    ("density: exp(-sqrt(abs(x)))", "gennorm:beta=0.5"),
    ("density: exp(-abs(x)^3)", "gennorm:beta=3"), ("density: cosh(x/2)^(-2)", "swish"),
    ("density: (1+x^2)^(-1.5)", "form2"), ("density: exp(-(x/1e-3)^2/2)", "form4:sigma=1e-3"),
    ("density: exp(-(x/1e6)^2/2)", "form4:sigma=1e6"),
    ("density: 1 - tanh(x/2)^2", "swish"),
  ]

  @Test(arguments: twins)
  func aDensityGivesTheFunctionOfTheCatalogue(_ formula: String, _ name: String) throws {
    let found = try Function(parsing: formula).activation
    let truth = try Function(parsing: name).activation
    let xs = Grid(-8...8, count: 1601).points(0..<1601)
    let quantities = Quantity.allCases
    for (quantity, pair) in zip(
      quantities, zip(found.columns(quantities, at: xs), truth.columns(quantities, at: xs)))
    {
      let size = max(1, pair.1.map(abs).max() ?? 1)
      let error = zip(pair.0, pair.1).map { abs($0 - $1) }.max() ?? .nan
      #expect(error <= 1e-13 * size, "\(quantity)")
    }
  }

  @Test(arguments: [
    ("density: exp(-x^2/2)", "gelu"), ("density: exp(-abs(x))", "gennorm:beta=1"),
    ("density: 1/(1+x^2)", "form5"),
  ])
  func theLeftTailKeepsItsDigits(_ formula: String, _ name: String) throws {
    let found = try Function(parsing: formula).activation
    let truth = try Function(parsing: name).activation
    for x in [-0.1, -1, -5, -10, -20, -30, -37, -600.0, -1e10, -1e100, -1e300] {
      let (a, b) = (found.value(at: x), truth.value(at: x))
      #expect(abs(a - b) <= 2e-13 * abs(b), "\(a) and \(b) at \(x)")
    }
    #expect(abs(found.value(at: -.infinity) - truth.value(at: -.infinity)) <= 1e-15)
  }

  /// A density, an x, and the gate there, of many digits: narrow and far, at an edge where it rises like a power, cut off, of
  /// heavy tails.
  static let gates: [(String, Double, Double)] = [
    ("exp(-((x-1000)/0.001)^2/2)", 999.99, 7.619853024860362e-24),
    ("exp(-((x-1000)/0.001)^2/2)", 999.999, 0.1586552539371789),
    ("exp(-((x-1)/1e-9)^2/2)", 1, 0.5),
    ("max(0, 1-abs(x))", -0.99999999, 5.000000050247593e-17),
    ("max(0, 1-abs(x))", -0.5, 0.125),
    ("where(x>0, x*exp(-x), 0)", 1e-100, 5e-201),
    ("where(x>0, x*exp(-x), 0)", 0.001, 4.996667916333403e-07),
    ("where(x>0, x*exp(-x), 0)", 3, 0.8008517265285442),
    ("where(x>0, sqrt(x)*exp(-x), 0)", 1e-20, 7.52252778063675e-31),
    ("where(x>0, exp(-x)/sqrt(x), 0)", 1e-100, 1.1283791670955126e-50),
    ("where(x>2, (x-2)^2*exp(-(x-2)), 0)", 2.5, 0.01438767796697068),
    ("1/(1+x^4)", -1e50, 1.5005271935951764e-151),
    ("exp(-(x-50)^2/2) + exp(-(x+50)^2/2)", -60, 3.809926512080263e-24),
  ]

  @Test(arguments: gates)
  func everyGateKeepsTheDigitsOfItsTail(_ formula: String, _ x: Double, _ gate: Double) throws {
    let activation = try Function(parsing: "density: " + formula).activation
    let found = activation.columns([.gate], at: [x])[0][0]
    #expect(abs(found - gate) <= 1e-13 * gate, "\(found)")
    #expect(activation.diagnostics.filter(\.isWarning).isEmpty)
  }

  @Test func aWaveThatFallsLikeAPowerIsIntegratedToItsEnd() throws {
    // ∫ sin²x/x² = π; the gate is ½ + (Si(2x) − sin²x/x)/π.
    let activation = try Function(parsing: "density: sin(x)^2/x^2").activation
    let totals = activation.diagnostics.compactMap { diagnostic -> Double? in
      if case .normalized(let total) = diagnostic { total } else { nil }
    }
    #expect(totals.count == 1 && totals.allSatisfy { abs($0 - .pi) < 1e-11 }, "\(totals)")
    let gates = activation.columns([.gate], at: [-100, -3, 1])[0]
    let truths = [0.0015845622361968238, 0.048620899624947695, 0.78563205274361832]
    for (gate, truth) in zip(gates, truths) {
      #expect(abs(gate - truth) < 1e-12, "\(gate)")
    }
  }

  @Test func whatTheFormulaItselfRoundsIsToldInDigits() throws {
    let activation = try Function(parsing: "density: exp(-(x/0.001 - 1e6)^2/2)").activation
    let shares = activation.diagnostics.compactMap { diagnostic -> Double? in
      if case .inexact(let share, _) = diagnostic { share } else { nil }
    }
    #expect(shares.count == 1 && shares.allSatisfy { $0 > 1e-13 && $0 < 1e-9 })
  }

  /// A density of spikes, where they are, and the gate beyond each.
  static let spikes: [(String, [Double], [Double])] = [
    ("exp(-((x-40)/0.01)^2)", [40], [1]),
    ("exp(-((x-40)/0.01)^2) + exp(-((x+300)/0.01)^2)", [-300, 40], [0.5, 1]),
    ("exp(-((x-1e5)/10)^2)", [1e5], [1]), ("1e-12/(1e-24+(x-0.3)^2)", [0.3], [1]),
    ("heaviside(x)*exp(-x*1e9)", [0], [1]),
  ]

  @Test(arguments: spikes)
  func spikesAreFoundWhereverTheyAre(_ formula: String, _ places: [Double], _ gates: [Double])
    throws
  {
    let activation = try Function(parsing: "density: " + formula).activation
    let found = activation.columns([.gate], at: [-1e300] + places.map { $0 + 200 })[0]
    #expect(found[0] < 1e-300)
    for (gate, expected) in zip(found.dropFirst(), gates) { #expect(abs(gate - expected) < 1e-12) }
    for place in places { #expect(activation.landmarks.contains { abs($0 - place) < 1e-5 }) }
    #expect(activation.diagnostics.filter(\.isWarning).isEmpty)
  }

  /// The summands cancel down to 1e-9 of themselves, and so much is said.
  @Test func aSpikeOfAnExpandedSquareIsFound() throws {
    let spike = try Function(parsing: "density: exp(-(x^2 - 80.6*x + 1624.09)/1e-4)").activation
    let gates = spike.columns([.gate], at: [40, 40.3, 41])[0]
    #expect(gates[0] == 0 && abs(gates[1] - 0.5) < 1e-6 && gates[2] == 1)
    #expect(spike.landmarks.contains { abs($0 - 40.3) < 1e-12 })
    let warnings = spike.diagnostics.filter(\.isWarning)
    #expect(warnings.count <= 1 && warnings.allSatisfy { $0.sentence.contains("relative error") })
  }

  @Test func theKinksOfADensityAreSmoothedByOneOrder() throws {
    let uniform = try Function(parsing: "density: where(abs(x)<3,1,0)").activation
    #expect(uniform.kinks == [Kink(at: -3, order: 1), Kink(at: 3, order: 1)])
    let laplace = try Function(parsing: "density: exp(-abs(x))").activation
    let gate = try #require(laplace.gated)
    #expect(gate.gateKinks == [Kink(at: 0, order: 2)])
    #expect(laplace.kinks == [Kink(at: 0, order: 3)])
    let slope = try Function(parsing: "slope: heaviside(x)").activation
    #expect(slope.kinks == [Kink(at: 0, order: 1)])
  }

  @Test func aSlopeIsIntegratedFromZero() throws {
    let found = try Function(parsing: "slope: sigmoid(x)").activation
    let softplus = try Function(parsing: "softplus").activation
    for x in Grid(-20...20, count: 801).points(0..<801) {
      let (a, b) = (found.jet(at: x), softplus.jet(at: x))
      #expect(abs(a.value - (b.value - 0.6931471805599453)) <= 1e-14 * (1 + abs(x)), "\(x)")
      #expect(abs(a.first - b.first) <= 1e-15 && abs(a.second - b.second) <= 1e-15)
    }
    #expect(abs(found.value(at: -.infinity) + 0.6931471805599453) < 1e-15)
    #expect(found.jet(at: .infinity) == Jet(.infinity, 1, 0))
    #expect(abs(found.value(at: 1e-30) - 5e-31) <= 5e-45 && found.value(at: 0) == 0)
    #expect(abs(found.value(at: 1e300) - 1e300) <= 1e288)
  }

  /// A slope, x, and f.
  static let slopes: [(String, Double, Double)] = [
    ("slope: cos(x)", 100, -0.5063656411097588), ("slope: 1/(1+x^2)", .infinity, Double.pi / 2),
    ("slope: exp(x)", 700, 1.0142320547350045e304), ("slope: exp(x)", 720, .infinity),
    ("slope: exp(x)", -.infinity, -1), ("slope: x^2", 1e100, 1e300 / 3), ("slope: 2", -3, -6),
    ("slope: 1/(1+abs(x))", 1e300, 690.7755278982137), ("slope: abs(x)^(-0.5)", 4, 4),
    ("slope: sign(x-1)", 3, 1),
  ]

  @Test(arguments: slopes)
  func slopesOfAllKindsAreIntegrated(_ formula: String, _ x: Double, _ value: Double) throws {
    let found = try Function(parsing: formula).activation.value(at: x)
    #expect(found == value || abs(found - value) <= 2e-13 * abs(value), "\(found)")
  }

  @Test(arguments: [
    ("swish", "softplus"), ("swish:beta=2", "softplus:beta=2"), ("relu", "relu"),
    ("gennorm:alpha=1,beta=inf", "smelu"), ("gate: sigmoid(x)", "softplus"),
    ("density: cosh(x/2)^(-2)", "softplus"), ("form2:alpha=0.5", "squareplus"),
    ("gelu", "sau:a=0"),
  ])
  func aGateIsIntegrated(_ name: String, _ twin: String) throws {
    let found = try Function(parsing: name, by: .integral).activation
    let truth = try Function(parsing: twin).activation
    for x in Grid(-20...20, count: 801).points(0..<801) {
      let (a, b) = (found.jet(at: x), truth.jet(at: x))
      #expect(abs(a.value - b.value) <= 1e-13 * max(1, abs(b.value)), "\(x)")
      #expect(abs(a.first - b.first) <= 1e-14 && abs(a.second - b.second) <= 1e-13)
    }
    #expect(found.value(at: -.infinity) == 0 && found.value(at: .infinity) == .infinity)
    #expect(found.diagnostics.filter(\.isWarning).isEmpty)
  }

  @Test func theIntegralOfASlowGateBeginsAtZero() throws {
    let function = try Function(parsing: "form5", by: .integral)
    // ∫₀ˣ (½ + arctan(t)/π) dt = x/2 + (x·arctan x − ½ ln(1 + x²))/π.
    let value = 0.5 + (Double.pi / 4 - 0.6931471805599453 / 2) / Double.pi
    #expect(abs(function.activation.value(at: 1) - value) < 1e-15)
    #expect(function.activation.value(at: 0) == 0)
    #expect(function.activation.value(at: -.infinity) == -.infinity)
    #expect(function.activation.diagnostics == [.slowGate])
  }

  @Test func anIntegralIsToldFromAProduct() throws {
    let function = try Function(parsing: "swish:beta=2", by: .integral)
    #expect(function.label == "swish by integral(beta=2)")
    #expect(function.legend == "swish by integral (β = 2)")
    #expect(throws: ReferenceError.self) { _ = try Function(parsing: "tanh", by: .integral) }
  }

  static let hostile = [
    "1/x", "exp(x)", "sin(x)", "0", "inf", "x", "lgamma(x)", "1/x^2", "tan(x)", "-inf", "1/0-1/0",
    "sqrt(x)", "log(x)", "gamma(x)", "exp(x^2)", "exp(exp(x))", "sin(exp(x))", "1", "-1", "1e308",
    "1e-308*exp(-x^2)", "x*exp(-x^2)", "sin(1/x)", "cos(x)^2/(1+x^2)", "where(sin(9*x)<0,1,0)",
    "x^9/(1+x^10)", "x^6/(1+x^12)", "1/(abs(x)*(1+log(abs(x))^2))", "abs(x)^(-0.9)*exp(-abs(x))",
    "sin(1e6*x)*exp(-abs(x))", "heaviside(x)", "1/(x-1)^2", "asin(x)", "x^x", "1e300*exp(-abs(x))",
    "exp(-abs(x)^0.1)",
  ]

  @Test(arguments: hostile, ["density: ", "slope: "])
  func nothingHangsOrGivesNaN(_ formula: String, _ kind: String) throws {
    let start = ContinuousClock.now
    let function = try Function(parsing: kind + formula)
    let xs = [-1e300, -1e9, -700, -3, -1, -1e-300, -0.0, 0, 1e-9, 0.5, 1, 2, 10, 3e5, 1e300]
    let columns = function.activation.columns(Quantity.allCases, at: xs)
    if kind == "density: " {
      for (quantity, column) in zip(Quantity.allCases, columns) {
        #expect(column.allSatisfy { !$0.isNaN }, "\(quantity) \(column)")
      }
      let ends = function.activation.columns([.f, .gate, .df], at: [-.infinity, .infinity])
      #expect(ends.joined().allSatisfy { !$0.isNaN }, "\(ends)")
    }
    #expect(ContinuousClock.now - start < .seconds(20), "\(ContinuousClock.now - start)")
    for diagnostic in function.activation.diagnostics {
      #expect(diagnostic.sentence.hasSuffix("."))
    }
  }

  @Test(arguments: ["gate: sin(x)", "gate: 1/x", "gate: exp(x)", "density: x", "density: 1/x^2"])
  func noGateIsTooBadToIntegrate(_ formula: String) throws {
    let activation = try Function(parsing: formula, by: .integral).activation
    let values = activation.columns([.f], at: [-1e300, -3, -1, 0.5, 2, 1e300])[0]
    #expect(values.allSatisfy { !$0.isNaN }, "\(values)")
  }
}
