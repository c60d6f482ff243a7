import Activations

/// What became of an attempt to prove a value.
package enum Outcome: Equatable, Sendable {
  /// The value, correctly rounded: infinite and NaN where that is what the function is there.
  case known(Double)
  /// Nobody can tell, for now: all that is known are ends between which it lies.
  case undecided(Double, Double)

  /// Nothing is known.
  package static let unknown = Outcome.undecided(-.infinity, .infinity)

  /// The value; or 0 where that is possible, else the middle, of neighbours the lower one, and NaN where the ends are so far apart that
  /// it would say nothing.
  package var value: Double {
    switch self {
    case .known(let value): return value
    case .undecided(let low, let high):
      guard low.isFinite, high.isFinite else { return .nan }
      if low <= 0, high >= 0 { return 0 }
      if low.nextUp >= high { return low }
      let (least, greatest) = (
        min(low.magnitude, high.magnitude), max(low.magnitude, high.magnitude)
      )
      return least >= greatest * (1 - 0x1p-20) ? low / 2 + high / 2 : .nan
    }
  }

  package var isKnown: Bool {
    if case .known = self { true } else { false }
  }

  /// What a double that may have lost digits becomes: the value, or itself where it may be the value, or where nobody knows.
  func settled(_ plain: Double) -> Double {
    if case .undecided(let low, let high) = self, low <= plain, plain <= high { return plain }
    let value = value
    return isKnown || !value.isNaN ? value : plain
  }
}
