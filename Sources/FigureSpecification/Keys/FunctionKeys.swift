import Activations

// Which functions, and what is set on them.
extension Keys {
  static let functionKeys: [Key] = [
    functions.key, definitions.key, define.key, parameters.key, alpha.key, beta.key, sigma.key,
    gamma.key, by.key, reference.key, type.key,
  ]

  /// The parameters that have an option of their own.
  package static let sweeps = [alpha, beta, sigma, gamma]

  /// Functions, formulas and definitions, as they were written.
  package static let functions = RepeatedKey(
    Key(
      "functions", .texts, .panel, .arguments, Command.plural, value: "function",
      "Functions, e.g. gelu, gennorm:alpha=1,beta=inf or 'x*tanh(a*x)'."
    ).help(
      "The function, e.g. gelu or form5:gamma=0.1; several are compared, a column each.",
      for: .inspect
    ).required().completed(.functions), ValueReaders.text)

  /// Definitions in full, so that a figure file needs no other file.
  package static let definitions = RepeatedKey(
    Key("definitions", .texts, .panel, .options, [], "Definitions themselves, as in a file."),
    ValueReaders.text)

  /// Files of definitions.
  package static let define = RepeatedKey(
    Key(
      "define", .texts, .panel, .options, Command.calculating, value: "file",
      "Read definitions 'NAME(x; a=1) = FORMULA', one a line; repeatable."
    ).completed(.files([])), ValueReaders.text)

  package static let parameters = RepeatedKey(
    Key(
      KeyName.parameters.text, .assignments, .panel, .options, Command.calculating,
      value: "name=list", "Set a parameter of formulas; repeatable."
    ).hyphened().completed(.parameters), ValueReaders.assignment)

  package static let alpha = sweep("alpha")
  package static let beta = sweep("beta")
  package static let sigma = sweep("sigma")
  package static let gamma = sweep("gamma")

  private static func sweep(_ name: String) -> OptionalKey<[Double]> {
    OptionalKey(
      Key(
        name, .list, .panel, .options, Command.calculating, value: "list",
        "Set \(name) on every function that has it."
      ).hyphened(), ValueReaders.numbers)
  }

  package static let by = DefaultedKey(
    Key(
      "by", .text, .panel, .options, Command.calculating, value: "name",
      """
      How f is made from its gate H: product, x·H(x), or integral, the integral of H from -∞ to x.
      """
    ).standard("product").completed(.words(words(Construction.self))),
    Construction.product, ValueReaders.choice)

  /// What is compared with; ``standardReference`` for the command that compares.
  package static let reference = OptionalKey(
    Key(
      "reference", .text, .panel, .options, Command.comparing, value: "function",
      "What to compare with."
    ).help("The function to come near to.", for: .fit).completed(.functions)
      .varied(for: .compare) { $0.standard(standardReference) }.varied(for: .fit) { $0.required() }
      .spelled("to").known(as: "against"), ValueReaders.text)

  /// What is compared with where nothing is named.
  package static let standardReference = "relu"

  /// The same for functions of two variables.
  package static let standardSurfaceReference = "reglu"

  package static let type = OptionalKey(
    Key(
      "dtype", .text, .panel, .options,
      [.compare, .table, .check, .fit, .golden, .export, .inspect],
      value: "type",
      "The float type of x and of results: \(list(FloatType.self))."
    ).help(
      "The float type whose ulp are counted, f32 unless given: \(list(FloatType.self)).", for: .fit
    ).help("The float type of --thresholds.", for: .inspect)
      .help(
        "The float type of inputs and results, f32 unless given: \(list(FloatType.self)).",
        for: .golden
      )
      .help("The float type of the code: f64 unless given, f32 for jax.", for: .export)
      .completed(.words(words(FloatType.self))).known(as: "precision", "float"),
    ValueReaders.choice as ValueReader<FloatType>)
}
