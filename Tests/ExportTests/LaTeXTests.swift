import Activations
import Formulas
import Testing

@testable import Export

/// Formulas for papers; `check-latex` reads those of the whole catalogue and holds them against values.
@Suite struct LaTeXTests {
  private func text(
    _ function: String, _ quantities: [Quantity] = [.f, .df, .d2f], isInline: Bool = false
  ) throws
    -> String
  {
    try LaTeXFile(
      FunctionReference(parsing: function).functions()[0],
      .ofX(quantities), named: "f",
      isInline: isInline, command: "test", version: "1"
    ).text
  }

  private func rows(
    _ function: String, _ quantities: [Quantity] = [.f, .df, .d2f], isInline: Bool = false
  ) throws
    -> [String]
  {
    let lines = try text(function, quantities, isInline: isInline).split(separator: "\n")
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
      try rows("sinc", [.df]) == ["f'(x) &= \\frac{x\\cdot \\cos(x)-\\sin(x)}{x^{2}}"])
  }

  @Test func whatReadersMayNotKnowIsExplained() throws {
    #expect(
      try rows("gelu", [.f]) == [
        "f(x) &= x\\cdot \\Phi\\left(\\frac{x}{\\sigma }\\right)",
        "\\Phi(t) &= \\frac{1}{2}\\left(1+\\operatorname{erf}\\left(\\frac{t}{\\sqrt{2}}\\right)\\right)",
      ])
    #expect(try text("gelu", [.f]).contains("% Defaults: σ = 1\n"))
    #expect(try rows("gelu", [.f], isInline: true)[0] == "f(x) &= x\\cdot \\Phi(x)")
    // σ is a parameter there.
    var definitions = Definitions()
    let name = try definitions.define("g(x; sigma=2) = sigma*sigmoid(x)")
    let function = try FunctionReference(parsing: name, definitions: definitions).functions()[0]
    let file = try LaTeXFile(
      function, .ofX([.f]), named: "my_g", isInline: false, command: "test", version: "1")
    #expect(
      file.text.contains(
        "\\operatorname{my\\_g}(x) &= \\sigma \\cdot \\operatorname{sigmoid}(x) \\\\\n"))
  }

  @Test func gatesAndDensitiesAreNamedAfterTheFunction() throws {
    #expect(
      try rows("silu", [.f, .gate, .density], isInline: true) == [
        "f(x) &= x\\cdot \\sigma(x)", "H_{f}(x) &= \\sigma(x)",
        "\\delta_{f}(x) &= \\sigma(x)\\cdot (1-\\sigma(x))",
        "\\sigma(t) &= \\frac{1}{1+e^{-t}}",
      ])
    #expect(try rows("relu", [.gate])[0] == "H_{f}(x) &= H(x)")
    let bell = try rows("gennorm", [.gate])
    #expect(bell[0].contains("P\\left(\\frac{1}{\\beta }"))
    #expect(try rows("slope: sin(x^2)", [.df]) == ["f'(x) &= \\sin(x^{2})"])
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
