import Activations
import Formulas
import ArgumentParser

/// What formulas need beside themselves: values for their parameters, and definitions.
struct FormulaOptions: ParsableArguments {
  @Option(
    name: .customLong("param"), parsing: .unconditionalSingleValue,
    help: ArgumentHelp("Set a parameter of formulas; repeatable.", valueName: "name=list"))
  var parameters: [String] = []

  @Option(
    name: .customLong("define"),
    help: ArgumentHelp(
      "Read definitions 'NAME(x; a=1) = FORMULA', one a line; repeatable.", valueName: "file"),
    completion: .file())
  var definitionFiles: [String] = []

  /// The parameters with the option as it was typed and the list of values.
  func assignments() throws -> [(name: String, option: String, text: String)] {
    try parameters.map { text in
      let sides = text.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      guard sides.count == 2, !sides[0].isEmpty else {
        throw Failure(.usage, "--param must be of the form NAME=LIST, not '\(text)'.")
      }
      return (sides[0].lowercased(), "param \(sides[0])", String(sides[1]))
    }
  }

  /// The values of `--param` by name, lists as they are.
  func values() throws -> [String: [Double]] {
    var values: [String: [Double]] = [:]
    for (name, option, list) in try assignments() {
      guard values[name] == nil else { throw Failure(.usage, "\(name) is given twice.") }
      values[name] = try Self.numbers(list, option: option)
    }
    return values
  }

  /// What arguments refer to, with the definitions of all files read once; an argument may be a definition
  /// itself, and serves those behind it.
  func references(_ texts: [String], by construction: Construction = .product) throws
    -> [FunctionReference]
  {
    var definitions = try definitions()
    return try texts.map { text in
      var reference = try Self.reference(text, &definitions)
      reference.construction = construction
      return reference
    }
  }

  /// What a text refers to that stands behind other arguments, and may use their definitions.
  func reference(_ text: String, behind others: [String]) throws -> FunctionReference {
    var definitions = try definitions()
    for other in others where definitions.isDefinition(other) { try definitions.define(other) }
    return try Self.reference(text, &definitions)
  }

  private static func reference(_ text: String, _ definitions: inout Definitions) throws
    -> FunctionReference
  {
    let name = definitions.isDefinition(text) ? try definitions.define(text) : text
    return try FunctionReference(parsing: name, definitions: definitions)
  }

  /// The one function that an argument is, its parameters set by `--param` to one value each.
  func function(_ text: String, role: String, by construction: Construction = .product) throws
    -> Function
  {
    let references = try references([text], by: construction)
    try check(references)
    return try references[0].function(values(), role: role)
  }

  /// Refuses a `--param` that none of the functions has.
  func check(_ references: [FunctionReference]) throws {
    for (name, option, _) in try assignments() {
      guard references.contains(where: { $0.family.parameters.contains { $0.name == name } }) else {
        throw Failure(.usage, Self.misplaced(option, references))
      }
    }
  }

  /// A number or a list of them.
  static func numbers(_ text: String, option: String) throws -> [Double] {
    try text.split(separator: ",", omittingEmptySubsequences: false).map { part in
      guard case .number(let value) = NumberText.read(part) else {
        throw Failure(.usage, "--\(option) must be a number or a list of them, not '\(part)'.")
      }
      return value
    }
  }

  /// Says which parameters the named functions have.
  static func misplaced(_ option: String, _ references: [FunctionReference]) -> String {
    let owners = references.map { reference in
      let names = reference.family.parameters.map(\.name)
      return "\(reference.name) has \(names.isEmpty ? "none" : names.joined(separator: ", "))"
    }
    return "--\(option) is a parameter of none of the functions: "
      + owners.joined(separator: "; ") + "."
  }

  @Option(
    name: .customLong("definitions"), parsing: .unconditionalSingleValue,
    help: ArgumentHelp("Definitions themselves, as in a file.", visibility: .hidden))
  var definitionTexts: [String] = []

  /// The definitions of all files.
  func definitions() throws -> Definitions {
    var definitions = Definitions()
    let files = try definitionFiles.map { try ByteInput.text(of: $0, upTo: Self.largest) }
    for (text, name) in files + definitionTexts.map({ ($0, "the definitions") }) {
      do {
        try definitions.read(text, from: name)
      } catch {
        throw Failure(.data, error)
      }
    }
    return definitions
  }

  /// The longest file of definitions.
  private static let largest = 1 << 20
}

extension FunctionReference {
  /// The one function that the values of its parameters make.
  ///
  /// Throws a `Failure` (64) where a list would make several functions.
  func function(_ values: [String: [Double]], role: String) throws -> Function {
    for name in parameterNames {
      guard let list = values[name], list.count != 1 else { continue }
      throw Failure(.usage, "\(role) is one function; give \(name) one value, not \(list.count).")
    }
    return try functions(sweeping: values)[0]
  }
}

extension Failure {
  /// A formula's error, under its text and a caret; in a file, with the line and the column.
  init(_ status: ExitStatus, _ error: FormulaError) {
    let place = error.line.map { "Line \($0.number) of \($0.file), column \(error.column): " }
    self.init(status, (place ?? "") + error.description, excerpt: error.excerpt)
  }
}
