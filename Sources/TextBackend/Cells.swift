import Figures

/// The grid of characters that a drawing is made for: letters of one width, and 2 × 4 dots of braille in each cell.
enum Cells {
  /// The em of the text, in pixels of the drawing.
  static let em = 10.0
  /// The height of a cell: that of a legend's row, 1.32 em, so that neighbouring rows have one each.
  static let height = 1.32 * em
  /// The width of a cell, half its height, as terminals have it: dots are then square.
  static let width = height / 2
  /// The em in points.
  static let points = em * 72 / 96
  /// The side of a dot.
  static let dot = width / 2

  /// The size of a drawing of so many cells.
  static func size(columns: Int, rows: Int) -> Size {
    Size(
      width: Double(columns) * width, height: Double(rows) * height, textPoints: points)
  }

  /// How many cells a character takes: 2 for ideographs and their like, else 1; marks belong to their letter.
  static func count(_ character: Character) -> Int {
    character.unicodeScalars.first.map { scalar in wide.contains { $0.contains(scalar.value) } }
      == true ? 2 : 1
  }

  /// Characters that Unicode's Annex 11 calls wide, by their blocks.
  private static let wide: [ClosedRange<UInt32>] = [
    0x1100...0x115F, 0x2E80...0x303E, 0x3041...0xA4CF, 0xAC00...0xD7A3, 0xF900...0xFAFF,
    0xFE30...0xFE6F, 0xFF00...0xFF60, 0xFFE0...0xFFE6, 0x1F300...0x1FAFF, 0x20000...0x3FFFD,
  ]
}

/// Measures text in cells, whatever its size.
struct CellMeasurer: TextMeasurer {
  var setsFormulas: Bool { false }

  func measure(_ text: String, style: TextStyle) -> TextExtent {
    TextExtent(
      width: Cells.width * Double(text.reduce(0) { $0 + Cells.count($1) }),
      ascent: 0.9 * style.size, descent: 0.24 * style.size,
      ink: .init(
        top: 0.73 * style.size, bottom: 0,
        right: Cells.width * Double(text.reduce(0) { $0 + Cells.count($1) })))
  }
}

extension Theme {
  /// The theme for cells: lines of one dot, dashes of whole dots, a reference twice as thick.
  func onCells(colored: Bool) -> Theme {
    var theme = self
    theme.curveWidth = 4
    theme.textPoints = Cells.points
    // As the theme will have it once it is scaled to the size of cells' text.
    let width = theme.curveWidth * Cells.em / theme.textSize
    let unit = Cells.dot / width
    theme.referenceScale = 2 * unit
    theme.dashes = [[], [6, 3], [1, 2], [6, 2, 1, 2], [12, 4], [3, 3]].map {
      $0.map { $0 * unit }
    }
    // Without colours the dashes alone tell curves apart.
    if !colored { theme.changesDashes = true }
    return theme
  }
}
