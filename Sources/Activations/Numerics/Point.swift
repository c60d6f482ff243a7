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
  package var isFinite: Bool { x.isFinite && y.isFinite }
}
