/// A point where a function is not smooth.
public struct Kink: Equatable, Sendable {
  /// Where it is on the x-axis.
  public var x: Double
  /// The order of the lowest derivative that breaks there.
  ///
  /// 0 is a jump of the function itself, 1 a corner (its slope jumps), 2 a jump of its curvature,
  /// 3 a corner of its curvature.
  public var order: Int

  /// A kink at x in the derivative of the given order.
  public init(at x: Double, order: Int) {
    self.x = x
    self.order = order
  }
}
