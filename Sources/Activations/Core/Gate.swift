/// An activation of the form f = x·H(x), described by its gate H.
///
/// A type states the gate's jet once, for doubles and for pairs; the density H′ and the activation
/// with its derivatives derive from it by the product rule. They are evaluated in double. Where the
/// summands of a derivative cancel, near its zeros, they are evaluated again in pairs.
/// What pairs lose beside a zero is told.
package protocol Gate: Gated, Doubting {
  /// H, H′ and H″ at a finite x; NaN at NaN.
  func gate<S: Scalar>(at x: Double, as type: S.Type) -> GateJet<S>

  /// f, f′ and f″ at a finite x; a type states them itself where the product rule would lose digits
  /// or overflow.
  func product<S: Scalar>(at x: Double, as type: S.Type) -> ProductJet<S>

  /// f at a finite x, where it is had without the derivatives.
  func value<S: Scalar>(at x: Double, as type: S.Type) -> S

  /// The limit of f at −∞; −0 for all but the gates with the slowest of tails.
  var limitAtMinusInfinity: Double { get }

  /// Whether H has lost digits at a finite x, given what doubles make of it; only a gate with a zero may say so.
  func isLost(_ gate: Double, at x: Double) -> Bool
}

extension Gate {
  var gateKinks: [Kink] { [] }

  var limitAtMinusInfinity: Double { -0.0 }

  @inline(__always)
  func isLost(_ gate: Double, at x: Double) -> Bool { false }

  @inline(__always)
  func product<S: Scalar>(at x: Double, as type: S.Type) -> ProductJet<S> {
    gate(at: x, as: S.self).product(with: x)
  }

  @inline(__always)
  func value<S: Scalar>(at x: Double, as type: S.Type) -> S {
    gate(at: x, as: S.self).activation(x)
  }

  @inline(__always)
  func value(at x: Double) -> Double {
    guard !x.isInfinite else { return jetAtInfinity(x).value }
    return value(at: x, as: Double.self)
  }

  @inline(__always)
  func value(at x: Double, isLost: inout Bool) -> Double {
    let value = value(at: x)
    if self.isLost(value / x, at: x) { isLost = true }
    return value
  }

  @inline(__always)
  func jet(at x: Double, order: Int, isLost: inout Bool) -> Jet {
    guard !x.isInfinite else { return jetAtInfinity(x) }
    let product = product(at: x, as: Double.self)
    if self.isLost(product.value / x, at: x) { isLost = true }
    guard product.first.isCancelled || (order > 1 && product.second.isCancelled) else {
      return product.rounded
    }
    let precise = preciseJet(at: x, order: order, isLost: &isLost)
    // The value cannot cancel, and stays what it is when nobody asks for the derivatives.
    return Jet(product.value, precise.first, precise.second)
  }

  /// f, f′ and f″ from pairs: the nearest doubles, nearly always.
  @inline(never)
  func preciseJet(at x: Double, order: Int, isLost: inout Bool) -> Jet {
    let product = product(at: x, as: Pair.self)
    if product.isLost(upTo: order) { isLost = true }
    return product.rounded
  }

  func gateValue(at x: Double) -> Double { gateJet(at: x).gate }

  /// H and H′; at ±∞ the step and 0.
  @inline(__always)
  func gateJet(at x: Double) -> GateJet<Double> {
    x.isInfinite ? .step(x) : gate(at: x, as: Double.self)
  }

  /// 2H − 1, from pairs where most of H is ½: a symmetric gate's tells how far it is from there.
  private func sign(at x: Double, _ gate: Double) -> Double {
    let sign = 2 * gate - 1
    guard abs(sign) < 0.25, x.isFinite else { return sign }
    let precise = self.gate(at: x, as: Pair.self).gate
    return (precise + precise - 1).rounded
  }

  /// The limits at ±∞: those of relu, but for an offset on the left.
  @inline(never)
  func jetAtInfinity(_ x: Double) -> Jet {
    x > 0 ? Jet(x, 1, 0) : Jet(limitAtMinusInfinity, 0, 0)
  }

  /// Evaluates in one loop over the batch, and one more where the gate or density is asked for too.
  func columns(_ quantities: [Quantity], at xs: [Double], doubts: inout [Int]) -> [[Double]] {
    var columns = activationColumns(quantities, at: xs, doubts: &doubts)
    guard quantities.contains(where: \.needsGate) else { return columns.compactMap(\.self) }
    let jets = xs.map { gateJet(at: $0) }
    doubts += xs.indices.filter { isLost(jets[$0].gate, at: xs[$0]) }
    for (index, quantity) in quantities.enumerated() where quantity.needsGate {
      columns[index] = zip(xs, jets).map { x, jet in
        switch quantity {
        case .density: jet.density
        case .sign: sign(at: x, jet.gate)
        case .gate, .f, .df, .d2f: jet.gate
        }
      }
    }
    return columns.compactMap(\.self)
  }
}
