import Activations

/// Sees a field over a rectangle as a picture of some size shows it: its values at pixels, and its level lines.
///
/// A field is a closure that tells its values at points, many at once: a quantity of a surface, or the difference of two.
/// Where two values are equal but for rounding a difference is to be 0, lest its noise has lines.
package struct SurfaceSampler {
  private let plane: PixelPlane

  /// - Parameters:
  ///   - x: What is shown from left to right, and how.
  ///   - y: What is shown from bottom to top.
  ///   - values: The field's values at points, NaN where it has none.
  package init(x: PixelAxis, y: PixelAxis, values: @escaping ([Point]) -> [Double]) {
    plane = PixelPlane(x: x, y: y, values: values)
  }

  /// Sees a quantity of a function of two variables.
  package init(_ surface: any Surface, _ quantity: SurfaceQuantity, x: PixelAxis, y: PixelAxis) {
    self.init(x: x, y: y) { surface.columns([quantity], at: $0)[0] }
  }

  /// The values at the centres of pixels, one cell a pixel.
  package func grid() -> FieldGrid {
    let columns = max(1, Int(plane.x.length.rounded()))
    let rows = max(1, Int(plane.y.length.rounded()))
    let xs = (0..<columns).map {
      plane.x.value(at: (Double($0) + 0.5) * plane.x.length / Double(columns))
    }
    let ys = (0..<rows).map {
      plane.y.value(at: plane.y.length * (1 - (Double($0) + 0.5) / Double(rows)))
    }
    var values: [Double] = []
    values.reserveCapacity(columns * rows)
    // Some rows at a time: what a batch needs stays near.
    for start in stride(from: 0, to: rows, by: Self.rowsAtOnce) {
      let points = ys[start..<min(rows, start + Self.rowsAtOnce)].flatMap { y in
        xs.map { Point(x: $0, y: y) }
      }
      values += plane.values(points)
    }
    return FieldGrid(columns: columns, rows: rows, values: values)
  }

  private static let rowsAtOnce = 16

  /// The values that colours are to span when nobody says which, the edges of the picture among them; nil where none is finite.
  package func window(of grid: FieldGrid) -> ValueWindow? {
    FieldWindow(plane, grid)?.window()
  }

  /// The lines on which the field has one of some values, in the order of the values: a level's open lines first, then its closed ones.
  ///
  /// On one side of a line the field is below its level, on the other above: a plain on which it stays on a level has no line,
  /// and a level that is touched from one side has none. A line ends where the field leaps, where it has no values, and where a
  /// plain begins; it never goes on beyond a leap or a pole. Every vertex and every segment lies within a quarter of a pixel of
  /// the level, in general within a tenth. What is narrower than some four pixels may be missed. Where most of a picture would be
  /// lines, as of noise, some of them are straight for a few pixels and join others: values are asked for up to some number.
  ///
  /// - Parameter grid: the field's ``grid()``, where it is there already: then what is a pixel wide is found too.
  package func lines(at levels: [Double], beside grid: FieldGrid? = nil) -> [LevelLine] {
    let levels = Set(levels.filter(\.isFinite)).sorted()
    guard !levels.isEmpty else { return [] }
    return LineJoining(ContourSearch(plane, levels: levels, beside: grid)).lines()
  }
}
