import Activations
import Formulas
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
    let references = try formulas.references(functions, by: construction.by)
    let sweeps = try sweeps(for: references)
    let functions = try references.flatMap { try $0.functions(sweeping: sweeps) }
    // By names first: thousands of functions are compared with their namesakes alone.
    var namesakes: [String: [Function]] = [:]
    return functions.filter { function in
      guard !namesakes[function.name, default: []].contains(where: function.isTwin) else {
        return false
      }
      namesakes[function.name, default: []].append(function)
      return true
    }
  }

  /// The function to compare with; a formula takes its parameters, one value each, from `--param`, and
  /// definitions among the functions serve it.
  func reference(_ text: String) throws -> Function {
    let reference = try formulas.reference(text, behind: functions)
    return try reference.function(
      reference.isFormula ? formulas.values() : [:], role: "--reference")
  }

  private func sweeps(for references: [FunctionReference]) throws -> [String: [Double]] {
    let named = [("alpha", alpha), ("beta", beta), ("sigma", sigma), ("gamma", gamma)]
    let options = named.compactMap { name, text in
      text.map { (name: name, option: name, text: $0) }
    }
    var sweeps: [String: [Double]] = [:]
    for (name, option, text) in try options + formulas.assignments() {
      guard sweeps[name] == nil else { throw Failure(.usage, "\(name) is given twice.") }
      guard references.contains(where: { $0.family.parameters.contains { $0.name == name } }) else {
        throw Failure(.usage, FormulaOptions.misplaced(option, references))
      }
      sweeps[name] = try FormulaOptions.numbers(text, option: option)
    }
    return sweeps
  }
}
