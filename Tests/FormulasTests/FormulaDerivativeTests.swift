import Testing

@testable import Activations
@testable import Formulas

/// Derivatives of formulas against independent values.
@Suite struct FormulaDerivativeTests {
  /// A formula and the interval in which it is smooth.
  static let smooth: [(String, ClosedRange<Double>)] = [
    ("exp(x)", -3...3), ("log(x)", 0.5...9), ("log1p(x)", -0.5...9), ("expm1(x)", -3...3),
    ("sqrt(x)", 0.5...9), ("cbrt(x)", 0.5...9), ("cbrt(x)", -9...(-0.5)), ("sin(x)", -7...7),
    ("cos(x)", -7...7), ("tan(x)", -1...1), ("asin(x)", -0.8...0.8), ("acos(x)", -0.8...0.8),
    ("atan(x)", -9...9), ("sinh(x)", -3...3), ("cosh(x)", -3...3), ("tanh(x)", -3...3),
    ("asinh(x)", -9...9), ("acosh(x)", 1.5...9), ("atanh(x)", -0.8...0.8), ("erf(x)", -3...3),
    ("erfc(x)", -3...3), ("gamma(x)", 0.5...6), ("gamma(x)", -1.8...(-1.2)),
    ("lgamma(x)", 0.5...30), ("lgamma(x)", -1.8...(-1.2)), ("sigmoid(x)", -6...6),
    ("softplus(x)", -6...6), ("logcosh(x)", -6...6), ("x^3.5", 0.5...9), ("x^3", -3...3),
    ("x^(-2)", 0.5...3), ("2^x", -3...3), ("x^x", 0.5...3), ("1/(2 + x*x)", -3...3),
    ("log(exp(x) + exp(-2*x))", -3...3), ("log(3 + exp(x))", -6...6), ("sqrt(2 + x^2)", -6...6),
    ("sin(x)*exp(-x^2)/(2 + cos(x))", -3...3), ("gelu(x^2 - 1)", -2...2),
    ("gennorm(2*x; alpha=1, beta=3)", 0.2...2), ("abs(x)^3 + sign(x)*x", 0.5...3),
    ("min(x, 9)*max(x, -9, 0-x)*clip(x, -5, 5)", 0.5...3), ("where(x < 0, x, x^2)", 0.5...3),
    ("Phi(x)", -6...6), ("phi(x)", -6...6), ("gammaincp(2.5, x)", 0.5...9),
    ("gammaincp(0.3, x^2)", 0.5...3), ("gammaincp(40, 9*x)", 2...7), ("atan2(x, 2)", -5...5),
    ("atan2(2, x)", -5...5), ("atan2(sin(x), 2 + cos(2*x))", -5...5),
    ("atan2(x^2 + 1, x^3)", -3...3),
    ("atan2(-exp(x), -x)*x", -3...3), ("x*atan2(x, -3 - x)", 0.5...3),
    ("(1 + exp(-x))^(-2.5)", -6...6), ("3/(1 + exp(x))", -6...6), ("heaviside(x)*x^2", 0.5...3),
  ]

  @Test(arguments: smooth)
  func derivativesAreThoseOfTheValues(_ formula: String, _ range: ClosedRange<Double>) throws {
    let activation = try Function(parsing: "activation:" + formula).activation
    for x in Grid(range, count: 23).points(1..<22) {
      let jet = activation.jet(at: x)
      let slope = Self.difference(x) { activation.value(at: $0) }
      let bend = Self.difference(x) { activation.jet(at: $0).first }
      #expect(abs(jet.first - slope) <= 1e-8 * (1 + abs(slope)), "\(formula) at \(x)")
      #expect(abs(jet.second - bend) <= 1e-8 * (1 + abs(bend)), "\(formula) at \(x)")
    }
  }

  /// A central difference of the eighth order.
  private static func difference(_ x: Double, _ f: (Double) -> Double) -> Double {
    let h = 0x1p-7
    let weights = [4 / 5.0, -1 / 5.0, 4 / 105.0, -1 / 280.0]
    return weights.enumerated().reduce(0) { sum, item in
      let step = Double(item.offset + 1) * h
      return sum + item.element * (f(x + step) - f(x - step))
    } / h
  }

  /// Far out, where the plain arithmetic would overflow: formula, x, and the jet.
  static let limits: [(String, Double, Jet)] = [
    ("x*tanh(log(1+exp(x)))", 1000, Jet(1000, 1, 0)),
    ("x*tanh(log1p(exp(x)))", 1000, Jet(1000, 1, 0)),
    ("log(exp(x) + 1)", 1000, Jet(1000, 1, 0)), ("exp(x)/(1+exp(x))", 1000, Jet(1, 0, 0)),
    ("1/(1+exp(-x))", -1000, Jet(0, 0, 0)), ("log(exp(x)+exp(-x))", -1000, Jet(1000, -1, 0)),
    ("x/(1+exp(-x))", -1000, Jet(0, 0, 0)), ("exp(-exp(-x))", -1000, Jet(0, 0, 0)),
    ("sqrt(1+x^2)", 0x1p600, Jet(0x1p600, 1, 0)), ("e^x/(e^x+1)", 1000, Jet(1, 0, 0)),
    ("x*sigmoid(x)", .infinity, Jet(.infinity, 1, 0)), ("x*sigmoid(x)", -.infinity, Jet(0, 0, 0)),
    ("atan(x)", -.infinity, Jet(-Double.pi / 2, 0, 0)), ("log(x)", .infinity, Jet(.infinity, 0, 0)),
    ("sqrt(x^2+1) - x", .infinity, Jet(0, 0, 0)), ("gate: sigmoid(x)", -.infinity, Jet(0, 0, 0)),
  ]

