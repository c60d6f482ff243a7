/// The least and the greatest of the pixels in parts of a picture, from a grid that is there already.
struct GridPeek {
  private let grid: FieldGrid
  private let width: Double
  private let height: Double

  init(_ grid: FieldGrid, over plane: PixelPlane) {
    self.grid = grid
    width = plane.x.length / Double(grid.columns)
    height = plane.y.length / Double(grid.rows)
  }

  /// Over the pixels whose centres lie between two corners, lower left and upper right; nil where there are none with values.
  func range(from low: Pixel, to high: Pixel) -> ClosedRange<Double>? {
    let columns = Self.indices(low.u / width, high.u / width, grid.columns)
    let rows = Self.indices(low.v / height, high.v / height, grid.rows)
    var (least, greatest) = (Double.infinity, -Double.infinity)
    for row in rows {
      // Rows are counted from the top.
      let start = (grid.rows - 1 - row) * grid.columns
      for column in columns {
        let value = grid.values[start + column]
        if value < least { least = value }
        if value > greatest { greatest = value }
      }
    }
    return least <= greatest ? least...greatest : nil
  }

  private static func indices(_ low: Double, _ high: Double, _ count: Int) -> Range<Int> {
    let start = min(max(Int((low - 0.5).rounded(.up)), 0), count)
    return start..<max(start, min(Int((high - 0.5).rounded(.up)), count))
  }
}
