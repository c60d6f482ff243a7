/// An activation that is evaluated in pairs throughout, and so is the nearest double nearly always.
///
/// It serves the functions whose values and derivatives pass through zero in several places: a pair
/// costs a few times a double. Sums that may cancel come with their summands' size, so that it is known where pairs do not do.
protocol PairActivation: Doubting {
  /// f, f′ and f″ at a finite x.
  func pairJet(at x: Double) -> ProductJet<Pair>

  /// The limits at +∞ and −∞; NaN where there is none.
  func limit(at infinity: Double) -> Jet
}

extension PairActivation {
  @inline(__always)
  func jet(at x: Double, order: Int, isLost: inout Bool) -> Jet {
    guard x.isFinite else { return x.isNaN ? Jet(x, x, x) : limit(at: x) }
    let jet = pairJet(at: x)
    if jet.isLost(upTo: order) { isLost = true }
    return jet.rounded
  }
}

extension ProductJet {
  /// A jet of which nothing cancels.
  @inline(__always)
  init(_ value: S, _ first: S, _ second: S) {
    self.init(value, Sum(first), Sum(second))
  }
}
