/// A rule that bends the number line, such as a logarithm, and its inverse: where a picture is even, data is not.
public struct Transform: Sendable {
  /// From data units to units in which the picture is even; rising, NaN where the axis shows nothing.
  public let forward: @Sendable (Double) -> Double
  /// Back again.
  public let inverse: @Sendable (Double) -> Double
  /// The slope of `forward`.
  public let slope: @Sendable (Double) -> Double

  /// Makes a transform of two functions that undo each other, and the slope of the first.
  public init(
    forward: @escaping @Sendable (Double) -> Double,
    inverse: @escaping @Sendable (Double) -> Double,
    slope: @escaping @Sendable (Double) -> Double
  ) {
    self.forward = forward
    self.inverse = inverse
    self.slope = slope
  }

  /// Leaves numbers as they are.
  public static let linear = Transform(forward: { $0 }, inverse: { $0 }, slope: { _ in 1 })

  /// The natural logarithm; NaN, which breaks a line, for everything that is not above 0.
  ///
  /// Inverse: e^y, 0 and infinite where no double holds it.
  public static let log = Transform(
    forward: { $0 > 0 ? Libm.log($0) : .nan }, inverse: { Libm.exp($0) }, slope: { 1 / $0 })

  /// Bends both halves of the number line by sign(x)·ln(1 + |x/c|), so that 0 keeps its place.
  ///
  /// Linear where |x| is far below the constant c, in data units and above 0, logarithmic far above.
  /// Inverse: sign(y)·c·(e^|y| − 1), infinite where no double holds it. Source: Webber, "A
  /// bi-symmetric log transformation for wide-range data" (2013); d3's scaleSymlog is the same.
  public static func symlog(_ constant: Double) -> Transform {
    Transform(
      forward: { x in
        // The quotient of a large number by a small constant may be beyond the largest double.
        let ratio = abs(x) / constant
        let bent = ratio.isFinite ? Libm.log1p(ratio) : Libm.log(abs(x)) - Libm.log(constant)
        return x < 0 ? -bent : bent
      },
      inverse: { y in y < 0 ? -constant * Libm.expm1(-y) : constant * Libm.expm1(y) },
      slope: { x in 1 / (constant + abs(x)) })
  }

  /// First this one, then another.
  package func followed(by other: Transform) -> Transform {
    Transform(
      forward: { other.forward(forward($0)) }, inverse: { inverse(other.inverse($0)) },
      slope: { other.slope(forward($0)) * slope($0) })
  }

  /// The number that stands midway between two others on the axis.
  package func middle(_ a: Double, _ b: Double) -> Double {
    inverse(forward(a) / 2 + forward(b) / 2)
  }

  /// A grid that is even on the axis, its ends exact.
  package func grid(_ domain: ClosedRange<Double>, count: Int) -> [Double] {
    let (low, high) = (domain.lowerBound, domain.upperBound)
    guard forward(low) < forward(high) else { return [low, high] }
    let inside = Grid(forward(low)...forward(high), count: count).points(1..<count - 1)
    // Rounding may carry an inner point past an end.
    return [low] + inside.map { min(max(inverse($0), low), high) } + [high]
  }
}
