/// A place: in data units before a scale has seen it, in pixels of the canvas (y grows downwards) after.
public struct Point: Equatable, Sendable {
  /// Towards the right.
  public var x: Double
  /// Upwards in data units, downwards in pixels.
  public var y: Double

  /// Makes a point of its coordinates.
  public init(x: Double, y: Double) {
    self.x = x
    self.y = y
  }

  /// Whether neither coordinate is NaN or infinite.
  var isFinite: Bool { x.isFinite && y.isFinite }
}

/// An upright rectangle in pixels of the canvas.
public struct Rect: Equatable, Sendable {
  /// The left edge.
  public var minX: Double
  /// The upper edge.
  public var minY: Double
  /// The right edge.
  public var maxX: Double
  /// The lower edge.
  public var maxY: Double

  /// Makes a rectangle of its edges.
  public init(minX: Double, minY: Double, maxX: Double, maxY: Double) {
    self.minX = minX
    self.minY = minY
    self.maxX = maxX
    self.maxY = maxY
  }

  /// Right edge minus left edge.
  public var width: Double { maxX - minX }
  /// Lower edge minus upper edge.
  public var height: Double { maxY - minY }

  /// The rectangle whose four edges lie `amount` further in (out, where negative).
  func inset(by amount: Double) -> Rect {
    Rect(
      minX: minX + amount, minY: minY + amount, maxX: maxX - amount, maxY: maxY - amount)
  }

  /// Whether the point lies inside or on an edge.
  func contains(_ point: Point) -> Bool {
    point.x >= minX && point.x <= maxX && point.y >= minY && point.y <= maxY
  }
}
