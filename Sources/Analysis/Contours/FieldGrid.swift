/// The values of a field at the centres of equal cells of a picture.
package struct FieldGrid: Equatable, Sendable {
  /// How many cells stand in a row.
  package let columns: Int
  /// How many rows there are.
  package let rows: Int
  /// The values, row by row from the top, each row from left to right; NaN where there is none.
  package let values: [Double]

  package init(columns: Int, rows: Int, values: [Double]) {
    self.columns = columns
    self.rows = rows
    self.values = values
  }
}
