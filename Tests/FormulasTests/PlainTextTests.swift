import Activations
import Testing

@testable import Formulas

@Suite struct PlainTextTests {
  @Test(
    "A formula is plain text as one would type it with all of Unicode",
    arguments: [
      ("x*tanh(log(1 + exp(alpha*x)))", "x·tanh(ln(1 + e^(αx)))"),
      ("1/2*(1 + erf(x/(sigma*sqrt(2))))", "½(1 + erf(x/(σ√2)))"),
      ("(x + beta)^2/(4*beta)", "(x + β)²/(4β)"), ("x/y/z*2", "x/y/z·2"), ("x/(y/z)", "x/(y/z)"),
      ("exp(-exp(-x))", "exp(−e^(−x))"), ("exp(-abs(x/a)^b)", "exp(−|x/a|^b)"),
      ("e^x*x^y", "e^x·x^y"), ("x^-2 + x^12 + x^0.5", "x^(−2) + x¹² + √x"),
      ("sin(x)^2 + (1+x)^3 + max(0,x)^2", "sin²(x) + (1 + x)³ + max(0, x)²"),
      ("where(x < -1, 0, where(x <= 1, x, 2))", "0 for x < −1, x for x ≤ 1, else 2"),
      ("2*where(x > 0, x, a*(exp(x) - 1))", "2·(x for x > 0, else a·(e^x − 1))"),
      ("(1 - p)*x*sigmoid(b*(1 - p)*x) + p*x", "(1 − p)x·σ(b·(1 − p)x) + p·x"),
      ("clip(x, -1, 1) - (x - 1) - (-x)", "clip(x, −1, 1) − (x − 1) − (−x)"),
      ("lambda*exp(-x) + 2*3*x", "λe^(−x) + 2·3x"), ("-x^2", "−x²"), ("(-x)^2", "(−x)²"),
      ("gennorm(x; beta=3) + gelu(x)", "gennorm(x; β = 3) + gelu(x)"), ("x*pi/2", "xπ/2"),
      ("Phi(x) + phi(x) + heaviside(x)", "Φ(x) + φ(x) + H(x)"), ("speed*x", "speed·x"),
      ("s*max(0, x)^2 + a*erf(x)", "s·max(0, x)² + a·erf(x)"), ("gammaincp(2, x^2)", "P(2, x²)"),
      ("cbrt(x) + sqrt(1+x)", "∛x + √(1 + x)"),
      ("x*(x + 1)", "x·(x + 1)"), ("1e-20*x", "1e-20·x"), ("0.25^x", "0.25^x"), ("2^3*x", "2³x"),
    ])
  func formulas(formula: String, expected: String) throws {
    #expect(try Formula(parsing: formula).plainText == expected)
  }

  @Test func theKindSaysWhatTheFormulaStates() throws {
    #expect(try Formula(parsing: "gate: 1/2 + x").plainText == "x·(½ + x)")
    #expect(
      try Formula(parsing: "density: exp(-x^2)").plainText == "x·∫δ(t)dt, δ(x) ∝ e^(−x²)")
    #expect(try Formula(parsing: "slope: tanh(x)").plainText == "∫f′(t)dt, f′(x) = tanh(x)")
  }

  @Test("What no one could read is not written")
  func long() throws {
    let formula = Array(repeating: "sin(x)", count: 300).joined(separator: "+")
    #expect(try Formula(parsing: formula).plainText == nil)
  }
}
