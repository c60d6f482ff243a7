import Activations

/// What became of an attempt to prove a value.
package enum Outcome: Equatable, Sendable {
  /// The value, correctly rounded: infinite and NaN where that is what the function is there.
  case known(Double)
  /// Nobody can tell, for now: the middle of what it may be, 0 where that is possible, and NaN where nothing is known.
  case undecided(Double)

  /// The value, or what comes nearest.
  package var value: Double {
    switch self {
    case .known(let value), .undecided(let value): value
    }
  }

  package var isKnown: Bool {
    if case .known = self { true } else { false }
  }
}
