import Activations

// A formula as a family beside those of the catalogue: so it has a label, parameters and sweeps as any
// function has.

extension Formula {
  /// The function that a definition gives.
  init(_ definition: Definition) {
    kind = .activation
    text = definition.name
    expression = definition.body
    defaults = definition.parameters
  }

  /// The parameters: those of a definition, or the free names of a formula, whose default counts
  /// for nothing.
  var parameters: [Parameter] {
    defaults ?? expression.parameters.map { Parameter($0, $0, default: 1, .finite) }
  }

  /// Whether it is a function of x and y where parameters have values.
  func hasTwoVariables(given names: [String] = []) -> Bool {
    expression.hasTwoVariables((defaults ?? []).map(\.name) + names)
  }

  /// The formula as a family, of two variables or with y as a parameter; its name is the text.
  func family(ofTwoVariables: Bool) -> FunctionFamily {
    let parameters = self.parameters.filter {
      !ofTwoVariables || $0.name != Expression.secondVariable
    }
    let (tex, gateTex) = self.tex
    var definition = FunctionDefinition(text)
    definition.context = writtenOut
    var family = FunctionFamily(
      text, definition: definition, plainText: text, tex: tex, gateTex: gateTex,
      parameters: parameters, hasTwoVariables: ofTwoVariables,
      kernel: { activation(of: parameters, at: $0) })
    if ofTwoVariables {
      family.surfaceKernel = { surface(of: parameters, at: $0) }
    }
    family.notation.name = typesetName
    return family
  }

  /// The text typeset on one line, behind what it denotes; nil for a definition, which has a name, and
  /// for what would be too long.
  private var typesetName: String? {
    guard defaults == nil, let body = ExpressionTeX(expression, symbols: symbols) else {
      return nil
    }
    let typeset = "$\(body.flat)$"
    return kind == .activation ? typeset : "\(kind): \(typeset)"
  }

  /// The function with a value for each of its parameters; NaN where it does not compile, which `check`
  /// refuses.
  func activation(of parameters: [Parameter], at values: [Double]) -> any Activation {
    let named = Dictionary(
      zip(parameters.map(\.name), values), uniquingKeysWith: { first, _ in first })
    return (try? activation(with: named)) ?? Self.activation(kind, .undefined)
  }

  /// The function of two variables with a value for each of its parameters; NaN where it does not compile, which `check` refuses.
  private func surface(of parameters: [Parameter], at values: [Double]) -> any Surface {
    let named = Dictionary(
      zip(parameters.map(\.name), values), uniquingKeysWith: { first, _ in first })
    return (try? FormulaSurface(expression, parameters: named)) ?? FormulaSurface()
  }

  /// What it says with all definitions written out, a step a line: formulas of one text may differ in them.
  private var writtenOut: String {
    let steps = expression.nodes.map { node in
      if case .catalogue(let family, _) = node.operation {
        return "\(family.name) \(node.operands)"
      }
      if case .derivative(let order, let quote) = node.operation {
        return "\(order) of \(quote.body) \(node.operands)"
      }
      return "\(node.operation) \(node.operands)"
    }
    return "\(kind): \(steps.joined(separator: "\n"))"
  }

  /// The symbols of its parameters that differ from their names.
  var symbols: [String: String] {
    Dictionary(
      (defaults ?? []).filter { $0.symbol != $0.name }.map { ($0.name, $0.symbol) },
      uniquingKeysWith: { first, _ in first })
  }

  /// The formula of f, and of the gate where that is what was typed or is to be seen in it, for figures.
  var tex: (f: String, gate: String?) {
    guard let body = ExpressionTeX(expression, symbols: symbols) else { return ("", nil) }
    switch kind {
    case .activation:
      let gate = expression.gateOfProduct.flatMap { ExpressionTeX($0, symbols: symbols) }
      return (body.text, gate?.text)
    case .gate: return ("x\\cdot " + body.factor, body.text)
    case .sign:
      let sum = "1+" + (body.text.hasPrefix("-") ? body.factor : body.text)
      return ("x\\cdot\\frac{\(sum)}{2}", "\\frac{\(sum)}{2}")
    case .density:
      let gate = "\\int_{-\\infty}^{x}\\delta(t)\\,dt,\\quad\\delta(x)\\propto " + body.text
      return ("x\\cdot" + gate, gate)
    case .slope: return ("\\int_0^xf'(t)\\,dt,\\quad f'(x)=" + body.text, nil)
    }
  }

  /// Checks that every parameter has a value, and that the functions called accept theirs.
  ///
  /// - Throws: `FormulaError`.
  func check(_ settings: [Function.Setting], ofTwoVariables: Bool) throws {
    var values: [String: Double] = [:]
    for parameter in parameters
    where !ofTwoVariables || parameter.name != Expression.secondVariable {
      let given = settings.first { $0.parameter.name == parameter.name }?.value
      guard let value = given ?? (defaults == nil ? nil : parameter.defaultValue) else {
        throw missing(parameter.name)
      }
      values[parameter.name] = value
    }
    guard ofTwoVariables else {
      _ = try Compiler.program(expression, parameters: values)
      return
    }
    guard kind == .activation else {
      throw FormulaError(
        "A \(kind) is a function of x alone; y needs a value.", in: expression.text, at: 0,
        missing: Expression.secondVariable)
    }
    _ = try FormulaSurface(expression, parameters: values)
  }

  private func missing(_ name: String) -> FormulaError {
    let place = expression.nodes.first { node in
      if case .parameter(name) = node.operation { true } else { false }
    }
    guard !expression.functionNames.contains(name) else {
      return FormulaError(
        "\(name) is a function and needs an argument: \(name)(x).", in: expression.text,
        at: place?.offset ?? 0)
    }
    return FormulaError(
      "'\(name)' has no value.", in: expression.text, at: place?.offset ?? 0, missing: name)
  }
}

extension Program {
  /// NaN at every x.
  static let undefined = Program(instructions: [
    .constant(.nan)
  ])
}
