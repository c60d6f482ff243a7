import Activations
import ArgumentParser

/// The functions to work on, with the parameters that are swept over all of them.
struct FunctionOptions: ParsableArguments {
  @Argument(
    help: ArgumentHelp(
      "Functions, e.g. gelu, gennorm:alpha=1,beta=inf or 'x*tanh(a*x)'.", valueName: "function"),
    completion: .list(Catalogue.all.flatMap { [$0.name] + $0.aliases }))
  var functions: [String]

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp("Set alpha on every function that has it.", valueName: "list"))
  var alpha: String?

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp("Set beta on every function that has it.", valueName: "list"))
  var beta: String?

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp("Set sigma on every function that has it.", valueName: "list"))
  var sigma: String?

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp("Set gamma on every function that has it.", valueName: "list"))
  var gamma: String?

  @OptionGroup var formulas: FormulaOptions
  @OptionGroup var construction: ByOptions

  /// The named functions, one for every combination of parameters; one that is named twice counts
  /// once.
  func resolved() throws -> [Function] {
    let definitions = try formulas.definitions()
    let references = try functions.map {
      var reference = try FunctionReference(parsing: $0, definitions: definitions)
      reference.construction = construction.by
      return reference
    }
    let sweeps = try sweeps(for: references)
    var labels = Set<String>()
    return try references.flatMap { try $0.functions(sweeping: sweeps) }
      .filter { labels.insert($0.label).inserted }
  }

  /// The function to compare with; a formula takes its parameters, one value each, from `--param`.
  func reference(_ text: String) throws -> Function {
    let reference = try FunctionReference(parsing: text, definitions: formulas.definitions())
    guard reference.isFormula else { return try Function(parsing: text) }
    var values: [String: [Double]] = [:]
    for (name, option, list) in try formulas.assignments() {
      values[name] = try Self.numbers(list, option: option)
    }
    let functions = try reference.functions(sweeping: values)
    guard functions.count == 1 else {
      throw Failure(.usage, "The reference is one function; give its parameters one value each.")
    }
    return functions[0]
  }

  private func sweeps(for references: [FunctionReference]) throws -> [String: [Double]] {
    let named = [("alpha", alpha), ("beta", beta), ("sigma", sigma), ("gamma", gamma)]
    let options = named.compactMap { name, text in
      text.map { (name: name, option: name, text: $0) }
    }
    var sweeps: [String: [Double]] = [:]
    for (name, option, text) in try options + formulas.assignments() {
      guard sweeps[name] == nil else { throw Failure(.usage, "\(name) is given twice.") }
      guard references.contains(where: { $0.entry.parameters.contains { $0.name == name } }) else {
        throw Failure(.usage, Self.misplaced(option, references))
      }
      sweeps[name] = try Self.numbers(text, option: option)
    }
    return sweeps
  }

  private static func numbers(_ text: String, option: String) throws -> [Double] {
    try text.split(separator: ",", omittingEmptySubsequences: false).map { part in
      guard case .number(let value) = NumberText.read(part) else {
        throw Failure(.usage, "--\(option) must be a number or a list of them, not '\(part)'.")
      }
      return value
    }
  }

  /// Says which parameters the named functions have.
  private static func misplaced(_ option: String, _ references: [FunctionReference]) -> String {
    let owners = references.map { reference in
      let names = reference.entry.parameters.map(\.name)
      return "\(reference.name) has \(names.isEmpty ? "none" : names.joined(separator: ", "))"
    }
    return "--\(option) is a parameter of none of the functions: "
      + owners.joined(separator: "; ") + "."
  }
}
