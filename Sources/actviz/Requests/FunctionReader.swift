import Activations
import Exact
import FigureSpecification
import Formulas

/// Makes functions of what settings say of them; files of definitions are read before.
struct FunctionReader {
  let settings: Settings
  private let definitions: Definitions
  private let construction: Construction
  /// Whether functions of x and y are taken.
  private let takesTwoVariables: Bool
  /// For which values of y functions of x and y are made functions of x.
  private let slices: [Double]?

  /// Throws a `Problem` for definitions that cannot be understood.
  init(_ settings: Settings, takingTwoVariables: Bool = false, slices: [Double]? = nil) throws {
    self.settings = settings
    takesTwoVariables = takingTwoVariables
    self.slices = slices
    construction = try settings.value(Keys.by)
    var definitions = Definitions()
    for setting in settings.all(Keys.definitions) {
      do {
        try definitions.read(setting.value, from: setting.source?.file ?? "the definitions")
      } catch {
        throw setting.problem(inDefinitions: error)
      }
    }
    self.definitions = definitions
  }

  /// The named functions, one for every combination of parameters; one that is named twice counts once.
  func functions() throws -> [Function] {
    let named = try components(settings.all(Keys.functions))
    let sweeps = try sweeps(of: named.map(\.reference) + formulasAside())
    var functions: [Function] = []
    for (setting, reference) in named {
      functions += try self.functions(setting, reference, sweeps)
    }
    // By names first: thousands of functions are compared with their namesakes alone.
    var namesakes: [String: [Function]] = [:]
    return functions.filter { function in
      // Who writes a default out wants to see it written: gennorm and gennorm:beta=2 are two columns.
      let isRepeated = namesakes[function.name, default: []].contains {
        function.isTwin(of: $0) && function.given == $0.given
      }
      guard !isRepeated else { return false }
      namesakes[function.name, default: []].append(function)
      return true
    }
  }

  /// The function to compare with; a formula takes its parameters, one value each, from `--param`, and
  /// definitions among the functions serve it.
  func reference() throws -> Function? {
    try aside(Keys.reference)
  }

  /// The function that stands behind the others in grey; read as the reference is.
  func gray() throws -> Function? {
    try aside(Keys.gray)
  }

  /// The formulas among the functions beside those that are shown, which take parameters too.
  private func formulasAside() throws -> [FunctionReference] {
    let asides = [Keys.reference, Keys.gray].compactMap(settings.last)
    let others = settings.all(Keys.functions).filter { definitions.isDefinition($0.value) }
    return try references(others + asides).suffix(asides.count).filter(\.isFormula)
  }

  /// A function beside those that are shown.
  private func aside(_ key: OptionalKey<String>) throws -> Function? {
    guard let setting = settings.last(key) else { return nil }
    let others = settings.all(Keys.functions).filter { definitions.isDefinition($0.value) }
    var reference = try references(others + [setting])[others.count]
    reference.construction = .product
    let sweeps = reference.isFormula ? try sweeps() : []
    return try function(setting, reference, sweeps, role: "\(key.name)")
  }

  /// The one function of a command, its parameters set to one value each.
  func function() throws -> Function {
    guard let setting = settings.last(Keys.function) else {
      throw settings.problem(Keys.function, "A function is missing.")
    }
    let references = try references([setting])
    return try function(setting, references[0], sweeps(of: references), role: "The function")
  }

  /// What settings refer to, one function each; a definition among them serves those behind it.
  func references(_ all: [Setting]) throws -> [FunctionReference] {
    try read(all) { [try FunctionReference(parsing: $0, definitions: $1)] }.map(\.reference)
  }

  /// What settings refer to, a function for each component of a vector.
  private func components(_ all: [Setting]) throws -> [Named] {
    try read(all) { try FunctionReference.all(parsing: $0, definitions: $1) }
  }

  /// A function with the setting that names it.
  private typealias Named = (setting: Setting, reference: FunctionReference)

  private func read(
    _ all: [Setting], _ parsed: (String, Definitions) throws -> [FunctionReference]
  ) throws -> [Named] {
    var definitions = definitions
    return try all.flatMap { setting in
      do {
        let isDefinition = definitions.isDefinition(setting.value)
        let name = isDefinition ? try definitions.define(setting.value) : setting.value
        return try parsed(name, definitions).map { reference in
          var reference = reference
          reference.construction = construction
          return (setting, reference)
        }
      } catch {
        throw setting.problem(for: error)
      }
    }
  }

  /// The one function that a reference and the values of its parameters make.
  ///
  /// Throws a `Problem` where a list would make several.
  func function(
    _ setting: Setting, _ reference: FunctionReference, _ sweeps: [Sweep], role: Sentence
  ) throws -> Function {
    for name in reference.parameterNames {
      guard let sweep = sweeps.first(where: { $0.name == name }), sweep.values.count != 1 else {
        continue
      }
      throw sweep.setting.problem(
        "\(role) is one function; give \(name) one value, not \(sweep.values.count).")
    }
    let made = try functions(setting, reference, sweeps)
    guard made.count == 1 else {
      throw setting.problem(
        "\(role) is one function, and \(made[0].name) is one for every slice; give y a value: \(made[0].name):y=1."
      )
    }
    return made[0]
  }

  /// The functions that a reference and the values of its parameters make.
  private func functions(
    _ setting: Setting, _ reference: FunctionReference, _ sweeps: [Sweep]
  ) throws -> [Function] {
    do {
      var values = Dictionary(
        sweeps.map { ($0.name, $0.values) }, uniquingKeysWith: { first, _ in first })
      var functions = try reference.functions(sweeping: values)
      if let slices, functions.contains(where: { $0.surface != nil }) {
        values["y"] = slices
        functions = try reference.functions(sweeping: values)
      }
      if let function = functions.first, function.surface != nil, !takesTwoVariables {
        throw setting.problem(ofTwoVariables: function)
      }
      return functions.map(\.proved)
    } catch let error as Problem {
      throw error
    } catch let error as ReferenceError {
      // What the reference fixes itself was checked as it was read.
      if case .illegalValue(_, let parameter, _) = error,
        let sweep = sweeps.first(where: { $0.name == parameter.name })
      {
        throw sweep.setting.problem("\(error.description)")
      }
      throw setting.problem(for: error)
    } catch {
      throw setting.problem(for: error)
    }
  }
}

extension Setting {
  /// Says that a function of x is wanted in place of one of x and y.
  func problem(ofTwoVariables function: Function) -> Problem {
    problem(
      """
      \(function.name) is a function of x and y, and one of x is wanted here; give y a value: \(Keys.parameters.name) y=1.
      """)
  }
}
