/// All functions, and how one of them is found by name.
///
/// Help, completions, error messages, `actviz list`, the page of all functions and the catalogue-wide tests
/// derive from `all`: nothing lists the functions twice.
public enum Catalogue {
  /// Every function, in the order in which lists show them.
  public static let all: [FunctionFamily] = [
    .form1, .form2, .form3, .form4, .form5, .form6, .form7, .gennorm,
    .gelu, .swish, .mish, .geluTanh, .geluSigmoid, .relu, .hardswish,
    .softplus, .squareplus, .elu, .celu, .selu, .leakyRelu, .relu6,
    .sigmoid, .logsigmoid, .tanh, .tanhshrink, .softsign, .arctan, .erf,
    .hardsigmoid, .hardsigmoidKeras2, .hardtanh, .heaviside,
    .serf, .tanhexp, .golu, .phish, .aglu, .aconA, .hardMish,
    .logish, .smish, .lisht, .eSwish, .aconB, .aconC, .smu, .smu1, .sau,
    .relu2, .starRelu, .prelu, .rrelu, .threshold, .hardshrink, .softshrink, .smelu,
    .elish, .hardElish, .xielu, .isru, .isrlu, .softExponential, .sqrtsoftplus, .dsilu,
    .lecunTanh, .laplace, .gaussian, .bentIdentity, .identity, .exponential,
    .sine, .sinc, .snake, .gcu, .rational,
  ]

  /// Every function of x and y, likewise.
  public static let ofTwoVariables: [FunctionFamily] = [
    .glu, .bilinear, .reglu, .geglu, .swiglu, .clampedSwiglu, .maxout, .logsumexp, .smuMax,
  ]

  /// All names and aliases, those of functions of two variables last.
  package static let names = (all + ofTwoVariables).flatMap { [$0.name] + $0.aliases }

  /// The family of that name or alias; case is ignored, and `-` and `_` are alike.
  public static func family(named name: String) -> FunctionFamily? {
    places[canonical(name)].map { $0 < all.count ? all[$0] : ofTwoVariables[$0 - all.count] }
  }

  /// Where the names and aliases stand; a command asks for a name many times.
  private static let places: [String: Int] = {
    var places = Dictionary<String, Int>(minimumCapacity: 4 * all.count)
    for (index, family) in (all + ofTwoVariables).enumerated() {
      for name in [family.name] + family.aliases where places[name] == nil { places[name] = index }
    }
    return places
  }()

  /// The name or alias nearest to a misspelt one, if any is near enough to be meant.
  public static func nearestName(to name: String) -> String? {
    NearestName.to(
      canonical(name), among: names)
  }

  /// A name as the catalogue spells it: in lower case, with `_` for `-`.
  package static func canonical(_ name: String) -> String {
    String(name.lowercased().map { $0 == "-" ? "_" : $0 })
  }
}
