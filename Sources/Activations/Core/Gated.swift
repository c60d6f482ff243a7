/// An activation of the form f = x·H(x), whose gate H and density H′ can be asked for.
package protocol Gated: Activation {
  /// H at x.
  func gateValue(at x: Double) -> Double

  /// The points where H is not smooth, in ascending order.
  var gateKinks: [Kink] { get }
}

extension Gated {
  /// The gate's kinks; the factor x smooths one at the origin by one order.
  package var kinks: [Kink] {
    gateKinks.map { Kink(at: $0.x, order: $0.x == 0 ? $0.order + 1 : $0.order) }
  }

  /// Whether H(x) + H(−x) = 1, tried over 12 decades of x to a few ulp.
  package var isSymmetric: Bool {
    stride(from: -20.0, through: 20, by: 0.25).allSatisfy { exponent in
      let x = Libm.exp(0.6931471805599453 * exponent)
      return abs(gateValue(at: x) + gateValue(at: -x) - 1) < 0x1p-48
    }
  }
}
