/// The values that a graph takes at one place, or in a column of pixels as the column's middle tells it.
package struct Extent: Equatable, Sendable {
  /// Where, in data units.
  package var x: Double
  /// The smallest value.
  package var low: Double
  /// The largest.
  package var high: Double

  /// Makes an extent.
  package init(x: Double, low: Double, high: Double) {
    self.x = x
    self.low = low
    self.high = high
  }
}
