/// A stretch of the line on which a function has values, but for single points.
public struct DomainPart: Equatable, Sendable {
  /// The left end, −∞ where there is none.
  public let low: Double
  /// The right end, ∞ where there is none.
  public let high: Double
  /// Whether the function has a value at the left end.
  public let holdsLow: Bool
  /// Whether it has one at the right end.
  public let holdsHigh: Bool

  /// Whether it is the whole line.
  public var isWhole: Bool { low == -.infinity && high == .infinity }
}
