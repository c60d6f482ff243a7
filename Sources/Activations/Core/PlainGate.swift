/// An activation f = x·H(x) that states its gate in doubles: the way to add one from outside.
///
/// f, f′ and f″ follow by the product rule, f′ = H + x·H′ and f″ = 2H′ + x·H″, with the digits that the gate's
/// have. At ±∞ the gate is the step, so f has relu's limits.
public protocol PlainGate: Gated {
  /// H, H′ and H″ at a finite x; NaN at NaN.
  func gate(at x: Double) -> Jet
}

extension PlainGate {
  /// No kinks: H is smooth.
  public var gateKinks: [Kink] { [] }

  /// H at x; the step at ±∞.
  public func gateValue(at x: Double) -> Double { gateJet(at: x).value }

  /// f, f′ and f″ by the product rule.
  public func jet(at x: Double) -> Jet {
    guard !x.isInfinite else { return x > 0 ? Jet(x, 1, 0) : Jet(-0.0, 0, 0) }
    let gate = gate(at: x)
    return Jet(
      x * gate.value, gate.value + x * gate.first,
      2 * gate.first + (x == 0 ? 0 : x * gate.second))
  }

  /// The asked quantities at every x, in one loop over the batch, and one more for the gate.
  public func columns(_ quantities: [Quantity], at xs: [Double]) -> [[Double]] {
    var columns = activationColumns(quantities, at: xs)
    guard quantities.contains(where: \.needsGate) else { return columns.compactMap(\.self) }
    let jets = xs.map { gateJet(at: $0) }
    for (index, quantity) in quantities.enumerated() where quantity.needsGate {
      columns[index] = jets.map { jet in
        switch quantity {
        case .density: jet.first
        case .sign: 2 * jet.value - 1
        case .gate, .f, .df, .d2f: jet.value
        }
      }
    }
    return columns.compactMap(\.self)
  }

  private func gateJet(at x: Double) -> Jet {
    x.isInfinite ? Jet(x > 0 ? 1 : 0, 0, 0) : gate(at: x)
  }
}
