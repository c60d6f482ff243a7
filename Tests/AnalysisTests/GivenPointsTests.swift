import Testing

@testable import Activations
@testable import Analysis
@testable import Formulas

/// Lines through points that were given break where the curve does, though no point stands there.
@Suite struct GivenPointsTests {
  private func graph(_ formula: String, _ count: Int, over domain: ClosedRange<Double> = -5...5)
    throws -> Graph
  {
    let function = try FunctionReference(parsing: formula).functions()[0]
    return Sampler(domain: domain, count: count).graph(of: Trace(function, .f), seeing: -4...4)
  }

  @Test(
    "A line ends at each side of a pole",
    arguments: [
      ("1/x", 1000, 2), ("1/x^2", 10, 2), ("tan(x)", 1000, 5), ("1/(x-1/3)", 101, 2),
      ("1/(x^2-1)", 998, 3), ("log(abs(x-0.01))", 400, 2),
    ])
  func poles(formula: String, count: Int, pieces: Int) throws {
    let graph = try graph(formula, count)
    #expect(graph.lines.count == pieces)
    #expect(graph.jumps.isEmpty)
  }

  @Test("A line leads up to a jump from both sides")
  func jumps() throws {
    let graph = try graph("where(x*x < 2, 0, 0) + abs(x-1/3)/(x-1/3)", 40)
    #expect(graph.lines.count == 2)
    let jump = try #require(graph.jumps.first)
    #expect(graph.jumps.count == 1 && jump.left == -1 && jump.right == 1)
    #expect(abs(jump.x - 1 / 3.0) < 1e-15)
    let end = try #require(graph.lines[0].last)
    #expect(abs(end.x - jump.x) < 1e-15 && end.y == -1)
  }

  @Test(
    "What is continuous is one line, however few points there are",
    arguments: [
      "gelu", "sin(50*x)", "tanh(1e6*x)", "exp(-1000*x^2)", "abs(x-1/3)", "sqrt(abs(x))",
      "where(x<1/3, x, 2*x-1/3)", "sin(x)/x", "(x^2-1/9)/(x-1/3)",
    ])
  func continuous(formula: String) throws {
    for count in [2, 7, 100, 1001] {
      let graph = try graph(formula, count)
      #expect(graph.lines.count == 1 && graph.jumps.isEmpty)
    }
  }
}
