/// A member of a family of functions, its parameters set, ready to be evaluated and named.
///
/// A function is a value: two are equal if their families, parameters, constructions and titles are. The name
/// by which one was asked for does not count, so `silu` and `torch:silu` are equal.
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

  /// The family that it is a member of.
  public let family: FunctionFamily
  /// The name by which the function was asked for: the family's own, or an alias, with
  /// its framework in front where one was named.
  public let name: String
  /// The parameters that were given, in the family's order; the rest stand at their defaults.
  public let given: [Setting]
  /// All parameters in the family's order, those that were not given at their defaults.
  public let settings: [Setting]
  /// How it is made from its gate; by product where it has none.
  public let construction: Construction
  /// What evaluates it; NaN everywhere if it is a function of two variables.
  public let activation: any Activation
  /// What evaluates a function of two variables; nil for one of x alone.
  public let surface: (any Surface)?
  /// What legends call it in place of its name and parameters, if anything.
  public var title: String?

  /// Sets the given parameters, and the rest to `defaults` or else to the family's own; `make` is handed one
  /// value a parameter.
  package init(
    _ family: FunctionFamily, named name: String, given: [Setting], defaults: [Setting] = [],
    surface: (([Double]) -> any Surface)? = nil, make: ([Double]) -> any Activation
  ) {
    self.family = family
    self.name = name
    self.given = family.parameters.compactMap { parameter in
      given.first { $0.parameter == parameter }
    }
    settings = family.parameters.map { parameter in
      (given + defaults).first { $0.parameter == parameter }
        ?? Setting(parameter: parameter, value: parameter.defaultValue)
    }
    construction = .product
    let values = settings.map(\.value)
    activation = make(values)
    self.surface = surface?(values)
  }

  /// Another function of the same family and parameters: f made from its gate in another way, under a name
  /// that says so.
  package init(
    _ function: Function, by construction: Construction, named name: String,
    activation: any Activation
  ) {
    family = function.family
    self.name = name
    given = function.given
    settings = function.settings
    self.construction = construction
    self.activation = activation
    surface = nil
  }

  /// The same function of two variables, evaluated by another surface.
  package init(_ function: Function, surface: any Surface) {
    (family, name, given) = (function.family, function.name, function.given)
    (settings, construction) = (function.settings, function.construction)
    (activation, title) = (function.activation, function.title)
    self.surface = surface
  }

  /// The name with the parameters that were given, for tables: `form1(alpha=0.5)`.
  public var label: String {
    guard !given.isEmpty else { return name }
    return name + "(" + joined(",") { $0.parameter.name + "=" + Decimal.text($0.value) } + ")"
  }

  /// The name with the parameters that were given, as they are typed: `form1:alpha=0.5`.
  public var reference: String {
    guard !given.isEmpty else { return name }
    return name + ":" + joined(",") { $0.parameter.name + "=" + Decimal.text($0.value) }
  }

  /// The name with the parameters that were given, for legends: `form1 (α = 0.5)`; the title where it has one.
  public var legend: String {
    if let title { return title }
    guard !given.isEmpty else { return name }
    return name + " (" + joined(", ", \.legend) + ")"
  }

  /// Whether it has the quantity: all but the gate, its density and 2H − 1 of functions not of the form x·H.
  public func has(_ quantity: Quantity) -> Bool {
    !quantity.needsGate || activation.gated != nil
  }

  private func joined(_ separator: String, _ text: (Setting) -> String) -> String {
    given.map(text).joined(separator: separator)
  }
}

extension Function: Equatable {
  /// Whether the two are one function under one title.
  public static func == (a: Function, b: Function) -> Bool {
    a.title == b.title && a.isAlike(b)
  }

  /// Whether the two are one function under one name, so that lists and panels show it once; titles do not
  /// count.
  package func isTwin(of other: Function) -> Bool { name == other.name && isAlike(other) }

  private func isAlike(_ other: Function) -> Bool {
    construction == other.construction && settings == other.settings && family == other.family
  }
}

extension Function.Setting {
  /// The parameter's symbol and its value to four significant digits, for legends: `α = 0.5`.
  public var legend: String {
    parameter.symbol + " = " + Decimal.short(value, minus: "−", infinity: "∞")
  }
}
