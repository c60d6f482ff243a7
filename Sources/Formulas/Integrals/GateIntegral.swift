import Activations

/// An activation f = ∫ H of the gate H of another one, from −∞ to x, where that is finite.
///
/// f′ = H and f″ = H′ are the other's gate and density; f is good to 1e-15, and to 1e-13 relative in
/// the left tail. The sigmoid gives softplus. A gate whose left tail does not integrate, as that of
/// form5, which falls like 1/|x|, is integrated from 0 instead, and `diagnostics` tells.
///
/// Limits: 0 at −∞, or −∞ where the integral begins at 0; ∞ at ∞.
package struct GateIntegral: Gated {
  let base: any Gated
  private let integral: Antiderivative

  init(of base: any Gated) {
    self.base = base
    integral = IntegralBuilder.antiderivative(
      cuts: base.gateKinks.map(\.x) + base.landmarks
    ) { base.columns([.gate], at: $0)[0] }
  }

  package var gateKinks: [Kink] { base.gateKinks }
  package var kinks: [Kink] { gateKinks.map { Kink(at: $0.x, order: $0.order + 1) } }
  package var landmarks: [Double] { base.landmarks }
  var isSymmetric: Bool { base.isSymmetric }

  package var diagnostics: [Diagnostic] {
    let isSlow = !beginsAtMinusInfinity
    return base.diagnostics + (isSlow ? [.slowGate] : []) + integral.diagnostics
  }

  private var beginsAtMinusInfinity: Bool {
    integral.left.isIntegrable && integral.report.isSettled.left
  }

  package func gateValue(at x: Double) -> Double { base.gateValue(at: x) }

  package func value(at x: Double) -> Double {
    guard !x.isNaN else { return x }
    let isWhole = beginsAtMinusInfinity
    guard !x.isInfinite else {
      return x < 0 && isWhole ? 0 : integral.limit(at: x)
    }
    return isWhole ? integral.fromLeft(x) : integral.fromOrigin(x)
  }

  package func jet(at x: Double) -> Jet {
    let columns = base.columns([.gate, .density], at: [x])
    return Jet(value(at: x), columns[0][0], columns[1][0])
  }

  package func columns(_ quantities: [Quantity], at xs: [Double]) -> [[Double]] {
    let others = quantities.filter { $0 != .f }.map(\.ofGate)
    var columns = others.isEmpty ? [] : base.columns(others, at: xs)[...]
    return quantities.map { $0 == .f ? xs.map { value(at: $0) } : columns.popFirst() ?? [] }
  }
}

extension Quantity {
  /// What it is of the gate, where f is the gate's integral.
  fileprivate var ofGate: Quantity { self == .df ? .gate : self == .d2f ? .density : self }
}
