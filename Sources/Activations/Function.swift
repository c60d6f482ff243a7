/// A function of the catalogue with its parameters set, ready to be evaluated and named.
public struct Function: Sendable {
  /// A parameter with the value that was given for it.
  public struct Setting: Equatable, Sendable {
    /// The parameter.
    public let parameter: Parameter
    /// Its value, legal in the parameter's domain.
    public let value: Double
  }

  /// The catalogue's entry.
  public let entry: CatalogueEntry
  /// The name by which the function was asked for: the entry's own, or an alias, with
  /// its framework in front where one was named.
  public let name: String
  /// The parameters that were given, in the entry's order; the rest stand at their defaults.
  public let given: [Setting]
  /// All parameters in the entry's order, those that were not given at their defaults.
  public let settings: [Setting]
  /// What evaluates it.
  public let activation: any Activation
  /// What legends call it in place of its name and parameters, if anything.
  public var title: String?
  /// The formula of f as TeX: the entry's, or the integral of its gate.
  public let tex: String

  /// Sets the given parameters, and the rest to `defaults` or else to the entry's own.
  init(
    _ entry: CatalogueEntry, named name: String, given: [Setting], defaults: [Setting] = []
  ) {
    self.entry = entry
    self.name = name
    self.given = entry.parameters.compactMap { parameter in
      given.first { $0.parameter == parameter }
    }
    settings = entry.parameters.map { parameter in
      (given + defaults).first { $0.parameter == parameter }
        ?? Setting(parameter: parameter, value: parameter.defaultValue)
    }
    tex = entry.tex
    activation = entry.make(settings.map(\.value))
  }

  /// The function that a reference such as `gelu` or `gennorm:alpha=1,beta=inf` names, or that a
  /// formula without free parameters such as `x*tanh(softplus(x))` states.
  ///
  /// - Throws: `ReferenceError` for an unknown name or parameter, or an illegal value, and for a
  ///   function without a gate that is to be made from it; `FormulaError` for what is wrong in a
  ///   formula.
  public init(
    parsing text: String, definitions: Definitions = Definitions(),
    by construction: Construction = .product
  ) throws {
    let reference = try FunctionReference(parsing: text, definitions: definitions)
    try reference.formula?.check(reference.settings)
    let function = Function(
      reference.entry, named: reference.name, given: reference.settings,
      defaults: reference.defaults)
    self = try function.made(by: construction)
  }

  /// The function as it is made from its gate: itself by product, another one by integral.
  ///
  /// - Throws: `ReferenceError` where there is no gate to integrate.
  func made(by construction: Construction) throws(ReferenceError) -> Function {
    guard construction == .integral else { return self }
    guard let gated = activation as? any Gated else { throw .noGate(name) }
    return Function(self, named: name + " by integral", activation: GateIntegral(of: gated))
  }

  /// Another function with the same parameters.
  private init(_ function: Function, named name: String, activation: any Activation) {
    entry = function.entry
    self.name = name
    given = function.given
    settings = function.settings
    self.activation = activation
    let gate = entry.gateTex.map { ",\\quad H(x)=\($0)" } ?? ""
    tex = "\\int_{-\\infty}^{x}H(t)\\,dt" + gate
  }

  /// The name with the parameters that were given, for tables: `form1(alpha=0.5)`.
  public var label: String {
    guard !given.isEmpty else { return name }
    return name + "(" + joined(",") { $0.parameter.name + "=" + text($0.value) } + ")"
  }

  /// The name with the parameters that were given, for legends: `form1 (α = 0.5)`; the title where it has one.
  public var legend: String {
    if let title { return title }
    guard !given.isEmpty else { return name }
    return name + " (" + joined(", ", \.legend) + ")"
  }

  /// Whether it has the quantity: all but the gate and density of functions not of the form x·H.
  public func has(_ quantity: Quantity) -> Bool {
    !quantity.needsGate || activation is any Gated
  }

  private func joined(_ separator: String, _ text: (Setting) -> String) -> String {
    given.map(text).joined(separator: separator)
  }
}

/// The shortest decimal of a value, without the `.0` of whole numbers.
public func text(_ value: Double, minus: String = "-", infinity: String = "inf") -> String {
  let sign = value < 0 ? minus : ""
  guard value.isFinite else { return value.isNaN ? "nan" : sign + infinity }
  let digits = "\(value.magnitude)"
  return sign + (digits.hasSuffix(".0") ? String(digits.dropLast(2)) : digits)
}

extension Function.Setting {
  /// The parameter's symbol and its value, for legends: `α = 0.5`.
  public var legend: String {
    parameter.symbol + " = " + text(value, minus: "−", infinity: "∞")
  }
}
