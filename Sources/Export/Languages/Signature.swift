/// The name and the arguments of a function of code.
package struct Signature: Sendable {
  /// An argument, with the default of those behind the first.
  struct Argument: Sendable {
    let name: String
    var value: Double?
  }

  let name: String
  /// The variable, then the parameters.
  let arguments: [Argument]
  /// Whether only the functions of its own file call it.
  var isHelper = false

  /// The variable.
  var variable: String { arguments[0].name }

  /// What it is called with where its arguments are at hand: `x, alpha`.
  var call: String { list(\.name) }

  /// The arguments between commas.
  func list(_ text: (Argument) -> String) -> String {
    arguments.map(text).joined(separator: ", ")
  }

  /// The arguments as languages write them that have defaults: `x, alpha = 1.0`.
  func list(_ equals: String, _ number: (Double) -> String, as text: (Argument) -> String)
    -> String
  {
    list { argument in text(argument) + (argument.value.map { equals + number($0) } ?? "") }
  }
}
