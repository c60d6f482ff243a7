extension MathCommand {
  /// All commands, in the groups that the documentation shows.
  static let groups: [(title: String, commands: [MathCommand])] = [
    ("Structure", structure), ("Greek letters", greek), ("Functions", functions),
    ("Sums and integrals", largeSigns), ("Binary operators", binary), ("Relations", relations),
    ("Arrows", arrows), ("Brackets", brackets), ("Other signs", signs), ("Accents", accents),
    ("Room and sizes", spaces),
  ]

  private static let structure: [MathCommand] = [
    MathCommand("frac", .fraction(nil)), MathCommand("dfrac", .fraction(.display)),
    MathCommand("tfrac", .fraction(.text)), MathCommand("binom", .binomial),
    MathCommand("sqrt", .root), MathCommand("text", .text), MathCommand("mathrm", .text),
    MathCommand("operatorname", .operatorName), MathCommand("mathbb", .blackboard),
    MathCommand("left", .left), MathCommand("right", .right), MathCommand("begin", .begin),
    MathCommand("end", .end), MathCommand("\\", .newRow), MathCommand("limits", .limits(true)),
    MathCommand("nolimits", .limits(false)),
  ]

  private static let greek: [MathCommand] =
    [
      ("alpha", "α"), ("beta", "β"), ("gamma", "γ"), ("delta", "δ"), ("epsilon", "ϵ"),
      ("varepsilon", "ε"), ("zeta", "ζ"), ("eta", "η"), ("theta", "θ"), ("vartheta", "ϑ"),
      ("iota", "ι"), ("kappa", "κ"), ("lambda", "λ"), ("mu", "μ"), ("nu", "ν"), ("xi", "ξ"),
      ("omicron", "ο"), ("pi", "π"), ("varpi", "ϖ"), ("rho", "ρ"), ("varrho", "ϱ"),
      ("sigma", "σ"), ("varsigma", "ς"), ("tau", "τ"), ("upsilon", "υ"), ("phi", "ϕ"),
      ("varphi", "φ"), ("chi", "χ"), ("psi", "ψ"), ("omega", "ω"),
    ].map { MathCommand($0, .symbol($1, .ordinary, isItalic: true)) }
    + [
      ("Gamma", "Γ"), ("Delta", "Δ"), ("Theta", "Θ"), ("Lambda", "Λ"), ("Xi", "Ξ"), ("Pi", "Π"),
      ("Sigma", "Σ"), ("Upsilon", "Υ"), ("Phi", "Φ"), ("Psi", "Ψ"), ("Omega", "Ω"),
    ].map { MathCommand($0, .symbol($1, .ordinary)) }

  private static let functions: [MathCommand] =
    [
      "arccos", "arcsin", "arctan", "arg", "cos", "cosh", "cot", "coth", "csc", "deg", "dim",
      "erf", "erfc", "exp", "hom", "ker", "lg", "ln", "log", "sec", "sgn", "sign", "sin", "sinh",
      "tan", "tanh", "arcosh", "arsinh", "artanh", "clip",
    ].map { MathCommand($0, .function($0)) }
    + ["det", "gcd", "inf", "lim", "max", "min", "sup", "argmax", "argmin", "Pr"].map {
      MathCommand($0, .function($0, hasLimits: true))
    }

  private static let largeSigns: [MathCommand] =
    [("sum", "∑"), ("prod", "∏"), ("coprod", "∐"), ("bigcup", "⋃"), ("bigcap", "⋂")].map {
      MathCommand($0, .largeSign($1, hasLimits: true))
    }
    + [("int", "∫"), ("iint", "∬"), ("oint", "∮")].map {
      MathCommand($0, .largeSign($1, hasLimits: false))
    }

  private static let binary: [MathCommand] = [
    ("cdot", "·"), ("times", "×"), ("div", "÷"), ("pm", "±"), ("mp", "∓"), ("ast", "∗"),
    ("star", "⋆"), ("circ", "∘"), ("bullet", "∙"), ("cup", "∪"), ("cap", "∩"), ("setminus", "∖"),
    ("wedge", "∧"), ("land", "∧"), ("vee", "∨"), ("lor", "∨"), ("oplus", "⊕"), ("ominus", "⊖"),
    ("otimes", "⊗"), ("odot", "⊙"),
  ].map { MathCommand($0, .symbol($1, .binary)) }

  private static let relations: [MathCommand] = [
    ("le", "≤"), ("leq", "≤"), ("ge", "≥"), ("geq", "≥"), ("ne", "≠"), ("neq", "≠"), ("ll", "≪"),
    ("gg", "≫"), ("lt", "<"), ("gt", ">"), ("approx", "≈"), ("sim", "∼"), ("simeq", "≃"),
    ("cong", "≅"), ("equiv", "≡"), ("propto", "∝"), ("in", "∈"), ("notin", "∉"), ("ni", "∋"),
    ("subset", "⊂"), ("subseteq", "⊆"), ("supset", "⊃"), ("supseteq", "⊇"), ("mid", "∣"),
    ("parallel", "∥"), ("perp", "⊥"), ("coloneqq", "≔"),
  ].map { MathCommand($0, .symbol($1, .relation)) }

  private static let arrows: [MathCommand] = [
    ("to", "→"), ("rightarrow", "→"), ("leftarrow", "←"), ("gets", "←"), ("leftrightarrow", "↔"),
    ("uparrow", "↑"), ("downarrow", "↓"), ("Rightarrow", "⇒"), ("implies", "⇒"),
    ("Leftarrow", "⇐"), ("Leftrightarrow", "⇔"), ("iff", "⇔"), ("mapsto", "↦"),
    ("nearrow", "↗"), ("searrow", "↘"),
  ].map { MathCommand($0, .symbol($1, .relation)) }

  private static let brackets: [MathCommand] =
    [("langle", "⟨"), ("lfloor", "⌊"), ("lceil", "⌈"), ("lbrace", "{"), ("{", "{")].map {
      MathCommand($0, .symbol($1, .opening))
    }
    + [("rangle", "⟩"), ("rfloor", "⌋"), ("rceil", "⌉"), ("rbrace", "}"), ("}", "}")].map {
      MathCommand($0, .symbol($1, .closing))
    }
    + [("vert", "|"), ("Vert", "‖"), ("|", "‖")].map { MathCommand($0, .symbol($1, .ordinary)) }
    + [("big", 1.2), ("Big", 1.8), ("bigg", 2.4), ("Bigg", 3.0)].flatMap { name, size in
      [("", AtomClass.ordinary), ("l", .opening), ("r", .closing), ("m", .relation)].map {
        MathCommand(name + $0, .big(size, $1))
      }
    }

  private static let signs: [MathCommand] =
    [
      ("infty", "∞"), ("partial", "∂"), ("nabla", "∇"), ("forall", "∀"), ("exists", "∃"),
      ("emptyset", "∅"), ("hbar", "ℏ"), ("ell", "ℓ"), ("Re", "ℜ"), ("Im", "ℑ"), ("aleph", "ℵ"),
      ("prime", "′"), ("angle", "∠"), ("neg", "¬"), ("lnot", "¬"), ("dots", "…"), ("ldots", "…"),
      ("cdots", "⋯"), ("vdots", "⋮"), ("degree", "°"), ("%", "%"), ("#", "#"), ("&", "&"),
      ("_", "_"), ("$", "$"), ("backslash", "\\"),
    ].map { MathCommand($0, .symbol($1, .ordinary)) } + [
      MathCommand("colon", .symbol(":", .punctuation))
    ]

  private static let accents: [MathCommand] =
    [
      ("hat", "ˆ"), ("tilde", "˜"), ("bar", "¯"), ("dot", "˙"), ("ddot", "¨"), ("vec", "→"),
    ].map { MathCommand($0, .accent(.character($1))) } + [MathCommand("overline", .accent(.rule))]

  private static let spaces: [MathCommand] =
    [
      (",", MathSpacing.thin), (":", MathSpacing.medium), (";", MathSpacing.thick),
      ("!", -MathSpacing.thin), (" ", 6), ("quad", 18), ("qquad", 36),
    ].map { MathCommand($0, .space($1)) }
    + [
      ("displaystyle", MathStyle.Level.display), ("textstyle", .text), ("scriptstyle", .script),
      ("scriptscriptstyle", .scriptScript),
    ].map { MathCommand($0, .level($1)) }
}
