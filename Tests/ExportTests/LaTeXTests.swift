import Activations
import Formulas
import Testing

@testable import Export

/// Formulas for papers; `check-latex` reads those of the whole catalogue and holds them against values.
@Suite struct LaTeXTests {
  private func text(_ function: String, _ orders: [Int] = [0, 1, 2], isInline: Bool = false) throws
    -> String
  {
    try LaTeXFile(
      FunctionReference(parsing: function).functions()[0],
      by: orders.map { Array(repeating: .x, count: $0) }, named: "f",
      isInline: isInline, command: "test", version: "1"
    ).text
  }

  private func rows(_ function: String, _ orders: [Int] = [0, 1, 2], isInline: Bool = false) throws
    -> [String]
  {
    let lines = try text(function, orders, isInline: isInline).split(separator: "\n")
    return lines.filter { $0.contains("&=") }.map {
      String($0.dropFirst(2)).replacing(" \\\\", with: "")
    }
  }

  @Test func derivativesAreThoseOfTextbooks() throws {
    #expect(
      try rows("tanh") == [
        "f(x) &= \\tanh(x)", "f'(x) &= 1-\\tanh^{2}(x)",
        "f''(x) &= -2\\cdot \\tanh(x)\\cdot (1-\\tanh^{2}(x))",
      ])
    #expect(
      try rows("x*log(x)") == [
        "f(x) &= x\\cdot \\ln(x)", "f'(x) &= 1+\\ln(x)", "f''(x) &= \\frac{1}{x}",
      ])
    #expect(
      try rows("sinc", [1]) == ["f'(x) &= \\frac{x\\cdot \\cos(x)-\\sin(x)}{x^{2}}"])
  }

  @Test func whatReadersMayNotKnowIsExplained() throws {
    #expect(
      try rows("gelu", [0]) == [
        "f(x) &= x\\cdot \\Phi\\left(\\frac{x}{\\sigma }\\right)",
        "\\Phi(t) &= \\frac{1}{2}\\left(1+\\operatorname{erf}\\left(\\frac{t}{\\sqrt{2}}\\right)\\right)",
      ])
    #expect(try text("gelu", [0]).contains("% Defaults: σ = 1\n"))
    #expect(try rows("gelu", [0], isInline: true)[0] == "f(x) &= x\\cdot \\Phi(x)")
    // σ is a parameter there.
    var definitions = Definitions()
    let name = try definitions.define("g(x; sigma=2) = sigma*sigmoid(x)")
    let function = try FunctionReference(parsing: name, definitions: definitions).functions()[0]
    let file = try LaTeXFile(
      function, by: [[]], named: "my_g", isInline: false, command: "test", version: "1")
    #expect(
      file.text.contains(
        "\\operatorname{my\\_g}(x) &= \\sigma \\cdot \\operatorname{sigmoid}(x) \\\\\n"))
  }

  @Test func partsOfWhatIsLongHaveLetters() throws {
    let rows = try rows("mish")
    #expect(rows[0] == "f(x) &= x\\cdot \\tanh(\\ln(1+e^{\\alpha x}))")
    #expect(rows.contains("u &= e^{\\alpha x}"))
    #expect(rows.allSatisfy { $0.count < 250 })
  }

  @Test func formulasOfThousandsOfStepsStayReadable() throws {
    let sum = (1...150).map { "sin(\($0)*x)^2*exp(x)" }.joined(separator: "+")
    let rows = try rows(sum)
    #expect(rows.count > 20 && rows.allSatisfy { $0.count < 700 })
  }

  @Test func commandsAreThoseOfLaTeX() {
    #expect(
      LaTeXFile.ofAmsmath("\\erf(x)\\\\\\{\\sin(x)") == "\\operatorname{erf}(x)\\\\\\{\\sin(x)")
    #expect(
      LaTeXFile.ofAmsmath("\\erfc(\\arsinh(x))\\")
        == "\\operatorname{erfc}(\\operatorname{arsinh}(x))\\")
  }

  @Test func theTargetsAreThoseOfTheOption() {
    #expect(
      Target.all.map(\.name) == [
        "c", "cuda", "javascript", "jax", "latex", "numpy", "rust", "swift", "torch", "triton",
      ])
  }
}
