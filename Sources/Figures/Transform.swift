/// A rule that bends the number line, and its inverse; all that tells one kind of scale from another.
public struct Transform: Sendable {
  /// From data units to units in which the scale is even.
  public let forward: @Sendable (Double) -> Double
  /// Back again.
  public let inverse: @Sendable (Double) -> Double

  /// Makes a transform of two functions that undo each other.
  public init(
    forward: @escaping @Sendable (Double) -> Double,
    inverse: @escaping @Sendable (Double) -> Double
  ) {
    self.forward = forward
    self.inverse = inverse
  }

  /// Leaves numbers as they are.
  public static let linear = Transform(forward: { $0 }, inverse: { $0 })

  /// The natural logarithm; NaN, which breaks a line, for everything that is not above 0.
  ///
  /// Inverse: e^y, 0 and infinite where no double holds it.
  public static let log = Transform(
    forward: { $0 > 0 ? Figures.log($0) : .nan }, inverse: { exp($0) })

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
        let bent = ratio.isFinite ? log1p(ratio) : Figures.log(abs(x)) - Figures.log(constant)
        return x < 0 ? -bent : bent
      },
      inverse: { y in y < 0 ? -constant * expm1(-y) : constant * expm1(y) })
  }
}
