/// An activation of the form f = x·H(x), described by its gate H.
///
/// A type states the gate's jet; the density H′ and the activation with its derivatives derive from
/// it by the product rule. Where the product rule would lose digits or overflow, a type gives its
/// own `jet(at:)`.
public protocol GatedActivation: Activation {
  /// H, H′ and H″ at a finite x; NaN at NaN.
  func gateJet(at x: Double) -> GateJet

  /// The points where H is not smooth, in ascending order.
  var gateKinks: [Kink] { get }

  /// The limit of f at −∞; −0 for all but the gates with the slowest of tails.
  var limitAtMinusInfinity: Double { get }
}

extension GatedActivation {
  /// No kinks: H is smooth.
  public var gateKinks: [Kink] { [] }

  /// Minus zero: f approaches its limit from below.
  public var limitAtMinusInfinity: Double { -0.0 }

  /// The gate's kinks; the factor x smooths one at the origin by one order.
  public var kinks: [Kink] {
    gateKinks.map { Kink(at: $0.x, order: $0.x == 0 ? $0.order + 1 : $0.order) }
  }

  /// The product x·H with its derivatives.
  @inline(__always)
  public func jet(at x: Double) -> Jet {
    guard !x.isInfinite else { return jetAtInfinity(x) }
    return gateJet(at: x).product(with: x)
  }

  /// The product x·H.
  @inline(__always)
  public func value(at x: Double) -> Double {
    guard !x.isInfinite else { return jetAtInfinity(x).value }
    return gateJet(at: x).product(with: x).value
  }

  /// The limits at ±∞: the step for the gate, 0 for both its derivatives.
  @inline(__always)
  func gateJetWithLimits(at x: Double) -> GateJet {
    x.isInfinite ? .step(x) : gateJet(at: x)
  }

  /// The limits at ±∞: those of relu, but for an offset on the left.
  @inline(never)
  func jetAtInfinity(_ x: Double) -> Jet {
    x > 0 ? Jet(x, 1, 0) : Jet(limitAtMinusInfinity, 0, 0)
  }

  /// Evaluates in one loop over the batch, and one more where the gate or density is asked for too.
  public func columns(_ quantities: [Quantity], at xs: [Double]) -> [[Double]] {
    var columns = activationColumns(quantities, at: xs)
    guard quantities.contains(where: \.needsGate) else { return columns.compactMap(\.self) }
    let jets = xs.map { gateJetWithLimits(at: $0) }
    for (index, quantity) in quantities.enumerated() where quantity.needsGate {
      columns[index] = quantity == .gate ? jets.map(\.gate) : jets.map(\.density)
    }
    return columns.compactMap(\.self)
  }
}
