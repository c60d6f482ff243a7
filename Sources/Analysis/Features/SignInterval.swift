/// A stretch of the line on which something has one sign: a slope, a curvature.
public struct SignInterval: Equatable, Sendable {
  /// The left end in data units, −∞ where there is none.
  public var low: Double
  /// The right end in data units, +∞ where there is none.
  public var high: Double
  /// −1, 0 or 1.
  public var sign: Int

  /// A stretch from `low` to `high`.
  public init(low: Double, high: Double, sign: Int) {
    self.low = low
    self.high = high
    self.sign = sign
  }

  /// The finite end nearer to the origin, which stands for a stretch of equal values; 0 where the
  /// stretch holds it or has no end.
  var anchor: Double {
    if low <= 0, high >= 0 { return low == 0 || high == 0 || low.isInfinite ? 0 : max(low, 0) }
    return low > 0 ? low : high
  }
}
