import Activations
import Formulas
import Testing

@testable import Analysis

/// Poles, jumps and edges are found between neighbouring doubles, however large or small the stretch.
@Suite struct CertaintyTests {
  private func certainty(_ formula: String, _ quantity: Quantity = .f) throws -> Certainty {
    Certainty(try FunctionReference(parsing: formula).functions()[0], quantity)
  }

  @Test(
    "A break is told by its kind, at the double where it is",
    arguments: [
      ("1/x", -1, 2, 0, .pole), ("1/x", -1e308, 1e308, 0, .pole), ("log(x)", -1, 1, 0, .pole),
      ("tan(x)", 1, 2, 1.5707963267948966, .pole), ("sqrt(x)", -1, 1, 0, .edge),
      ("sign(x - 1)", 0, 5, 1, .jump), ("where(x < 0.3, x, x^2 + 1)", 0, 1, 0.3, .jump),
      ("(x^2 - 1)/(x - 1)", 0, 3, 1, .removable), ("where(x > 0, x, 0)", -1, 1, 0, .removable),
      ("1/(x - 3)^2", -1e6, 1e6, 3, .pole), ("asin(x)", 0.5, 2, 1, .edge),
      ("where(x > 3e-308, 1, 0)", -4e-308, 4e-308, 3e-308, .jump),
      ("1/(exp(x) - 1)", -1, 1, 0, .pole), ("gamma(x)", -0.5, 0.5, 0, .pole),
      ("log(abs(x - 2))", 1, 3.5, 2, .pole), ("1/(x - 1e300)", 1e299, 1e301, 1e300, .pole),
      ("1/cos(x)", 1, 2, 1.5707963267948966, .pole), ("exp(1/x)", -1, 1, 0, .pole),
      ("x*log(x)", -1, 1, 0, .edge), ("atan(1/x)", -1, 1, 0, .jump),
      ("hardshrink", -0.2, 2, 0.5, .jump),
    ] as [(String, Double, Double, Double, Break.Kind)])
  func kinds(_ formula: String, _ low: Double, _ high: Double, _ x: Double, _ kind: Break.Kind)
    throws
  {
    let breaks = try certainty(formula).breaks(in: low...high)
    #expect(breaks.undecided.isEmpty)
    let found = breaks.found.filter { $0.kind != .removable || kind == .removable }
    #expect(found.map(\.kind) == [kind])
    #expect(found.map(\.x) == [x])
  }

  @Test("The sides of a pole have their signs, and those of a jump their limits")
  func sides() throws {
    let pole = try certainty("1/x").firstBreak(in: -1...1)
    #expect(pole?.left == .pole(sign: -1))
    #expect(pole?.right == .pole(sign: 1))
    let jump = try certainty("where(x < 1, 2, 5)").firstBreak(in: 0...3)
    #expect(jump?.left == .limit(2))
    #expect(jump?.right == .limit(5))
    #expect(jump?.value == 3.5)
    let logarithm = try certainty("log(x)").firstBreak(in: -1...1)
    #expect(logarithm?.left == .undefined)
    #expect(logarithm?.right == .pole(sign: -1))
  }

  @Test("What is smooth is certain in one look, and what oscillates without end is left open")
  func smoothness() throws {
    #expect(try certainty("gelu").over(-1e308...1e308).isContinuous)
    #expect(try certainty("sin(x)", .d2f).over(-1e308...1e308).isTame)
    #expect(try certainty("relu", .df).breaks(in: -1...1).found.map(\.kind) == [.jump])
    #expect(try certainty("softplus(x)*sin(3*x)").breaks(in: -30...30).found.isEmpty)
    let wild = try certainty("sin(1/x)").breaks(in: -1...1)
    #expect(wild.found.map(\.kind) == [.undecided])
  }
}
