/// The name and the arguments of a function of code.
package struct Signature: Sendable {
  /// An argument; a parameter has a default.
  struct Argument: Sendable {
    let name: String
    var value: Double?
  }

  let name: String
  /// The variables, then the parameters.
  let arguments: [Argument]
  /// Whether only the functions of its own file call it.
  var isHelper = false

  /// The names of the variables.
  var variables: [String] { arguments.filter { $0.value == nil }.map(\.name) }
  /// The names of the parameters.
  var parameters: [String] { arguments.filter { $0.value != nil }.map(\.name) }

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
