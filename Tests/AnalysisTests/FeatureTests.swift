import Testing

@testable import Activations
@testable import Analysis
@testable import Formulas

@Suite("Marked points")
struct FeatureTests {
  private func points(
    _ function: String, _ quantity: Quantity = .f, _ features: [Feature],
    over domain: ClosedRange<Double> = -5...5
  ) throws -> [FeaturePoint] {
    let function = try Function(parsing: function)
    let slope = quantity.slope
    return Trace(function, quantity).features(
      features, over: domain, slope: slope.map { Trace(function, $0) },
      curvature: slope?.slope.map { Trace(function, $0) })
  }

  @Test("gelu's minimum, zero and inflections to the last digit")
  func gelu() throws {
    let points = try points("gelu", .f, [.minimum, .zero, .inflection, .kink])
    #expect(points.map(\.features) == [[.inflection], [.minimum], [.zero], [.inflection]])
    let expected = [-1.4142135623730951, -0.7517915246935645, 0, 1.4142135623730951]
    #expect(zip(points, expected).allSatisfy { abs($0.x - $1) <= 2 * $1.ulp })
    #expect(abs(points[1].y - -0.16997120747990369) < 1e-16)
    #expect(points[2].y == 0)
  }

  @Test("The slope's zero is the function's minimum, and its minimum the inflection")
  func slope() throws {
    let points = try points("gelu", .df, [.minimum, .maximum, .zero])
    #expect(points.map(\.features) == [[.minimum], [.zero], [.maximum]])
    #expect(abs(points[0].x + 1.4142135623730951) < 1e-15)
    #expect(abs(points[1].x + 0.7517915246935645) < 1e-15 && points[1].y == 0)
    #expect(abs(points[2].x - 1.4142135623730951) < 1e-15)
  }

  @Test("A quantity without a slope has its extrema to half of the digits")
  func density() throws {
    let points = try points("form4:sigma=0.5", .density, [.maximum, .minimum])
    #expect(points.map(\.features) == [[.maximum]])
    #expect(abs(points[0].x) < 1e-7 && abs(points[0].y - 0.7978845608028654) < 1e-15)
  }

  @Test("Kinks are corners and jumps")
  func kinks() throws {
    #expect(try points("hardswish", .f, [.kink]).map(\.x) == [-3, 3])
    let jump = try points("relu", .df, [.kink])
    #expect(jump.map(\.x) == [0] && jump.map(\.y) == [0.5])
  }

  @Test("What holds all along a stretch, or at an end of the domain, is no point")
  func stretches() throws {
    let all: [Feature] = [.minimum, .maximum, .zero, .inflection]
    #expect(try points("relu", .f, all).isEmpty)
    #expect(try points("gelu", .gate, [.minimum, .maximum, .zero], over: -60...60).isEmpty)
    #expect(try points("softplus", .f, all).isEmpty)
  }

  @Test("A point that is several things is one point")
  func merged() throws {
    let points = try points("sin(x)", .f, [.zero, .inflection], over: -4...4)
    #expect(points.count == 3)
    #expect(points.allSatisfy { $0.features == [.zero, .inflection] })
    #expect(points.map(\.x) == [-.pi, 0, .pi])
  }

  @Test("A curvature that jumps across 0 makes an inflection, a corner does not")
  func curvatureJump() throws {
    #expect(try points("x*abs(x)", .f, [.inflection]).map(\.x) == [0])
    #expect(try points("max(x^2, 2*x-1/2)", .f, [.inflection]).isEmpty)
  }

  @Test(
    "A pole is no zero, no kink and no extremum, and where a graph has no bound it has none",
    arguments: [
      "1/x", "1/x^2", "-1/x^2", "1/(x-1/3)", "1/sin(x)", "gamma(x)", "1/(x^2-1)",
      "where(x>0, 1/x, x)", "1/abs(x)",
    ])
  func poles(formula: String) throws {
    #expect(try points(formula, .f, [.minimum, .maximum, .zero, .kink]).isEmpty)
  }

  @Test("Zeros between poles stay")
  func zerosBetweenPoles() throws {
    #expect(try points("tan(x)", .f, Feature.allCases).map(\.x) == [-.pi, 0, .pi])
    #expect(try points("x/(x^2-2)", .f, [.zero, .minimum, .maximum, .kink]).map(\.x) == [0])
    #expect(try points("log(abs(x))", .f, Feature.allCases).map(\.x) == [-1, 1])
  }

  @Test(
    "A zero without a change of sign, at an edge or at an end is one; a stretch of them is not",
    arguments: [
      ("abs(sin(x))", -4, 4, [-.pi, 0, .pi]),
      ("(x^2-2)^2", -5, 5, [-2.0.squareRoot(), 2.0.squareRoot()]),
      ("cosh(x)-1", -5, 5, [0]), ("x^2+1e-16", -5, 5, []), ("sqrt(x)", -5, 5, [0]),
      ("sqrt(4-x^2)", -5, 5, [-2, 2]), ("x*log(x)", -5, 5, [0, 1]), ("sin(x)", 0, 3, [0]),
      ("relu", 0, 5, []), ("exp(-1/x^2)", -5, 5, []), ("tanh(1e30*(x-1/3))", -5, 5, [1 / 3.0]),
      ("x^2-1e-20", -1e-9, 1e-9, [-1e-10, 1e-10]), ("exp(1/x)", -5, 5, []),
    ] as [(String, Double, Double, [Double])])
  func zeros(formula: String, low: Double, high: Double, expected: [Double]) throws {
    let found = try points(formula, .f, [.zero], over: low...high)
    #expect(found.count == expected.count)
    for (point, x) in zip(found, expected) {
      #expect(abs(point.x - x) <= 2 * x.ulp && point.y == 0)
    }
  }

  @Test("What oscillates faster than pixels has no zeros that could be told")
  func oscillation() throws {
    let found = try points("sin(1/x)", .f, [.zero]).map(\.x)
    #expect(found.allSatisfy { $0.magnitude > 0.02 } && found.count >= 12)
    #expect(try points("sin(100000*x)", .f, [.zero]).filter { $0.x != 0 }.isEmpty)
  }

  @Test("An extremum at a break is the limit from its side, at the break")
  func limits() throws {
    let step = try points("atan(1/x)", .f, [.minimum, .maximum])
    #expect(step.map(\.features) == [[.minimum], [.maximum]])
    #expect(step.map(\.x) == [0, 0] && step.map(\.y) == [-.pi / 2, .pi / 2])
    let root = try points("sqrt(x)", .f, [.minimum])
    #expect(root.map(\.x) == [0] && root.map(\.y) == [0])
    let essential = try points("exp(1/x)", .f, [.minimum, .maximum])
    #expect(essential.map(\.x) == [0] && essential.map(\.y) == [0])
    #expect(try points("sqrt(abs(x))", .df, [.minimum, .maximum]).isEmpty)
  }

  @Test("Rounding errors make no inflections")
  func rounding() throws {
    #expect(try points("(x^2-1)/(x-1)", .f, [.inflection]).isEmpty)
    #expect(try points("1/gamma(x)", .f, [.inflection], over: -0.2...0.2).isEmpty)
    #expect(try points("cbrt(x)", .f, [.inflection]).map(\.x) == [0])
  }

  @Test("Points are looked for evenly on a bent axis")
  func logarithmicAxis() throws {
    let function = try Function(parsing: "sin(5*log(x))")
    let found = Trace(function, .f).features(
      [.zero], over: 0.001...1000, slope: Trace(function, .df), curvature: nil,
      transform: .log)
    #expect(found.count == 21)
  }
}
