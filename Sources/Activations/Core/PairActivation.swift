/// An activation that is evaluated in pairs throughout, and so is the nearest double nearly always.
///
/// It serves the functions whose values and derivatives pass through zero in several places: a pair
/// costs a few times a double, and needs no thought about what cancels where.
protocol PairActivation: Activation {
  /// f, f′ and f″ at a finite x.
  func pairJet(at x: Double) -> ProductJet<Pair>

  /// The limits at +∞ and −∞; NaN where there is none.
  func limit(at infinity: Double) -> Jet
}

extension PairActivation {
  @inline(__always)
  func jet(at x: Double) -> Jet {
    guard x.isFinite else { return x.isNaN ? Jet(x, x, x) : limit(at: x) }
    return pairJet(at: x).rounded
  }
}

extension ProductJet {
  /// A jet whose derivatives need not be known as sums.
  @inline(__always)
  init(_ value: S, _ first: S, _ second: S) {
    self.init(value, Sum(first), Sum(second))
  }
}
