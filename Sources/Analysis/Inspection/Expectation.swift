/// The mean of something under a distribution: whether there is one, and what it is.
enum Expectation: Equatable, Sendable {
  /// A number times a power of two, which may be beyond the range of doubles.
  case finite(Double, exponent: Int)
  /// The integral grows beyond all bounds, upward or downward.
  case infinite(sign: Int)
  /// There is none, as where both the positive and the negative part have no bound.
  case undefined
  /// It could not be told.
  case undecided

  /// What the parts of a line make of the mean of a power, 1 or 2; nil where all have bounds.
  init?(_ fates: [NormalTail.Fate], power: Int) {
    var signs: Set<Int> = []
    var isOpen = false
    for fate in fates {
      switch fate {
      case .ends: continue
      case .unbounded(let sign): signs.formUnion(sign == 0 ? [-1, 1] : [sign])
      case .undecided: isOpen = true
      }
    }
    if signs.count > 1 {
      self = .undefined
    } else if let sign = signs.first, power == 2 || !isOpen {
      self = .infinite(sign: sign)
    } else if isOpen {
      self = .undecided
    } else {
      return nil
    }
  }

  /// The number; ±∞, NaN where there is none, nil where it was not told or is no double.
  var value: Double? {
    switch self {
    case .finite(let number, let exponent):
      let value = Self.scaled(number, exponent)
      return value.isFinite ? value + 0 : nil
    case .infinite(let sign): return Double(sign) * .infinity
    case .undefined: return .nan
    case .undecided: return nil
    }
  }

  /// Its square root, likewise.
  var root: Double? {
    guard case .finite(let number, let exponent) = self else { return value?.squareRoot() }
    let half = exponent >> 1
    return Self.scaled((number * (exponent - 2 * half == 0 ? 1 : 2)).squareRoot(), half)
  }

  /// The quotient of two of them, likewise.
  func divided(by other: Expectation) -> Double? {
    if case .finite(let x, let a) = self, case .finite(let y, let b) = other {
      return Self.scaled(x / y, a - b)
    }
    guard let x = value, let y = other.value else { return nil }
    return x / y
  }

  private static func scaled(_ number: Double, _ exponent: Int) -> Double {
    Double(sign: .plus, exponent: exponent, significand: number)
  }
}
