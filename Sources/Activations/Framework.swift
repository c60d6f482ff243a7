/// A library whose activation functions have names and defaults of their own: `torch:gelu`, `jax:gelu`.
public struct Framework: Sendable {
  /// One of its functions: what it is called there, and which function of the catalogue it is.
  public struct Variant: Sendable {
    /// Its names in the framework, in lower case, the usual one first.
    public let names: [String]
    /// The catalogue's name for the function.
    public let function: String
    /// The parameters that differ from the catalogue's defaults, or are stated for clearness.
    public let parameters: [String: Double]

    /// A function of a framework; `function` is the catalogue's name, the same where it is nil.
    init(_ names: String..., is function: String? = nil, with parameters: [String: Double] = [:]) {
      self.names = names
      self.function = function ?? names[0]
      self.parameters = parameters
    }
  }

  /// The name in front of the colon.
  public let name: String
  /// What it stands for, in words.
  public let title: String
  /// Its functions, in the order in which lists show them.
  public let variants: [Variant]

  init(_ name: String, _ title: String, _ variants: [Variant]) {
    self.name = name
    self.title = title
    self.variants = variants
  }

  /// The framework of that name; case is ignored.
  public static func named(_ name: String) -> Framework? {
    let key = Catalogue.canonical(name)
    return all.first { $0.name == key }
  }

  /// The framework whose name is nearest to a misspelt one, if any is near enough to be meant.
  public static func nearest(to name: String) -> Framework? {
    NearestName.to(Catalogue.canonical(name), among: all.map(\.name)).flatMap(named)
  }

  /// The function of that name; case is ignored, and `-` and `_` are alike.
  public func variant(named name: String) -> Variant? {
    let key = Catalogue.canonical(name)
    return variants.first { $0.names.contains(key) }
  }
}

extension Framework.Variant {
  /// The family in the catalogue.
  public var family: FunctionFamily? { Catalogue.family(named: function) }

  /// The framework's parameters as settings of the family, in its order.
  package func settings(of family: FunctionFamily) -> [Function.Setting] {
    family.parameters.compactMap { parameter in
      parameters[parameter.name].map { Function.Setting(parameter: parameter, value: $0) }
    }
  }
}
