/// An activation that is made from a gate H, as x·H(x) or as its integral: H and the density H′ can be asked for.
public protocol Gated: Activation {
  /// H at x.
  func gateValue(at x: Double) -> Double

  /// The points where H is not smooth, in ascending order.
  var gateKinks: [Kink] { get }
}

extension Gated {
  /// Itself.
  public var gated: (any Gated)? { self }

  /// The gate's kinks; the factor x smooths one at the origin by one order.
  public var kinks: [Kink] {
    gateKinks.map { Kink(at: $0.x, order: $0.x == 0 ? $0.order + 1 : $0.order) }
  }

  /// Whether H(x) + H(−x) = 1, tried over 12 decades of x to a few ulp.
  public var isSymmetric: Bool {
    stride(from: -20.0, through: 20, by: 0.25).allSatisfy { exponent in
      let x = Libm.exp(0.6931471805599453 * exponent)
      return abs(gateValue(at: x) + gateValue(at: -x) - 1) < 0x1p-48
    }
  }
}
