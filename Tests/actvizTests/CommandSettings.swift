import FigureSpecification

@testable import actviz

extension Settings {
  /// What a command line asks for, without the program's name.
  init(_ arguments: [String]) throws {
    let invocation = try Invocation(arguments, shell: nil)
    guard case .run(_, let settings) = invocation else { throw NoCommand() }
    self = settings
  }

  /// The same of a line whose words need no quotes.
  init(line: String) throws {
    try self.init(line.split(separator: " ").map(String.init))
  }
}

/// Arguments that ask for help, the version or completions.
struct NoCommand: Error {}

extension PlotRequest {
  /// What `plot` or `compare` is asked for.
  init(line: String) throws {
    let settings = try Settings(line: line)
    let isComparison = line.hasPrefix("compare ")
    try self.init(
      isComparison ? settings.with(Keys.reference, Keys.standardReference) : settings)
  }
}
