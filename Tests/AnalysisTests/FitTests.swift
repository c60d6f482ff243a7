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

  @Test func aRangeOutsideTheDomainIsRefused() throws {
    let reference = try FunctionReference(parsing: "form4")
    let gelu = try Function(parsing: "gelu")
    #expect(throws: ReferenceError.self) {
      try Fit(reference, to: gelu, over: [("sigma", -1...1)])
    }
  }
}
