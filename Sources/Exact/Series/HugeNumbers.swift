import Formulas

// Exponentials beyond the exponents of MPFR's numbers, kept by their logarithms.

extension Calculus {
  /// The exponent of an argument whose exponential is kept by its logarithm; MPFR's exponents have 62 bits.
  static let largestExponent = 58

  /// e^E·a, with a number in E that is not huge multiplied out.
  func scaled(_ a: Series, growth: [Series.Term]) -> Series {
    var result = a
    result.growth = growth
    guard let last = growth.last, last.power == .zero, last.coefficient.size <= Self.largestExponent
    else { return result }
    result.growth.removeLast()
    return scale(result, arithmetic.exp(last.coefficient))
  }

  /// The series with the number in E multiplied out at any rate: between MPFR's largest number and ∞, or its smallest and 0.
  func settled(_ a: Series) -> Series {
    guard let last = a.growth.last, last.power == .zero else { return a }
    var result = a
    result.growth.removeLast()
    return scale(result, arithmetic.exp(last.coefficient))
  }

  /// The sum of two whose factors e^E differ by the number e^difference.
  func addHuge(_ a: Series, _ b: Series, _ difference: Bounds) throws(Obstacle) -> Series {
    let (greater, lesser, gap) =
      difference.sign == -1 ? (b, a, difference) : (a, b, difference.negated)
    var (large, small) = (greater, scale(lesser, arithmetic.exp(gap)))
    (large.growth, small.growth) = ([], [])
    var sum = try add(large, small)
    sum.growth = greater.growth
    return sum
  }

  /// g(e^E·a) of a huge number E, for functions that settle no slower than e^−|u|; nil where this is not such a case.
  ///
  /// With H = |u₀| beyond MPFR's numbers and coefficients of a below 2^(2⁵⁰), those behind the first are below e^−H·H^2k.
  func settling(_ function: Intrinsic, _ u: Series) throws(Obstacle) -> Series? {
    guard u.growth.count == 1, u.growth[0].power == .zero, u.growth[0].coefficient.sign == 1,
      u.order > .zero, let first = u.terms.first, first.power == .zero,
      let sign = first.coefficient.sign, first.coefficient.size > -1 << 50,
      u.terms.allSatisfy({ $0.coefficient.size < 1 << 50 && $0.power.isWhole }),
      let limit = limit(of: function, sign, settled(u).middle)
    else { return nil }
    var result = Series(limit)
    let tiny = arithmetic.exp(Bounds(.negativeInfinity, Number(-1e300))).high
    var power = Power.one
    while power < span, power < u.order {
      let coefficient = Bounds(tiny.negated, tiny)
      result.terms.append(Series.Term(power: power, coefficient: coefficient))
      power = power + .one
    }
    result.order = min(u.order, span)
    return result
  }

  /// The value next to a limit that is reached like e^−|u|.
  private func limit(of function: Intrinsic, _ sign: Int, _ u: Bounds) -> Bounds? {
    switch (function, sign) {
    case (.exp, -1): arithmetic.exp(u)
    case (.expm1, -1): arithmetic.expm1(u)
    case (.tanh, _): arithmetic.tanh(u)
    case (.sigmoid, _): arithmetic.sigmoid(u)
    case (.erf, _): arithmetic.errorFunction(u)
    case (.erfc, _): arithmetic.complementaryError(u)
    case (.distribution, _): arithmetic.distribution(u)
    default: nil
    }
  }
}
