import Activations
import FigureSpecification
import Figures
import Formulas
import Testing

@testable import actviz

/// What figures call functions, their parameters and what is looked at.
@Suite struct FigureNamesTests {
  private func figure(_ line: String) throws -> Figure {
    try PlotRequest(line: line).figureRequest().figure()
  }

  @Test(arguments: [
    ("x^3", "$x^{3}$"), ("x/(1+x^2)", "$x/(1+x^{2})$"),
    ("gate: 1/(1+exp(-x))", "gate: $1/(1+e^{-x})$"),
    ("twice(x) = 2*x", "twice"), ("gelu", "gelu"), ("x", "$x$"),
  ])
  func aFormulaIsTypesetAndADefinitionHasItsName(function: String, title: String) throws {
    let request = try PlotRequest(Settings(["plot", function]))
    #expect(request.figureRequest().figure().title == title)
  }

  @Test(arguments: [
    ("swish --beta 1.7724538509055159", "swish ($\\beta =1.772$)"),
    // What differs reads differently.
    ("swish --beta 1.00001,1.00002", "swish ($\\beta =1.00001$, $1.00002$)"),
    ("swish --beta 1e-9,2.5e7", "swish ($\\beta =10^{-9}$, $2.5\\cdot 10^{7}$)"),
    ("gennorm --beta inf --alpha 1", "gennorm ($\\alpha =1$; $\\beta =\\infty$)"),
  ])
  func valuesHaveFourDigitsOrAsManyAsTellThemApart(arguments: String, title: String) throws {
    #expect(try figure("plot \(arguments)").title == title)
  }

  @Test(arguments: [
    ("1000000000+0.123456789*sin(x)", "$10^{9}+0.1235\\cdot \\sin(x)$"),
    ("x*sigmoid(1.702*x)", "$x\\cdot \\sigma(1.702x)$"), ("123456789^x", "$123456789^{x}$"),
    ("x^12346", "$x^{12350}$"), ("12345678*x", "$1.235\\cdot 10^{7}x$"),
  ])
  func numbersOfATypedFormulaHaveFourDigits(formula: String, title: String) throws {
    #expect(try figure("plot \(formula)").title == title)
    #expect(try figure("plot \(formula) --title formula").title.contains(title.dropFirst()))
  }

  @Test func formulasThatDifferReadDifferently() throws {
    let names = try figure("plot 1.23451*x 1.23452*x").panels[0].curves.map(\.name)
    #expect(names == ["$1.23451x$", "$1.23452x$"])
    #expect(try figure("plot gelu_tanh --title formula").title.contains("0.044715"))
  }

  @Test(arguments: [
    ("swish --reference gelu --show df", "f′(x) − gelu′"),
    ("swish --reference gelu --show d2f", "f″(x) − gelu″"),
    ("swish --reference gelu --show gate", "H(x) − H_(gelu)"),
    ("swish --reference swish:beta=2 --show df", "f′(x) − swish′ (β = 2)"),
    ("swish --reference x^3 --show df", "f′(x) − (x^3)′"),
    ("swish --reference x^3 --show f", "f(x) − x^3"),
  ])
  func aDifferenceIsBetweenTheSameQuantities(arguments: String, label: String) throws {
    let figure = try figure("compare \(arguments)")
    #expect(figure.panels.last?.plainLabel == label)
  }

  @Test func whatIsReadOutIsPlain() throws {
    let metadata = Metadata(of: Scene(try figure("plot form2 --alpha 0.5,1 --show f,df")))
    #expect(metadata.title == "form2 (α = 0.5, 1)")
    #expect(
      metadata.description
        == "2 panels. f(x) over x from −5 to 5: form2 (α = 0.5), form2 (α = 1). "
        + "f′(x) over x from −5 to 5: the same.")
  }
}
