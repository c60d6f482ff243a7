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

  func narrowed(_ quantity: Quantity, at x: Double, to type: FloatType) -> Double {
    guard x.isFinite, !quantity.needsGate else {
      return type.rounded(columns([quantity], at: [x])[0][0])
    }
    let jet = pairJet(at: x)
    return type.rounded(
      pair: quantity == .f
        ? jet.value : quantity == .df ? jet.first.value : jet.second.value)
  }
}

extension ProductJet {
  /// A jet whose derivatives need not be known as sums.
  @inline(__always)
  init(_ value: S, _ first: S, _ second: S) {
    self.init(value, Sum(first), Sum(second))
  }
}
