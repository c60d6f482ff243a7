import Testing

@testable import Activations
@testable import Formulas

@Suite struct ExpressionTeXTests {
  private func tex(_ formula: String) throws -> String {
    try FunctionReference(parsing: formula).family.tex
  }

  @Test(
    "A formula is written as one would by hand",
    arguments: [
      ("x*tanh(softplus(a*x))", "x\\cdot \\tanh(\\operatorname{softplus}(ax))"),
      (
        "x/2*(1+erf(x/sqrt(2)))",
        "\\frac{x}{2}\\cdot \\left(1+\\erf\\left(\\frac{x}{\\sqrt{2}}\\right)\\right)"
      ),
      ("exp(-x^2/2)", "e^{-x^{2}/2}"),
      ("exp(-abs(x/alpha)^beta)", "e^{-|x/\\alpha |^{\\beta }}"),
      ("exp(-exp(-exp(x)))", "\\exp(-e^{-e^{x}})"),
      ("(x+1)^2-(x-1)", "(x+1)^{2}-(x-1)"),
      ("x-(-x)", "x-(-x)"),
      ("x+(-x)", "x-x"),
      ("-x*2", "-x\\cdot 2"),
      ("2*pi*x", "2\\pi x"),
      ("2*sqrt(x)*3", "2\\sqrt{x}\\cdot 3"),
      ("p1*alpha_p*tau*speed", "p_{1}\\alpha_{p}\\tau \\mathrm{speed}"),
      ("x*x", "x\\cdot x"),
      ("2.5e20*x", "2.5\\cdot 10^{20}\\cdot x"),
      ("x^-y", "x^{-y}"),
      ("(1/x)^2", "\\left(\\frac{1}{x}\\right)^{2}"),
      ("x^(1/2)*x^0.5", "x^{1/2}\\sqrt{x}"),
      ("|x| + |1/x|", "|x|+\\left|\\frac{1}{x}\\right|"),
      ("max(0,x)^2", "\\max(0,x)^{2}"),
      ("where(x<=0, 0, x)", "\\begin{cases}0&x\\le 0\\\\x&x>0\\end{cases}"),
      (
        "where(x<0, 0, where(x<1, x, 1))",
        "\\begin{cases}0&x<0\\\\x&x<1\\\\1&\\text{otherwise}\\end{cases}"
      ),
      ("a*(x+1) + (1-a)^2*x", "a(x+1)+(1-a)^{2}x"),
      ("clip(x,-1,1)*sin(a*x)^2", "\\clip(x,-1,1)\\cdot \\sin^{2}(ax)"),
      ("cbrt(x)+log1p(x)+expm1(x)", "\\sqrt[3]{x}+\\ln(1+x)+e^{x}-1"),
      ("1e-7*x", "10^{-7}\\cdot x"),
      ("gennorm(x; beta=3)", "\\operatorname{gennorm}_{\\beta =3}(x)"),
      ("gelu(x; sigma=1)", "\\operatorname{gelu}(x)"),
    ])
  func formulas(formula: String, expected: String) throws {
    #expect(try tex(formula) == expected)
  }

  @Test("A gate is a factor of f")
  func gates() throws {
    let family = try FunctionReference(parsing: "gate: 1/2+arctan(x)/pi").family
    #expect(family.gateTex == "\\frac{1}{2}+\\frac{\\operatorname{arctan}(x)}{\\pi }")
    #expect(
      family.tex == "x\\cdot \\left(\\frac{1}{2}+\\frac{\\operatorname{arctan}(x)}{\\pi }\\right)")
  }

  @Test("What no one could read is not written")
  func long() throws {
    #expect(try tex(Array(repeating: "sin(x)", count: 300).joined(separator: "+")).isEmpty)
  }
}
