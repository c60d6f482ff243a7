import Testing

@testable import Activations
@testable import Analysis
@testable import Formulas

@Suite struct FitTests {
  @Test func theLogisticNearestToTheNormalDistributionIsTheKnownOne() throws {
    // The constant of the literature: 1.7017, with an error of 0.0095.
    let fit = try Fit(
      FunctionReference(parsing: "swish"), to: Function(parsing: "gelu"), .gate,
      over: [("beta", 0.5...5)])
    #expect(abs(fit.parameters[0].value - 1.70174) < 1e-5)
    #expect(abs(fit.error - 0.009457) < 1e-6)
    #expect(fit.function.label.hasPrefix("swish(beta=1.7017"))
  }

  @Test func aFunctionIsFoundAgain() throws {
    let one = try Fit(
      FunctionReference(parsing: "form4"), to: Function(parsing: "gelu:sigma=2"),
      over: [("sigma", 0.1...10)], norm: .l2)
    #expect(abs(one.parameters[0].value - 2) < 1e-6)
    #expect(one.error < 1e-6)
  }

  @Test func aFormulaIsFitted() throws {
    let fit = try Fit(
      FunctionReference(parsing: "gate: sigmoid(k*x)"), to: Function(parsing: "gelu"), .gate,
      over: [("k", 0.5...5)])
    #expect(abs(fit.parameters[0].value - 1.70174) < 1e-5)
  }

  @Test func twoParametersAreFoundAgain() throws {
    let fit = try Fit(
      FunctionReference(parsing: "swish"), to: Function(parsing: "gelu_sigmoid"),
      over: [("alpha", 0.5...2), ("beta", 0.5...4)], norm: .gaussian)
    #expect(abs(fit.parameters[0].value - 1) < 1e-5)
    #expect(abs(fit.parameters[1].value - 1.702) < 1e-5)
  }

  @Test func aLinearProgramFindsTheLeastLargest() throws {
    // The line nearest to x² at −1, −½, 0, ½, 1: level, at ½.
    let xs = [-1, -0.5, 0, 0.5, 1]
    let program = LinearProgram(
      residuals: xs.map { -$0 * $0 }, slopes: [xs.map { _ in 1 }, xs], ranges: [-1...1, -1...1])
    let solution = try #require(program.solution)
    #expect(abs(solution.step[0] - 0.5) < 1e-15 && abs(solution.step[1]) < 1e-15)
    #expect(abs(solution.value - 0.5) < 1e-15)
    let held = LinearProgram(
      residuals: xs.map { -$0 * $0 }, slopes: [xs.map { _ in 1 }], ranges: [-1...0.25])
    #expect(try #require(held.solution).value == 0.75)
  }

  @Test func squaresAreSolvedWithinBounds() {
    // c₁ + 2·c₂ near (1, 3): free they are 1 and 1.
    let columns = [[1.0, 1], [0, 2]]
    let free = BoundedSquares(columns, [-1, -3], [-5...5, -5...5]).solution
    #expect(zip(free, [1, 1]).allSatisfy { abs($0 - $1) < 1e-12 })
    let held = BoundedSquares(columns, [-1, -3], [0...0.5, -5...5]).solution
    #expect(held[0] == 0.5 && abs(held[1] - 1.25) < 1e-12)
  }

  /// A function, what it is fitted to, the boxes, and what is found: at the ends of scales, of waves, of kinks, of far boxes.
  static let found: [(String, String, Norm, [(String, ClosedRange<Double>)], [Double])] = [
    (
      "leaky_relu", "where(x>0, x, 0.01*x)", .supremum, [("negative_slope", 0.001...100)], [0.01]
    ),
    ("a*x", "0.1*x", .supremum, [("a", 0...1000)], [0.1]),
    ("sin(k*x+b)", "sin(7*x+1)", .l2, [("k", 0.5...20), ("b", -3...3)], [7, 1]),
    ("sin(k*x)", "sin(13.37*x)", .supremum, [("k", 0...50)], [13.37]),
    ("abs(x-a)", "abs(x-2.5)", .supremum, [("a", -1e6...1e6)], [2.5]),
    (
      "a*exp(-b*x^2)", "3*exp(-0.2*x^2)", .supremum, [("a", 1e-6...1e6), ("b", 0.001...1000)],
      [3, 0.2]
    ),
  ]

