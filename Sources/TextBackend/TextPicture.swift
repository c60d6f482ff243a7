import Figures

/// A figure in characters: curves in dots of braille, axes in lines, and texts.
///
/// It is laid out as any other drawing, in a font whose letters have one width. A cell has one colour, that of what was drawn last.
package struct TextPicture {
  private let canvas: CellCanvas

  /// How many characters a picture may have side by side, and above one another.
  package static let columns = 20...1000
  package static let rows = 10...1000

  /// The size that a figure needs to have to be drawn with so many characters.
  package static func size(columns: Int, rows: Int) -> Size {
    Cells.size(columns: columns, rows: rows)
  }

  /// Draws a scene of such a size.
  ///
  /// Without colours curves are told apart by dashes.
  package init(_ scene: Scene, theme: Theme, isColored: Bool) {
    let theme = theme.onCells(colored: isColored)
    let commands = Drawing(scene, measurer: CellMeasurer(), theme: theme).commands
    var canvas = CellCanvas(
      columns: max(1, Int((scene.size.width / Cells.width).rounded())),
      // One more for what is moved down by a part of a row.
      rows: max(1, Int((scene.size.height / Cells.height).rounded())) + 1,
      theme: theme.scaled(to: scene.size), shift: RowAlignment.shift(of: commands))
    for command in commands { canvas.execute(command) }
    self.canvas = canvas
  }

  /// The lines, each with its end; what is empty at the right and above and below is left out.
  package func text(in colors: TerminalColors) -> String {
    let lines = (0..<canvas.rows).map { row in
      line(canvas.cells[row * canvas.columns..<(row + 1) * canvas.columns], colors)
    }
    guard let first = lines.firstIndex(where: { !$0.isEmpty }),
      let last = lines.lastIndex(where: { !$0.isEmpty })
    else { return "" }
    return lines[first...last].map { $0 + "\n" }.joined()
  }

  private func line(_ cells: ArraySlice<Cell>, _ colors: TerminalColors) -> String {
    let end = cells.lastIndex { $0.glyph != " " || $0.ground != nil }
    guard let end else { return "" }
    var text = ""
    var current = ""
    for cell in cells[...end] where !cell.isTaken {
      let (glyph, look) = seen(cell, colors)
      if look != current {
        text += "\u{1B}[0\(look.isEmpty ? "" : ";" + look)m"
        current = look
      }
      text.append(glyph)
    }
    return current.isEmpty ? text : text + "\u{1B}[0m"
  }

  /// A cell's character, and the parameters of its colours.
  private func seen(_ cell: Cell, _ colors: TerminalColors) -> (Character, String) {
    let glyph = cell.glyph
    guard colors != .none else {
      return (glyph == " " ? cell.ground.map { Self.shade($0.upper) } ?? " " : glyph, "")
    }
    guard let ground = cell.ground else {
      let isColored = glyph != " "
      let color = isColored ? cell.color?.readable : nil
      return (glyph, color.map { colors.parameters($0, layer: 38) } ?? "")
    }
    let beneath = colors.parameters(glyph == " " ? ground.lower : ground.upper, layer: 48)
    let above = glyph == " " ? ground.upper : cell.color ?? Color(0)
    return (glyph == " " ? "▀" : glyph, colors.parameters(above, layer: 38) + ";" + beneath)
  }

  /// A character that is the fuller, the darker a colour is.
  private static func shade(_ color: Color) -> Character {
    let shades: [Character] = [" ", "░", "▒", "▓", "█"]
    let light = min(max(color.luminance, 0), 1).squareRoot()
    return shades[min(Int((1 - light) * 5), 4)]
  }
}
