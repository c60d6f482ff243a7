import Activations

// Families of functions as they are used: functions made of them, and how they are written.

extension FunctionFamily {
  /// The function with all parameters at their defaults.
  public var atDefaults: Function { function(named: name, given: []) }

  /// Whether the function is of the form x·H(x) and so has a gate and a density.
  public var isGated: Bool {
    switch Formula.prefix(of: definition.text)?.kind {
    case .gate, .density, .sign: true
    case .activation, .slope, nil: false
    }
  }

  /// The function with the given parameters set, and the rest at `defaults` or else at the family's own.
  package func function(
    named name: String, given: [Function.Setting], defaults: [Function.Setting] = []
  ) -> Function {
    guard hasTwoVariables else {
      return Function(self, named: name, given: given, defaults: defaults, make: activation)
    }
    return Function(
      self, named: name, given: given, defaults: defaults, surface: surface(at:),
      make: { _ in Formula.activation(.activation, .undefined) })
  }

  /// What evaluates the function for one value a parameter: its kernel, or else its definition.
  package func activation(at values: [Double]) -> any Activation {
    kernel?(values) ?? definedActivation(at: values)
  }

  /// A function of two variables with y as its last parameter, which is a function of x; any other as it is.
  var sliced: FunctionFamily {
    guard hasTwoVariables else { return self }
    let y = Parameter(Expression.secondVariable, Expression.secondVariable, default: 1, .finite)
    return FunctionFamily(
      name, aliases: aliases, definition: definition, parameters: parameters + [y], note: note,
      source: source)
  }

  /// What evaluates a function of two variables for one value a parameter.
  func surface(at values: [Double]) -> any Surface {
    if let surfaceKernel { return surfaceKernel(values) }
    let named = Dictionary(
      zip(parameters.map(\.name), values), uniquingKeysWith: { first, _ in first })
    guard let formula = try? Formula(defining: self, as: definition.text),
      let surface = try? FormulaSurface(formula.expression, parameters: named)
    else { return FormulaSurface() }
    return surface
  }

  /// What evaluates the function as it is defined, with as many digits as that has.
  package func definedActivation(at values: [Double]) -> any Activation {
    let text = definition.text { name in
      zip(parameters, values).first { $0.0.name == name }?.1
    }
    // A test reads all definitions of the catalogue.
    guard let formula = try? Formula(defining: self, as: text) else {
      return Formula.activation(.activation, .undefined)
    }
    return formula.activation(of: parameters, at: values)
  }
}

extension FunctionFamily {
  /// f in plain Unicode text, such as `x·σ(βx)`; what it is for certain parameters stands first.
  public var plainText: String {
    if let text = notation.plainText { return text }
    guard let formula = try? Formula(defining: self, as: definition.text),
      let text = formula.plainText
    else { return definition.text }
    return alternatives(like: formula).reversed().reduce(text) { rest, alternative in
      let value = Formula.plainText(of: alternative.value)
      let otherwise = rest.contains(", else ") ? rest : "else \(rest)"
      return
        "\(alternative.formula.plainText ?? "") for \(alternative.symbol) = \(value), \(otherwise)"
    }
  }

  /// f in the TeX subset that figures are set from, such as `x\cdot \tanh(e^{x})`; empty where it would be too
  /// long to be read.
  public var tex: String { notation.tex ?? writtenTex(\.f) ?? "" }

  /// The gate H in the same language, of functions that have one.
  public var gateTex: String? {
    // A kernel may state no gate where the definition, as of x·cos x, could be read as x times one.
    notation.gateTex ?? (isGated ? writtenTex(\.gate) : nil)
  }

  private func writtenTex(_ part: (_ tex: (f: String?, gate: String?)) -> String?) -> String? {
    guard let formula = try? Formula(defining: self, as: definition.text),
      let general = part(formula.tex)
    else { return nil }
    let others = alternatives(like: formula)
    guard !others.isEmpty else { return general }
    var conditions: [String] = []
    var rows = ""
    for other in others {
      let symbol = ExpressionTeX.symbol(other.symbol)
      let value = TeXTerm.number(other.value).text
      conditions.append("\(symbol)\\ne \(value)")
      rows += "\\\\\(part(other.formula.tex) ?? "")&\(symbol)=\(value)"
    }
    return "\\begin{cases}\(general)&\(conditions.joined(separator: ",\\,"))\(rows)\\end{cases}"
  }

  /// The cases of the definition that state the same rung of the ladder, each with its parameter's symbol.
  private func alternatives(
    like formula: Formula
  ) -> [(symbol: String, value: Double, formula: Formula)] {
    definition.cases.compactMap { alternative in
      guard let other = try? Formula(defining: self, as: alternative.text),
        other.kind == formula.kind,
        let parameter = parameters.first(where: { $0.name == alternative.parameter })
      else { return nil }
      return (parameter.symbol, alternative.value, other)
    }
  }
}

extension Formula {
  /// f in plain text; nil where it would be too long.
  var plainText: String? {
    guard let body = expression.written(as: PlainTerm.self, symbols: symbols) else { return nil }
    switch kind {
    case .activation: return body.text
    case .gate: return PlainTerm.product(.x, body).text
    case .sign:
      let text = body.text
      return "x·(1 + \(text.hasPrefix("−") || text.hasPrefix("-") ? "(\(text))" : text))/2"
    case .density: return "x·∫δ(t)dt, δ(x) ∝ \(body.text)"
    case .slope: return "∫f′(t)dt, f′(x) = \(body.text)"
    }
  }

  /// A number in plain text.
  static func plainText(of value: Double) -> String { PlainTerm.number(value).text }
}

extension Parameter {
  /// The symbol as TeX: `\\alpha`, `p_{1}`.
  package var texSymbol: String { ExpressionTeX.symbol(symbol) }
}

extension Function {
  /// The name as figures show it, TeX between dollar signs, where it is a formula: `$x^{3}$`.
  package var typesetName: String? {
    family.notation.name.map { typeset in
      // One made in another way says so behind the text.
      name.hasPrefix(family.name) ? typeset + name.dropFirst(family.name.count) : typeset
    }
  }

  /// The formula of f as TeX: the family's, or the integral of its gate.
  public var tex: String {
    switch construction {
    case .product: return family.tex
    case .integral:
      let gate = family.gateTex.map { ",\\quad H(x)=\($0)" } ?? ""
      return "\\int_{-\\infty}^{x}H(t)\\,dt" + gate
    }
  }
}

extension Framework {
  /// The functions whose defaults differ from the catalogue's, over all frameworks, each once.
  package static var unusualVariants: [Function] {
    var seen: [Function] = []
    for framework in all {
      for variant in framework.variants {
        guard let family = variant.family else { continue }
        let settings = variant.settings(of: family)
        guard settings.contains(where: { $0.value != $0.parameter.defaultValue }) else { continue }
        let function = family.function(
          named: "\(framework.name):\(variant.names[0])", given: [], defaults: settings)
        if !seen.contains(function) { seen.append(function) }
      }
    }
    return seen
  }
}
