import Activations

/// What is known of f and its derivatives as precision rises.
struct Search {
  private(set) var outcomes: [Outcome]
  private let type: FloatType
  private var last: [Bounds?]

  init(order: Int, type: FloatType) {
    outcomes = Array(repeating: .unknown, count: order + 1)
    last = Array(repeating: nil, count: order + 1)
    self.type = type
  }

  /// Takes in an attempt, and tells whether another one with more digits is of no use.
  mutating func isOver(_ attempt: Attempt) -> Bool {
    switch attempt {
    case .obstacle(.precision): return false
    case .obstacle(.undefined):
      outcomes = outcomes.map { _ in .known(.nan) }
      return true
    case .obstacle(.orders), .obstacle(.sides), .obstacle(.undecided): return true
    case .limits(let limits):
      // Where f is not defined, neither are its derivatives.
      guard limits[0] != nil else {
        outcomes = outcomes.map { _ in .known(.nan) }
        return true
      }
      var isOver = true
      for index in limits.indices where !outcomes[index].isKnown {
        isOver = settle(limits[index], index) && isOver
      }
      return isOver
    }
  }

  /// Takes in one quantity's limit; tells whether it is known, or will not be.
  private mutating func settle(_ limit: Limit?, _ index: Int) -> Bool {
    switch limit {
    case nil:
      outcomes[index] = .known(.nan)
      return true
    case .undecided: return true
    case .infinite(let sign):
      outcomes[index] = .known(sign < 0 ? -.infinity : .infinity)
      return true
    case .finite(let bounds, let sign):
      if let value = bounds.rounded(to: type) {
        outcomes[index] = .known(value == 0 && bounds.isZero && sign < 0 ? -0.0 : value)
        return true
      }
      outcomes[index] = .undecided(bounds.low.double, bounds.high.double)
      // An end that is beyond MPFR's numbers does not move with more digits; from 0 to ∞ anything may still come of it.
      let isOpen = !bounds.isUnbounded || bounds.low.isZero || bounds.high.isZero
      let isStuck = last[index].map { !isOpen && bounds.isSame($0) } ?? false
      last[index] = bounds
      return isStuck
    }
  }
}
