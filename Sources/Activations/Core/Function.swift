/// A function of the catalogue with its parameters set, ready to be evaluated and named.
public struct Function: Sendable {
  /// A parameter with the value that was given for it.
  public struct Setting: Equatable, Sendable {
    /// The parameter.
    public let parameter: Parameter
    /// Its value, legal in the parameter's domain.
    public let value: Double

    /// A parameter with a value that its domain holds.
    package init(parameter: Parameter, value: Double) {
      self.parameter = parameter
      self.value = value
    }
  }

  /// The catalogue's entry.
  public let entry: FunctionFamily
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
  package init(
    _ entry: FunctionFamily, named name: String, given: [Setting], defaults: [Setting] = []
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

  /// Another function of the same family and parameters: f made in another way, under a name that says so.
  package init(
    _ function: Function, named name: String, activation: any Activation, tex: String
  ) {
    entry = function.entry
    self.name = name
    given = function.given
    settings = function.settings
    self.activation = activation
    self.tex = tex
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
