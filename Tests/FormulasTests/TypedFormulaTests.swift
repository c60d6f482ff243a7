import Testing

@testable import Activations
@testable import Formulas

/// Formulas as papers, Python, C and keyboards of other scripts have them.
@Suite struct TypedFormulaTests {
  /// What is typed, and the same in plain words of the language.
  static let spellings: [(String, String)] = [
    ("x * σ(x)", "x*sigmoid(x)"), ("x·Φ(x)", "x*Phi(x)"), ("½x(1+erf(x/√2))", "gelu(x)"),
    ("0.5x(1 + tanh(√(2/π)(x + 0.044715x³)))", "gelu_tanh(x)"), ("ln(1+eˣ)", "softplus(x)"),
    ("1/(1+e^-x)", "sigmoid(x)"), ("1/(1 + e⁻ˣ)", "sigmoid(x)"), ("e^{-x}", "exp(-x)"),
    ("e⁻²ˣ(1 + x)", "exp(-2*x)*(1 + x)"), ("e⁻⁽ˣ⁺¹⁾", "exp(-x - 1)"), ("2ˣ", "2^x"),
    ("2|x|", "2*abs(x)"), ("xσ(x)", "swish(x)"), ("sgn(x)|x|^½", "sign(x)*sqrt(abs(x))"),
    ("x²−x⁻¹", "x^2 - 1/x"), ("sin^2(x)", "sin(x)^2"),
    ("tanh²(x) + sech²(x)", "1 + 0*x"), ("coth(x) - csch(x)", "(cosh(x) - 1)/sinh(x)"),
    // Conditions as numbers, and choices as Python and C write them.
    ("x[x > 0]", "relu(x)"), ("x*(x>0) + 0.1*x*(x<=0)", "leaky_relu(x; negative_slope=0.1)"),
    ("1{x>0}", "heaviside(x)"), ("𝟙(x > 0)·x", "relu(x)"),
    ("x if x > 0 else 0.01*x", "leaky_relu(x)"), ("x > 0 ? x : 0.01*x", "leaky_relu(x)"),
    ("x < -3 ? 0 : x > 3 ? x : x*(x + 3)/6", "hardswish(x)"),
    ("0 if x < -3 else x if x > 3 else x*(x + 3)/6", "hardswish(x)"),
    ("(x > 1 ? 1 : x)*2", "2*min(x, 1)"), ("1 if x > 1 and x < 3 else 0", "(1 < x < 3)"),
    ("x > 1 && x < 3 ? 1 : 0", "(1 < x < 3)"), ("x < 1 || x > 3 ? 1 : 0", "1 - (1 <= x <= 3)"),
    ("(x > 1) & (x < 3) ? 1 : 0", "(1 < x < 3)"), ("2 for x = 7, else x", "x"),
    // Modules and namespaces.
    ("np.maximum(0, x)", "relu(x)"), ("np.where(x > 0, x, 0)", "relu(x)"),
    ("torch.sigmoid(x)*x", "swish(x)"), ("F.softplus(x)", "softplus(x)"),
    ("math.exp(-x)", "exp(-x)"),
    ("Math.max(0, x) + Math.PI", "relu(x) + pi"), ("std::max(0, x)", "relu(x)"),
    ("x*torch.tanh(F.softplus(x))", "mish(x)"), ("jax.nn.gelu(x)", "gelu_tanh(x)"),
    ("torch.nn.functional.gelu(x)", "gelu(x)"),
    ("keras.activations.leaky_relu(x)", "leaky_relu(x; negative_slope=0.2)"),
    ("x*scipy.stats.norm.cdf(x)", "gelu(x)"), ("np.clip(x, -1, 1)", "clip(x, -1, 1)"),
    ("scipy.special.expit(x)", "sigmoid(x)"), ("torch.clamp(x, 0, 6)", "relu6(x)"),
    // Other keyboards, and letters out of papers.
    ("ｘ＊（１＋ｘ）", "x*(1 + x)"), ("x – 1", "x - 1"), ("x ∙ 2 ÷ 4", "x/2"), ("𝑥·𝜎(𝑥)", "swish(x)"),
    ("max（0，x）", "relu(x)"), ("x∗x", "x^2"), ("x∕2", "x/2"), ("ｍａｘ(0, x)", "relu(x)"),
    ("x(1 + x)", "x + x^2"), ("π(x + 1)", "pi*x + pi"), ("sigma(x)", "sigmoid(x)"),
  ]

  @Test("What is typed in other ways means the same", arguments: spellings)
  func spelling(_ typed: String, _ plain: String) throws {
    let found = try Function(parsing: typed).activation
    let right = try Function(parsing: plain).activation
    for x in [-4.5, -2, -0.3, 0.7, 1.5, 2, 3.25] {
      let (a, b) = (found.value(at: x), right.value(at: x))
      #expect(abs(a - b) <= 1e-15 * (1 + abs(b)), "\(typed) at \(x): \(a), not \(b)")
    }
  }

  /// What is refused, the column, and a part of the sentence.
  static let refusals: [(String, Int, String)] = [
    ("\\frac{x}{2}", 1, "(a)/(b)"), ("x % 2", 3, "mod(a, b)"), ("x!", 2, "gamma(x + 1)"),
    ("sin⁻¹(x)", 1, "1/sin(x), or asin(x)"), ("lg(x)", 1, "log10 in some texts"),
    ("np.sinc(x)", 1, "is it sinc(x)?"), ("foo.bar(x)", 1, "does not know"),
    ("F.leaky_relu(x, 0.2)", 15, "leaky_relu(x; negative_slope=0.01)"),
    ("gelu(x, sigma=2)", 9, "gelu(x; sigma=1)"), ("x if x > 0", 11, "'else'"),
    ("x > 0 ? x", 10, "':'"), ("x > 0", 3, "a condition stands in brackets"), ("x — 1", 3, "'-'"),
    ("a(1 + x)", 1, "a product is written with '*'"), ("e⁻ˣ2", 4, "operator"),
    ("tanh x", 6, "tanh(x)"), ("2*ln x", 6, "ln(x)"),
    ("max'(x)", 1, "several arguments"), ("sech'(x)", 1, "cosh"), ("{x > 0", 7, "')'"),
  ]

  @Test(
    "What may mean two things is refused with a word that says what to write", arguments: refusals)
  func refusal(_ text: String, _ column: Int, _ part: String) throws {
    let error = #expect(throws: FormulaError.self) { try Function(parsing: text) }
    #expect(error?.description.contains(part) == true, "\(error?.description ?? "")")
    #expect(error?.column == column, "\(text)")
  }

  @Test("Nesting is bounded, whatever nests")
  func depth() throws {
    for part in [
      "x>0?1:", "1 if x>0 else ", "(x>0)*(", "|1+", "⌊1+", "sin'(", "e⁻⁽", "np.exp(", "x[",
      "(x>0 and (",
    ] {
      let start = ContinuousClock.now
      let text = String(repeating: part, count: 9000 / part.count)
      #expect(throws: FormulaError.self) { try Function(parsing: text) }
      #expect(ContinuousClock.now - start < .seconds(3), "\(part)")
    }
  }
}
