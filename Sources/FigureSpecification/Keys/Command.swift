/// A command of the program.
package enum Command: String, CaseIterable, Sendable {
  case plot, compare, render, rerun, table, inspect, fit, check, list

  /// The commands that draw functions.
  package static let drawing: [Command] = [.plot, .compare]
  /// The commands that evaluate any number of functions.
  package static let evaluating: [Command] = [.plot, .compare, .table]
  /// The commands that take one function.
  package static let single: [Command] = [.inspect, .fit, .check]
  /// The commands whose pictures have a look of their own.
  package static let pictured = drawing + single
}
