import Figures
import TextBackend

extension FigureFile {
  /// Writes a figure in characters; returns the paths of the files, a line each.
  ///
  /// It is as wide as `COLUMNS` says, else as the terminal that it goes to, else 80 characters, and as high as its size is in proportion,
  /// but no higher than that terminal. It is coloured on a terminal alone, and not where `NO_COLOR` is set.
  static func addText(
    _ figure: Figure, look: Look, to output: Output, quiet: Bool, _ outputs: inout OutputTransaction
  ) throws -> String? {
    var figure = figure
    let room = TextRoom(for: look.size, on: output)
    // How panels stand depends on the room that they have.
    figure.size = TextPicture.size(columns: room.columns, rows: room.rows)
    let scene = Scene(figure)
    for theme in look.themes {
      let picture = TextPicture(
        scene, theme: look.theme(theme), isColored: room.colors != .none)
      try outputs.add(picture.text(in: room.colors), to: look.output(output, for: theme))
    }
    if !quiet { warn(of: figure, scene) }
    return paths(of: look.themes.map { look.output(output, for: $0) })
  }
}

/// The room that a picture of characters has, and its colours.
private struct TextRoom {
  let columns: Int
  let rows: Int
  let colors: TerminalColors

  /// The room for a figure of a size.
  init(for size: Size, on output: Output) {
    func limited(_ value: Double, _ range: ClosedRange<Int>) -> Int {
      Int(min(max(value, Double(range.lowerBound)), Double(range.upperBound)))
    }
    let terminal = output == .standardOutput ? Output.textSize : nil
    let asked = Platform.environment("COLUMNS").flatMap { Int($0) }.flatMap { $0 > 0 ? $0 : nil }
    columns = limited(Double(asked ?? terminal?.columns ?? 80), TextPicture.columns)
    // A character is about twice as high as wide.
    let wanted = (Double(columns) * size.height / size.width / 2).rounded()
    let most = terminal?.rows.map { Double($0 - 2) } ?? .infinity
    rows = limited(min(wanted, most), TextPicture.rows)
    colors = output.isTerminal ? Self.colorsOfTerminal : .none
  }

  /// The colours of the terminal, by its variables.
  private static var colorsOfTerminal: TerminalColors {
    func value(_ name: String) -> String { Platform.environment(name) ?? "" }
    guard value("NO_COLOR").isEmpty, !["", "dumb"].contains(value("TERM")) else { return .none }
    return ["truecolor", "24bit"].contains(value("COLORTERM")) ? .direct : .indexed
  }
}
