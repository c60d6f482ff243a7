import FigureSpecification

/// Where the figure file of a run goes, if one is asked for.
struct SavedFigure {
  private let output: Output?

  /// Throws a `Problem` where the figure file would go where the picture's path goes.
  init(_ settings: Settings, beside picture: Output?) throws {
    output = try settings.value(Keys.save).map(Output.init)
    if let output, picture != nil, output.destination == .standardOutput, !settings[Keys.quiet] {
      throw settings.problem(
        Keys.save,
        "Standard output holds other results; give \(Keys.save.name) a file, or add \(Keys.quiet.name)."
      )
    }
  }

  /// Whether one is asked for.
  var isAskedFor: Bool { output != nil }

  /// Adds the figure file to what the run writes, where that is asked for.
  func add(_ specification: Specification, _ outputs: inout OutputTransaction) throws {
    if let output { try outputs.add(specification.yaml, to: output) }
  }
}
