import Activations

/// A line on which a field has one value, and passes from lower values to higher ones.
package struct LevelLine: Equatable, Sendable {
  /// The value.
  package let level: Double
  /// Its vertices, in data units; higher values lie to the left of the way along them, where y points up and x to the right.
  package let points: [Point]
  /// Whether the last point is joined to the first, which does not stand twice.
  package let isClosed: Bool

  package init(level: Double, points: [Point], isClosed: Bool) {
    self.level = level
    self.points = points
    self.isClosed = isClosed
  }
}
