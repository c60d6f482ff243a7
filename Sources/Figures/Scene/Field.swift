import Activations

extension Figure {
  /// A function of x and y in a panel: in colour, as lines of equal values, or both.
  package struct Field: Equatable, Sendable {
    /// Values in equal cells of the panel.
    package struct Grid: Equatable, Sendable {
      /// Cells side by side.
      package let columns: Int
      /// Cells above one another.
      package let rows: Int
      /// The values at the middles of the cells, which are equal on the axes as they are drawn: row by row from the
      /// top, NaN where there is none.
      package let values: [Double]
      /// Whether colours flow between the middles of cells.
      package var isSmooth = true

      /// Makes a grid.
      package init(columns: Int, rows: Int, values: [Double]) {
        self.columns = columns
        self.rows = rows
        self.values = values
      }
    }

    /// A line on which the function has one value.
    package struct Line: Equatable, Sendable {
      /// The value.
      package let level: Double
      /// Its points, in data units.
      package let points: [Point]
      /// Whether its last point is joined with its first.
      package let isClosed: Bool

      /// Makes a line.
      package init(level: Double, points: [Point], isClosed: Bool = false) {
        self.level = level
        self.points = points
        self.isClosed = isClosed
      }
    }

    /// What the values are called, above the colour bar; nothing where empty.
    package var name: String
    /// The values that are shown in colour; nil where lines alone are.
    package var grid: Grid?
    /// Colours and levels; fields with equal scales may share one bar.
    package var scale: ColorScale
    /// The lines, in any order.
    package var lines: [Line]

    /// Makes a field.
    package init(name: String = "", grid: Grid?, scale: ColorScale, lines: [Line] = []) {
      self.name = name
      self.grid = grid
      self.scale = scale
      self.lines = lines
    }
  }
}
