/// A rule that bends an axis, such as a logarithm, and its inverse: where a picture is even, data is not.
public struct Warp: Sendable {
  /// From data units to units in which the picture is even; rising, NaN where the axis shows nothing.
  public let forward: @Sendable (Double) -> Double
  /// Back again.
  public let inverse: @Sendable (Double) -> Double

  /// Makes a rule of two functions that undo each other.
  public init(
    forward: @escaping @Sendable (Double) -> Double,
    inverse: @escaping @Sendable (Double) -> Double
  ) {
    self.forward = forward
    self.inverse = inverse
  }

  /// The number that stands midway between two others on the axis.
  func middle(_ a: Double, _ b: Double) -> Double {
    inverse(forward(a) / 2 + forward(b) / 2)
  }

  /// A grid that is even on the axis, its ends exact.
  func grid(_ domain: ClosedRange<Double>, count: Int) -> [Double] {
    let (low, high) = (domain.lowerBound, domain.upperBound)
    guard forward(low) < forward(high) else { return [low, high] }
    let inside = Grid(forward(low)...forward(high), count: count).points(1..<count - 1)
    // Rounding may carry an inner point past an end.
    return [low] + inside.map { min(max(inverse($0), low), high) } + [high]
  }
}
