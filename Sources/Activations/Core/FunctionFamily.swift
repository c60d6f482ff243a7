/// A function of the catalogue: its names, formula, parameters, and how to make it.
public struct FunctionFamily: Sendable {
  /// The name on the command line, in snake case.
  public let name: String
  /// Other names for the same function.
  public let aliases: [String]
  /// The formula of f, or of the gate H where `f = x·H(x)`, in plain Unicode text.
  public let formula: String
  /// The formula of f in the TeX subset that figures are set from, such as `x\cdot\tanh(e^x)`; empty
  /// where it would be too long to be read.
  public let tex: String
  /// The formula of the gate H in the same language, of functions that have one.
  public let gateTex: String?
  /// What tells the family from others of its name: the formula with all that it refers to written out.
  package let definition: String
  /// The parameters, in the order in which `make` takes their values.
  public let parameters: [Parameter]
  /// What is worth knowing: special cases and other names in the literature; may be empty.
  public let note: String
  /// Where the function was published; may be empty.
  public let source: String
  /// Makes the function from one value a parameter.
  package let make: @Sendable ([Double]) -> any Activation

  /// Describes a function; `make` is handed legal values only, as many as there are parameters.
  package init(
    _ name: String, aliases: [String] = [], formula: String, tex: String = "",
    gateTex: String? = nil, definition: String? = nil, parameters: [Parameter] = [],
    note: String = "", source: String = "",
    make: @escaping @Sendable ([Double]) -> any Activation
  ) {
    self.name = name
    self.aliases = aliases
    self.formula = formula
    self.tex = tex
    self.gateTex = gateTex
    self.definition = definition ?? formula
    self.parameters = parameters
    self.note = note
    self.source = source
    self.make = make
  }

  /// Whether the function is of the form x·H(x) and so has a gate and a density.
  public var isGated: Bool { make(parameters.map(\.defaultValue)).gated != nil }

  /// The function with all parameters at their defaults.
  public var atDefaults: Function { Function(self, named: name, given: []) }
}

extension FunctionFamily: Equatable {
  /// Families are one if their names, definitions and parameters are.
  public static func == (a: FunctionFamily, b: FunctionFamily) -> Bool {
    a.name == b.name && a.definition == b.definition && a.parameters == b.parameters
  }
}