  @Test(arguments: found.indices)
  func whatIsMetExactlyIsFoundInAllOfTheBox(index: Int) throws {
    let (function, target, norm, ranges, values) = Self.found[index]
    let fit = try Fit(
      FunctionReference(parsing: function), to: Function(parsing: target), over: ranges, norm: norm)
    #expect(fit.parameters.map(\.value) == values && fit.error < 1e-15, "\(fit.parameters)")
    #expect(fit.bounded.isEmpty && fit.equals.isEmpty)
  }

  @Test func kinksAreIntegratedPieceByPiece() throws {
    let fit = try Fit(
      FunctionReference(parsing: "smelu"), to: Function(parsing: "gelu"), .df,
      over: [("beta", 0.1...8)], norm: .l2)
    // 25-digit arithmetic: 0.6868138223061652, 0.1787051572988701.
    #expect(abs(fit.parameters[0].value - 0.6868138223061652) < 1e-10)
    #expect(abs(fit.error - 0.1787051572988701) < 1e-12)
  }

  @Test func whatStandsAtItsBoundAndWhatIsAsGoodIsTold() throws {
    let edge = try Fit(
      FunctionReference(parsing: "swish"), to: Function(parsing: "gelu"), .gate,
      over: [("beta", 2...5)])
    #expect(edge.parameters[0].value == 2 && edge.bounded == ["beta"])
    let twins = try Fit(
      FunctionReference(parsing: "k^2*x"), to: Function(parsing: "4*x"), over: [("k", -5...5)])
    #expect(abs(twins.parameters[0].value) == 2 && twins.equals == [[-twins.parameters[0].value]])
  }

  @Test func whatDoesNotMatterIsTold() throws {
    let idle = try Fit(
      FunctionReference(parsing: "max(x, -k)"), to: Function(parsing: "x"), over: [("k", 10...100)])
    #expect(idle.idle == ["k"] && idle.bounded.isEmpty && idle.error == 0)
    // Where x > 0, nothing can be done.
    let level = try Fit(
      FunctionReference(parsing: "leaky_relu"), to: Function(parsing: "gelu"),
      over: [("negative_slope", 0...1)])
    let range = try #require(level.flat.first).range
    #expect(level.idle.isEmpty && level.flat.map(\.name) == ["negative_slope"])
    #expect(range.lowerBound == 0 && range.contains(level.parameters[0].value))
    // −a·x is as far below gelu at −5 as x is above it at 0.75: a = (0.16997120748 + 0.00000143)/5.
    #expect(abs(range.upperBound - 0.0339945281) < 1e-9)
  }

  @Test func distancesBesideTheValueAreMinimized() throws {
    // (a·x − x·(1 + x²))/(x·(1 + x²)) over 1…3 is a/(1 + x²) − 1: best where a/2 − 1 = 1 − a/10.
    let relative = try Fit(
      FunctionReference(parsing: "a*x"), to: Function(parsing: "x*(1+x^2)"), over: [("a", 0...100)],
      norm: .relative, domain: 1...3)
    #expect(abs(relative.parameters[0].value - 10.0 / 3) < 1e-10)
    #expect(abs(relative.error - 2.0 / 3) < 1e-12)
    // A constant near 1.5…3 in ulp of bf16, 2⁻⁷ below 2 and 2⁻⁶ from there: (a − 1.5)·2⁷ = (3 − a)·2⁶ at a = 2.
    let ulp = try Fit(
      FunctionReference(parsing: "a+0*x"), to: Function(parsing: "x"), over: [("a", 0...10)],
      norm: .ulp, in: .bf16, domain: 1.5...3)
    #expect(abs(ulp.parameters[0].value - 2) < 1e-9 && abs(ulp.error - 64) < 1e-7)
  }

  @Test func aRangeOutsideTheDomainIsRefused() throws {
    let reference = try FunctionReference(parsing: "form4")
    let gelu = try Function(parsing: "gelu")
    #expect(throws: ReferenceError.self) {
      try Fit(reference, to: gelu, over: [("sigma", -1...1)])
    }
  }
}