  @Test(arguments: limits)
  func limitsAreReachedWithoutNaN(_ formula: String, _ x: Double, _ jet: Jet) throws {
    #expect(try Function(parsing: formula).activation.jet(at: x) == jet)
  }

  @Test(
    "Where a formula has no value it has no slopes",
    arguments: [
      ("log(x)", -1.0), ("log1p(x)", -2), ("atanh(x)", 2), ("atanh(x)", -1.5), ("sqrt(x)", -1),
      ("asin(x)", 2), ("acos(x)", -2), ("acosh(x)", 0), ("acosh(x)", -3), ("x^0.5", -1),
      ("x^2.5", -1), ("x*log(x)", -1), ("log(x)/x", -1), ("log(x^3)", -2), ("log(abs(x)-2)", 1),
      ("log1p(x)/x", -2), ("atanh(x)/x", 3), ("log(1+x)", -2), ("log(1-x)-log(x)", 2),
      ("log(exp(x)-1)", -1),
    ])
  func nothingFollowsFromNothing(_ formula: String, _ x: Double) throws {
    let jet = try Function(parsing: formula).activation.jet(at: x)
    #expect(jet.value.isNaN && jet.first.isNaN && jet.second.isNaN, "\(jet)")
  }

  /// Exactly on a kink: formula, x, the mean of the limits from both sides.
  static let kinks: [(String, Double, Jet, Int?)] = [
    ("abs(x)", 0, Jet(0, 0, 0), 1), ("max(0,x)^2", 0, Jet(0, 0, 1), 2),
    ("sign(x)", 0, Jet(0, 0, 0), 0), ("where(x<1, x, x+2)", 1, Jet(2, 1, 0), 0),
    ("clip(2*x+1,0,4)", 1.5, Jet(4, 1, 0), 1), ("abs(x^2-1)", 1, Jet(0, 0, 0), 1),
    ("x*heaviside(x)", 0, Jet(0, 0.5, 0), 1), ("relu(x-2)^2", 2, Jet(0, 0, 1), 2),
    ("max(x, 2*x)", 0, Jet(0, 1.5, 0), 1), ("min(x, -x)", 0, Jet(0, 0, 0), 1),
    ("gate: heaviside(x)", 0, Jet(0, 0.5, 0), 1), ("|x|*x", 0, Jet(0, 0, 0), 2),
    ("where(x==0, 1, sin(x)/x)", 0, Jet(1, 0, 0), nil), ("abs(x)^2", 0, Jet(0, 0, 2), nil),
    ("exp(heaviside(x))", 0, Jet((1 + 2.718281828459045) / 2, 0, 0), 0),
    ("where(x^3 < 0, 1, 2)", 0, Jet(1.5, 0, 0), 0), ("where(x^4 > 0, 3, 5)", 0, Jet(3, 0, 0), nil),
    ("where(x^5 > x^7, x, 2 + x)", 0, Jet(1, 1, 0), 0), ("heaviside(-x^4)", 0, Jet(0, 0, 0), nil),
    ("where(x^4 == 0, 3, 5)", 0, Jet(3, 0, 0), nil), ("where(0*x < 0, 1, 2)", 0, Jet(2, 0, 0), nil),
    ("sign((x - 2)^3)*x", 2, Jet(0, 0, 0), 0), ("relu(x^3)/x", 1, Jet(1, 2, 2), nil),
    ("heaviside(-x)", 0, Jet(0.5, 0, 0), 0), ("max(0, abs(max(0, x)))", 0, Jet(0, 0.5, 0), 1),
  ]

  @Test(arguments: kinks)
  func onAKinkBothSidesAreAveraged(_ formula: String, _ x: Double, _ jet: Jet, _ order: Int?) throws
  {
    let activation = try Function(parsing: formula).activation
    #expect(activation.jet(at: x) == jet)
    #expect(activation.value(at: x) == jet.value)
    #expect(activation.kinks.first { $0.x == x }?.order == order)
  }

  @Test func kinksAreFoundWhereTheInnerFunctionBends() throws {
    let kinks = try Function(parsing: "abs(tanh(x) - 0.5)").activation.kinks
    #expect(kinks.count == 1 && abs(kinks[0].x - 0.5493061443340549) < 1e-15)
    let both = try Function(parsing: "clip(x^3, -8, 27)").activation.kinks
    #expect(both == [Kink(at: -2, order: 1), Kink(at: 3, order: 1)])
  }
}
