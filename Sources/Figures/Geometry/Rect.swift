import Activations

/// A place: in data units before a scale has seen it, in pixels of the canvas (y grows downwards) after.
package typealias Point = Activations.Point

/// A rule that bends an axis, and its inverse; all that tells one kind of scale from another.
package typealias Transform = Activations.Transform

/// An upright rectangle in pixels of the canvas.
package struct Rect: Equatable, Sendable {
  /// The left edge.
  package var minX: Double
  /// The upper edge.
  package var minY: Double
  /// The right edge.
  package var maxX: Double
  /// The lower edge.
  package var maxY: Double

  /// Makes a rectangle of its edges.
  package init(minX: Double, minY: Double, maxX: Double, maxY: Double) {
    self.minX = minX
    self.minY = minY
    self.maxX = maxX
    self.maxY = maxY
  }

  /// Right edge minus left edge.
  package var width: Double { maxX - minX }
  /// Lower edge minus upper edge.
  package var height: Double { maxY - minY }

  /// The rectangle whose four edges lie `amount` further in (out, where negative).
  func inset(by amount: Double) -> Rect {
    Rect(
      minX: minX + amount, minY: minY + amount, maxX: maxX - amount, maxY: maxY - amount)
  }

  /// Whether the point lies inside or on an edge.
  func contains(_ point: Point) -> Bool {
    point.x >= minX && point.x <= maxX && point.y >= minY && point.y <= maxY
  }

  /// Whether two rectangles have a point in common.
  func touches(_ other: Rect) -> Bool {
    minX <= other.maxX && other.minX <= maxX && minY <= other.maxY && other.minY <= maxY
  }

  /// Whether the rectangle lies inside this one.
  func contains(_ other: Rect) -> Bool {
    other.minX >= minX && other.maxX <= maxX && other.minY >= minY && other.maxY <= maxY
  }
}
