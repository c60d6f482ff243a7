extension MathCommand {
  /// All commands, in the groups that the documentation shows.
  static let groups: [(title: String, commands: [MathCommand])] = [
    ("Structure", structure), ("Letters and texts", letters), ("Greek letters", greek),
    ("Functions", functions),
    ("Sums and integrals", largeSigns), ("Binary operators", binary), ("Relations", relations),
    ("Arrows", arrows), ("Brackets", brackets), ("Other signs", signs), ("Accents", accents),
    ("Room and sizes", spaces), ("For TeX alone", others),
  ]

  private static let structure: [MathCommand] = [
    MathCommand("frac", .fraction(nil)), MathCommand("dfrac", .fraction(.display)),
    MathCommand("tfrac", .fraction(.text)), MathCommand("cfrac", .fraction(.display)),
    MathCommand("binom", .binomial(nil)), MathCommand("dbinom", .binomial(.display)),
    MathCommand("tbinom", .binomial(.text)), MathCommand("over", .over(hasRule: true)),
    MathCommand("atop", .over(hasRule: false)),
    MathCommand("choose", .over(hasRule: false, isBinomial: true)), MathCommand("sqrt", .root),
    MathCommand("left", .left), MathCommand("middle", .middle), MathCommand("right", .right),
    MathCommand("begin", .begin), MathCommand("end", .end), MathCommand("\\", .newRow),
    MathCommand("hline", .rowRule), MathCommand("substack", .conditions),
    MathCommand("limits", .limits(true)), MathCommand("nolimits", .limits(false)),
    MathCommand("underbrace", .brace(isAbove: false)),
    MathCommand("overbrace", .brace(isAbove: true)), MathCommand("overset", .stack(isAbove: true)),
    MathCommand("stackrel", .stack(isAbove: true)),
    MathCommand("underset", .stack(isAbove: false)), MathCommand("xrightarrow", .arrow(.right)),
    MathCommand("xleftarrow", .arrow(.left)), MathCommand("xleftrightarrow", .arrow(.both)),
    MathCommand("not", .not), MathCommand("bmod", .modulo(isBinary: true)),
    MathCommand("pmod", .modulo(isBinary: false, hasBrackets: true)),
    MathCommand("mod", .modulo(isBinary: false)),
  ]

  private static let letters: [MathCommand] =
    [
      ("text", .upright), ("textrm", .upright), ("textnormal", .upright), ("textup", .upright),
      ("textsf", .upright), ("mbox", .upright), ("hbox", .upright), ("textit", .italic),
      ("emph", .italic), ("textbf", MathFace(isBold: true)),
    ].map { MathCommand($0, .text($1)) }
    + [
      ("mathrm", MathAlphabet.upright), ("mathsf", .upright), ("mathnormal", .italic),
      ("mathit", .italic), ("mathbf", .bold), ("boldsymbol", .heavy), ("bm", .heavy),
      ("pmb", .heavy), ("mathcal", .calligraphic), ("mathscr", .calligraphic),
      ("mathbb", .blackboard), ("mathbbm", .blackboard), ("mathds", .blackboard),
      ("mathfrak", .fraktur), ("mathtt", .typewriter),
    ].map { MathCommand($0, .alphabet($1)) }
    + [
      ("rm", MathAlphabet.upright), ("sf", .upright), ("it", .italic), ("bf", .bold),
      ("cal", .calligraphic), ("tt", .typewriter),
    ].map { MathCommand($0, .alphabetSwitch($1)) }
    + [
      MathCommand("operatorname", .operatorName), MathCommand("color", .color(isSwitch: true)),
      MathCommand("textcolor", .color(isSwitch: false)),
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
    + [
      ("varGamma", "Γ"), ("varDelta", "Δ"), ("varTheta", "Θ"), ("varLambda", "Λ"), ("varPi", "Π"),
      ("varSigma", "Σ"), ("varPhi", "Φ"), ("varPsi", "Ψ"), ("varOmega", "Ω"),
    ].map { MathCommand($0, .symbol($1, .ordinary, isItalic: true)) }

  private static let functions: [MathCommand] =
    [
      "arccos", "arcsin", "arctan", "arg", "cos", "cosh", "cot", "coth", "csc", "deg", "dim",
      "erf", "erfc", "exp", "hom", "ker", "lg", "ln", "log", "sec", "sgn", "sign", "sin", "sinh",
      "tan", "tanh", "sech", "csch", "arcosh", "arsinh", "artanh", "clip",
    ].map { MathCommand($0, .function($0)) }
    + ["det", "gcd", "inf", "lim", "max", "min", "sup", "argmax", "argmin", "Pr"].map {
      MathCommand($0, .function($0, hasLimits: true))
    }
    + [("limsup", "lim\u{2009}sup"), ("liminf", "lim\u{2009}inf")].map {
      MathCommand($0, .function($1, hasLimits: true))
    }

  private static let largeSigns: [MathCommand] =
    [
      ("sum", "∑"), ("prod", "∏"), ("coprod", "∐"), ("bigcup", "⋃"), ("bigcap", "⋂"),
      ("bigvee", "⋁"), ("bigwedge", "⋀"), ("bigoplus", "⨁"), ("bigotimes", "⨂"), ("bigodot", "⨀"),
    ].map {
      MathCommand($0, .largeSign($1, hasLimits: true))
    }
    + [("int", "∫"), ("iint", "∬"), ("iiint", "∭"), ("oint", "∮")].map {
      MathCommand($0, .largeSign($1, hasLimits: false))
    }

  private static let binary: [MathCommand] = [
    ("cdot", "·"), ("times", "×"), ("div", "÷"), ("pm", "±"), ("mp", "∓"), ("ast", "∗"),
    ("star", "⋆"), ("circ", "∘"), ("bullet", "∙"), ("cup", "∪"), ("cap", "∩"), ("setminus", "∖"),
    ("wedge", "∧"), ("land", "∧"), ("vee", "∨"), ("lor", "∨"), ("oplus", "⊕"), ("ominus", "⊖"),
    ("otimes", "⊗"), ("odot", "⊙"), ("oslash", "⊘"), ("sqcup", "⊔"), ("sqcap", "⊓"), ("uplus", "⊎"),
    ("diamond", "⋄"), ("dagger", "†"), ("ddagger", "‡"), ("boxplus", "⊞"), ("boxtimes", "⊠"),
    ("circledast", "⊛"), ("intercal", "⊺"), ("ltimes", "⋉"), ("rtimes", "⋊"),
    ("smallsetminus", "∖"),
    ("triangleleft", "◁"), ("triangleright", "▷"),
  ].map { MathCommand($0, .symbol($1, .binary)) }

  private static let relations: [MathCommand] = [
    ("le", "≤"), ("leq", "≤"), ("ge", "≥"), ("geq", "≥"), ("ne", "≠"), ("neq", "≠"), ("ll", "≪"),
    ("gg", "≫"), ("lt", "<"), ("gt", ">"), ("approx", "≈"), ("sim", "∼"), ("simeq", "≃"),
    ("cong", "≅"), ("equiv", "≡"), ("propto", "∝"), ("in", "∈"), ("notin", "∉"), ("ni", "∋"),
    ("subset", "⊂"), ("subseteq", "⊆"), ("supset", "⊃"), ("supseteq", "⊇"), ("mid", "∣"),
    ("parallel", "∥"), ("perp", "⊥"), ("coloneqq", "≔"), ("eqqcolon", "≕"), ("leqslant", "⩽"),
    ("geqslant", "⩾"), ("leqq", "≦"), ("geqq", "≧"), ("lesssim", "≲"), ("gtrsim", "≳"),
    ("lessgtr", "≶"), ("gtrless", "≷"), ("nless", "≮"), ("ngtr", "≯"), ("nleq", "≰"), ("ngeq", "≱"),
    ("triangleq", "≜"), ("doteq", "≐"), ("asymp", "≍"), ("approxeq", "≊"), ("thicksim", "∼"),
    ("thickapprox", "≈"), ("nsim", "≁"), ("ncong", "≇"), ("prec", "≺"), ("succ", "≻"),
    ("preceq", "⪯"), ("succeq", "⪰"), ("subsetneq", "⊊"), ("supsetneq", "⊋"),
    ("nsubseteq", "⊈"), ("sqsubseteq", "⊑"), ("sqsupseteq", "⊒"), ("nmid", "∤"), ("nparallel", "∦"),
    ("models", "⊨"), ("vdash", "⊢"), ("dashv", "⊣"), ("bowtie", "⋈"), ("vartriangleleft", "⊲"),
  ].map { MathCommand($0, .symbol($1, .relation)) }

  private static let arrows: [MathCommand] = [
    ("to", "→"), ("rightarrow", "→"), ("leftarrow", "←"), ("gets", "←"), ("leftrightarrow", "↔"),
    ("uparrow", "↑"), ("downarrow", "↓"), ("Rightarrow", "⇒"), ("implies", "⟹"),
    ("Leftarrow", "⇐"), ("Leftrightarrow", "⇔"), ("iff", "⟺"), ("mapsto", "↦"),
    ("nearrow", "↗"), ("searrow", "↘"), ("nwarrow", "↖"), ("swarrow", "↙"), ("updownarrow", "↕"),
    ("Uparrow", "⇑"), ("Downarrow", "⇓"), ("longrightarrow", "⟶"), ("longleftarrow", "⟵"),
    ("longleftrightarrow", "⟷"), ("Longrightarrow", "⟹"), ("Longleftarrow", "⟸"),
    ("Longleftrightarrow", "⟺"), ("impliedby", "⟸"), ("longmapsto", "⟼"), ("hookrightarrow", "↪"),
    ("hookleftarrow", "↩"), ("twoheadrightarrow", "↠"), ("rightharpoonup", "⇀"),
    ("rightleftharpoons", "⇌"), ("rightrightarrows", "⇉"), ("rightsquigarrow", "⇝"),
    ("leadsto", "⇝"), ("nrightarrow", "↛"),
  ].map { MathCommand($0, .symbol($1, .relation)) }

  private static let brackets: [MathCommand] =
    [
      ("langle", "⟨"), ("lfloor", "⌊"), ("lceil", "⌈"), ("lbrace", "{"), ("{", "{"),
      ("lbrack", "["),
      ("lvert", "|"), ("lVert", "‖"),
    ].map { MathCommand($0, .symbol($1, .opening)) }
    + [
      ("rangle", "⟩"), ("rfloor", "⌋"), ("rceil", "⌉"), ("rbrace", "}"), ("}", "}"),
      ("rbrack", "]"),
      ("rvert", "|"), ("rVert", "‖"),
    ].map { MathCommand($0, .symbol($1, .closing)) }
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
      ("_", "_"), ("$", "$"), ("backslash", "\\"), ("ddots", "⋱"), ("top", "⊤"), ("bot", "⊥"),
      ("varnothing", "∅"), ("nexists", "∄"), ("complement", "∁"), ("wp", "℘"), ("hslash", "ℏ"),
      ("imath", "ı"), ("jmath", "ȷ"), ("surd", "√"), ("checkmark", "✓"), ("square", "□"),
      ("Box", "□"), ("blacksquare", "■"), ("triangle", "△"), ("bigtriangleup", "△"),
      ("bigstar", "★"), ("lozenge", "◊"), ("sharp", "♯"), ("flat", "♭"), ("natural", "♮"),
      ("S", "§"), ("copyright", "©"), ("pounds", "£"),
    ].map { MathCommand($0, .symbol($1, .ordinary)) }
    + [("dotsc", "…"), ("dotsb", "⋯"), ("dotsm", "⋯"), ("dotsi", "⋯"), ("dotso", "…")].map {
      MathCommand($0, .symbol($1, .inner))
    }
    + [("therefore", "∴"), ("because", "∵")].map { MathCommand($0, .symbol($1, .relation)) }
    + [("colon", ":"), ("cdotp", "·"), ("ldotp", ".")].map {
      MathCommand($0, .symbol($1, .punctuation))
    }

  private static let accents: [MathCommand] =
    [
      ("hat", "ˆ"), ("tilde", "˜"), ("bar", "¯"), ("dot", "˙"), ("ddot", "¨"), ("vec", "→"),
      ("check", "ˇ"), ("breve", "˘"), ("acute", "´"), ("grave", "`"), ("mathring", "˚"),
    ].map { MathCommand($0, .accent(.character($1))) }
    + [
      ("overline", MathAtom.Accent.rule(isAbove: true)), ("underline", .rule(isAbove: false)),
      ("widehat", .wideHat), ("widetilde", .wideTilde), ("overrightarrow", .arrow(.right)),
      ("overleftarrow", .arrow(.left)), ("overleftrightarrow", .arrow(.both)),
    ].map { MathCommand($0, .accent($1)) }

  private static let spaces: [MathCommand] =
    [
      (",", MathSpacing.thin), ("thinspace", MathSpacing.thin), (":", MathSpacing.medium),
      (">", MathSpacing.medium), ("medspace", MathSpacing.medium), (";", MathSpacing.thick),
      ("thickspace", MathSpacing.thick), ("!", -MathSpacing.thin),
      ("negthinspace", -MathSpacing.thin), (" ", 6), ("enspace", 9), ("quad", 18), ("qquad", 36),
    ].map { MathCommand($0, .space($1)) }
    + ["hspace", "mspace"].map { MathCommand($0, .length) }
    + [
      MathCommand("phantom", .phantom(isWide: true, isHigh: true)),
      MathCommand("hphantom", .phantom(isWide: true, isHigh: false)),
      MathCommand("vphantom", .phantom(isWide: false, isHigh: true)),
    ]
    + [
      ("displaystyle", MathStyle.Level.display), ("textstyle", .text), ("scriptstyle", .script),
      ("scriptscriptstyle", .scriptScript),
    ].map { MathCommand($0, .level($1)) }
    + [
      ("mathord", AtomClass.ordinary), ("mathop", .operator), ("mathbin", .binary),
      ("mathrel", .relation), ("mathopen", .opening), ("mathclose", .closing),
      ("mathpunct", .punctuation), ("mathinner", .inner),
    ].map { MathCommand($0, .atomClass($1)) }

  private static let others: [MathCommand] =
    ["nonumber", "notag", "allowbreak", "nobreak", "relax", "displaylimits"].map {
      MathCommand($0, .ignored(hasArgument: false))
    }
    + ["label", "tag"].map { MathCommand($0, .ignored(hasArgument: true)) }
}
