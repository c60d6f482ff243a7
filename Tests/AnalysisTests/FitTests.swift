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

  @Test func theMinimizerFindsTheLowestOfSeveralValleys() {
    let minimum = Minimizer(box: [-4...4, -4...4, 0...2]).minimum { point in
      let (x, y, z) = (point[0] - 1, point[1] + 2, point[2] - 0.5)
      return abs(x) + 3 * abs(y) + z * z + abs(x + y)
    }
    #expect(zip(minimum, [1, -2, 0.5]).allSatisfy { abs($0 - $1) < 1e-4 })
    let edge = Minimizer(box: [1...2]).minimum { $0[0] }
    #expect(abs(edge[0] - 1) < 1e-8)
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
    // 25-digit arithmetic: 0.68681382231, 0.1787051572988701.
    #expect(abs(fit.parameters[0].value - 0.68681382231) < 2e-8)
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

  @Test func aRangeOutsideTheDomainIsRefused() throws {
    let reference = try FunctionReference(parsing: "form4")
    let gelu = try Function(parsing: "gelu")
    #expect(throws: ReferenceError.self) {
      try Fit(reference, to: gelu, over: [("sigma", -1...1)])
    }
  }
}
