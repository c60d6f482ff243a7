import Activations
import Testing

@testable import Formulas

/// Functions of x and y: values and derivatives, along both variables.
@Suite struct SurfaceTests {
  private func columns(
    _ text: String, _ quantities: [SurfaceQuantity] = SurfaceQuantity.allCases,
    at x: Double, _ y: Double
  ) throws -> [Double] {
    let surface = try #require(Function(parsing: text).surface)
    return surface.columns(quantities, at: [Point(x: x, y: y)]).map { $0[0] }
  }

  @Test func onAKinkADerivativeIsTheMeanOfItsLimitsAlongItsVariable() throws {
    #expect(try columns("maxout", [.f, .fx, .fy], at: 1, 1) == [1, 0.5, 0.5])
    #expect(try columns("reglu", [.f, .fx, .fy, .fxy], at: 0, 3) == [0, 1.5, 0, 0.5])
    #expect(try columns("x*relu(y)", [.f, .fx, .fy, .fxy], at: 2, 0) == [0, 0, 1, 0.5])
    // x is clamped from above alone, y on both sides.
    let clamped = "clamped_swiglu:limit=2"
    #expect(try columns(clamped, [.fx, .fy], at: 3, 1)[0] == 0)
    #expect(try columns(clamped, [.fx, .fy], at: -3, 1)[0] != 0)
    #expect(try columns(clamped, [.fy], at: 1, -3) == [0])
    #expect(try columns(clamped, [.fy], at: 1, 3) == [0])
  }

  @Test func whatIsNotANumberStaysSo() throws {
    for (x, y) in [(Double.nan, 1.0), (1, .nan)] {
      #expect(try columns("max(x, y)", at: x, y).allSatisfy(\.isNaN))
    }
    #expect(try columns("x*y", [.f, .fx, .fy], at: .infinity, -2) == [-.infinity, -2, .infinity])
    #expect(try columns("swiglu", [.f, .fx], at: -.infinity, 1) == [0, 0])
    // Where the text alone overflows.
    #expect(try columns("logsumexp", [.f, .fx, .fy], at: 800, -800) == [800, 1, 0])
  }

  @Test func yWithAValueIsAParameter() throws {
    let reference = try FunctionReference(parsing: "x*sigmoid(y)")
    #expect(try reference.functions()[0].surface != nil)
    let slices = try reference.functions(sweeping: ["y": [0, 1000]])
    #expect(slices.map(\.label) == ["x*sigmoid(y)(y=0)", "x*sigmoid(y)(y=1000)"])
    #expect(slices.allSatisfy { $0.surface == nil })
    #expect(slices.map { $0.activation.value(at: 3) } == [1.5, 3])
  }

  @Test func functionsOfTwoVariablesAreDefinedAndCalled() throws {
    var definitions = Definitions()
    try definitions.define("gate2(x, y; a=2) = sigmoid(a*x)*y")
    let function = try Function(parsing: "gate2(y, x; a=0)", definitions: definitions)
    let surface = try #require(function.surface)
    #expect(
      surface.columns([.f, .fx, .fy], at: [Point(x: 3, y: 5)]) == [[1.5], [0.5], [0]])
    let slice = try Function(parsing: "gate2(0, x)", definitions: definitions)
    #expect(slice.surface == nil && slice.activation.value(at: 4) == 2)
    #expect(try Function(parsing: "swiglu(x, 2; beta=0)").activation.value(at: 3) == 3)
    #expect(try columns("glu(y, x)", [.f], at: 4, 0) == [2])
  }

  @Test(arguments: [
    ("swiglu(x)", "takes 2 arguments, swiglu(x, y), not 1"),
    ("gelu(x, y)", "takes 1 argument, not 2"),
    ("swiglu'(x)", "does not say which derivative"),
    ("swish(x; beta=y)", "A parameter cannot depend on y"),
    ("gammaincp(y, x)", "cannot depend on y"),
    ("gate: sigmoid(x*y)", "is a function of x alone; y needs a value"),
  ])
  func whatMeansNothingIsRefused(text: String, sentence: String) {
    let error = #expect(throws: FormulaError.self) { try Function(parsing: text) }
    #expect(error?.description.contains(sentence) == true, "\(error?.description ?? "")")
  }
}
