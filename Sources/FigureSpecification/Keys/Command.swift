/// A command of the program.
package enum Command: String, CaseIterable, Sendable {
  case plot, explore, compare, render, rerun, table, inspect, fit, check, golden, export, list,
    config

  /// The commands that draw functions.
  package static let drawing: [Command] = [.plot, .explore, .compare]
  /// The commands that evaluate any number of functions.
  package static let evaluating: [Command] = [.plot, .explore, .compare, .table]
  /// The commands that take any number of functions.
  package static let plural = evaluating + [.inspect]
  /// The commands that take one function.
  package static let single: [Command] = [.fit, .check, .golden, .export]
  /// The commands that take functions.
  package static let calculating = plural + single
  /// The commands that compare with a function.
  package static let comparing: [Command] = [.compare, .fit]
  /// The commands that print what they found.
  package static let reporting: [Command] = [.compare, .inspect, .fit, .check, .list, .config]
  /// The commands that draw what was drawn or written down before.
  package static let redrawing: [Command] = [.render, .rerun]
  /// The commands that write a file where that is asked for.
  package static let writing = allCases.filter { $0 != .config }
  /// The commands whose pictures have a look of their own.
  package static let pictured = drawn + redrawing
  /// Those of them that are told what to draw.
  package static let drawn = drawing + [.inspect, .fit, .check]
}
