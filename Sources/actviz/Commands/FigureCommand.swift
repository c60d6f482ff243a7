import ArgumentParser
import CairoBackend

/// A subcommand that draws, and so needs a font.
///
/// Finding the font takes as long as parsing the arguments and evaluating the curves together, and
/// depends on neither: the root starts it first, and it loads on the side.
protocol FigureCommand: ParsableCommand {
  /// Runs the command with a font that is loaded or being loaded.
  func run(drawingWith font: FontLoading) throws
}

extension FigureCommand {
  func run() throws { try run(drawingWith: FontLoading()) }
}
