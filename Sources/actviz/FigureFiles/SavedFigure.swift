import FigureSpecification

/// Where the figure file of a run goes, if one is asked for.
struct SavedFigure {
  private let output: Output?

  /// Throws a `Problem` where the figure file would go where the picture or its path goes.
  init(_ settings: Settings, beside picture: Output?) throws {
    output = try settings.value(Keys.save).map(Output.init)
    if let output, output == picture {
      throw settings.problem(
        Keys.save, "\(Keys.save.name) and the picture go to the same place; give one another name.")
    }
    if let output, picture != nil, output.destination == .standardOutput, !settings[Keys.quiet] {
      throw settings.problem(
        Keys.save,
        "Standard output holds other results; give \(Keys.save.name) a file, or add \(Keys.quiet.name)."
      )
    }
  }

  /// Whether one is asked for.
  var isAskedFor: Bool { output != nil }

  func write(_ specification: Specification) throws {
    try output?.write(specification.yaml)
  }
}
