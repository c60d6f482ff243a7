import Testing

@testable import Activations
@testable import Analysis
@testable import Formulas

/// What `inspect` says of the catalogue's nearest functions.
@Suite struct NearestTests {
  private func nearest(_ name: String) throws -> [NearestFunction] {
    NearestFunction.all(to: try Function(parsing: name), count: 5)
  }

  /// As it is typed it is read again, its distance is that at very many points, and its family's defaults are no nearer.
  @Test(arguments: [
    "gelu", "mish", "swish:beta=1.3", "tanh(2*x)", "max(0.2*x, x)", "softplus(3*x)/3", "relu(x-1)",
    "x*sigmoid(1.234567*x)", "sin(2*x)",
  ])
  func whatIsSaidOfTheNearestIsTrue(name: String) throws {
    let target = try Function(parsing: name)
    let xs = Grid(NearestFunction.domain, count: 40_001).all
    func distance(_ function: Function) -> Double {
      let values = function.activation.columns([.f], at: xs)[0]
      return zip(values, target.activation.columns([.f], at: xs)[0]).reduce(0) {
        max($0, abs($1.0 - $1.1))
      }
    }
    let all = try nearest(name)
    #expect(all.count == 5)
    for near in all {
      let typed = try Function(parsing: near.function.reference)
      #expect(typed == near.function)
      let there = distance(typed)
      #expect(abs(near.distance - there) <= 1e-5 * there + 1e-12, "\(near.function.reference)")
      #expect(near.distance <= distance(near.function.family.atDefaults) * (1 + 1e-5))
      #expect(near.function.family != target.family || near.function.given.isEmpty)
    }
    #expect(zip(all, all.dropFirst()).allSatisfy { $0.distance <= $1.distance })
  }

  @Test func parametersThatMakeThemEqualAreFound() throws {
    let swish = try nearest("x*sigmoid(1.3*x)").filter(\.isEqual).map(\.function.reference)
    #expect(swish.contains("acon_a:beta=1.3"))
    let leaky = try nearest("max(0.2*x, x)").filter(\.isEqual).map(\.function.reference)
    #expect(leaky.contains("leaky_relu:negative_slope=0.2"))
    let soft = try nearest("log(1+exp(3*x))/3").filter(\.isEqual).map(\.function.reference)
    #expect(soft.contains("softplus:beta=3"))
    let sine = try nearest("sin(2*x)").filter(\.isEqual).map(\.function.reference)
    #expect(sine == ["sine:omega=2"])
  }

  @Test func oneParameterIsAsNearAsAFitFindsIt() throws {
    let near = try #require(nearest("tanh(x)").first { $0.function.family.name == "isru" })
    let fit = try Fit(
      FunctionReference(parsing: "isru"), to: Function(parsing: "tanh(x)"),
      over: [("alpha", 0.1...10)], domain: -10...10)
    #expect(near.distance <= 1.01 * fit.error)
  }

  @Test func whatIsInfinitelyFarIsNotNamed() throws {
    #expect(try nearest("1/x").allSatisfy(\.distance.isFinite))
    #expect(try nearest("exp(x)").allSatisfy(\.distance.isFinite))
  }
}
