/// Equal cells in rows and columns, each in one of a few colours: what a field is drawn with.
package struct Raster: Equatable, Sendable {
  /// Cells side by side.
  package let columns: Int
  /// Cells above one another.
  package let rows: Int
  /// The number of each cell's colour, row by row from the top: one a cell.
  package let cells: [UInt8]
  /// The colours, at most 256, opaque or invisible ones; a number beyond them is invisible.
  package let colors: [Color]
  /// Whether colours flow into each other between the middles of cells, where these are larger than pixels.
  package let isSmooth: Bool

  /// Makes a raster; nil where the cells are not as many as rows and columns say.
  package init?(columns: Int, rows: Int, cells: [UInt8], colors: [Color], isSmooth: Bool) {
    guard columns > 0, rows > 0,
      columns.multipliedReportingOverflow(by: rows) == (cells.count, false)
    else { return nil }
    self.columns = columns
    self.rows = rows
    self.cells = cells
    self.colors = Array(colors.prefix(256))
    self.isSmooth = isSmooth
  }

  /// The colours as words of opacity, red, green and blue, 8 bits each, 256 of them; 0 is invisible.
  package var words: [UInt32] {
    let words = colors.map { color -> UInt32 in
      func part(_ value: Double) -> UInt32 { UInt32((min(max(value, 0), 1) * 255).rounded()) }
      guard color.alpha > 0 else { return 0 }
      return 0xff00_0000 | part(color.red) << 16 | part(color.green) << 8 | part(color.blue)
    }
    return words + Array(repeating: 0, count: 256 - words.count)
  }

  /// Whether nothing beneath it is seen.
  package var isOpaque: Bool {
    let words = words
    var isUsed = [Bool](repeating: false, count: 256)
    for cell in cells { isUsed[Int(cell)] = true }
    return zip(words, isUsed).allSatisfy { $0 != 0 || !$1 }
  }
}
