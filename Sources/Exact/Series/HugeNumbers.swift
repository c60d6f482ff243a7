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

  /// g(e^E·a) of a number E far below 0, for functions with g(0) = 0: g′(0)·e^E·a but for a share of e^(E/2), as a's
  /// coefficients are below 2^(2⁴⁰); nil where this is not such a case.
  func vanishing(_ function: Intrinsic, _ u: Series) throws(Obstacle) -> Series? {
    guard u.growth.count == 1, u.growth[0].power == .zero, u.growth[0].coefficient.sign == -1,
      u.order > .zero, let slope = slopeAtZero(of: function),
      u.terms.allSatisfy({ $0.coefficient.size < 1 << 40 && $0.power.isWhole })
    else { return nil }
    var result = u
    let share = arithmetic.exp(arithmetic.divided(u.growth[0].coefficient, by: 2)).high
    let end = min(u.order, span)
    var power = u.valuation
    result.terms = []
    while power < end {
      let exact = u.terms.first { $0.power == power }?.coefficient ?? .zero
      let coefficient = arithmetic.add(
        arithmetic.multiply(exact, slope), Bounds(share.negated, share))
      result.terms.append(Series.Term(power: power, coefficient: coefficient))
      power = power + .one
    }
    result.order = end
    return result
  }

  /// g′(0) of functions that are 0 at 0.
  private func slopeAtZero(of function: Intrinsic) -> Bounds? {
    switch function {
    case .log1p, .expm1, .sinh, .tanh, .asinh, .atanh, .sin, .tan, .asin, .atan: .one
    case .erf: arithmetic.divide(Bounds(2), arithmetic.squareRootOfPi)
    case .abs, .sign, .heaviside, .exp, .log, .log2, .log10, .sqrt, .cbrt, .sigmoid, .softplus,
      .logcosh, .cos, .acos, .cosh, .acosh, .erfc, .erfcx, .gamma, .lgamma, .distribution, .density,
      .floor, .ceil, .round:
      nil
    }
  }

  /// The value next to a limit that is reached like e^−|u|.
  private func limit(of function: Intrinsic, _ sign: Int, _ u: Bounds) -> Bounds? {
    switch function {
    case .exp: sign < 0 ? arithmetic.exp(u) : nil
    case .expm1: sign < 0 ? arithmetic.expm1(u) : nil
    case .tanh: arithmetic.tanh(u)
    case .sigmoid: arithmetic.sigmoid(u)
    case .erf: arithmetic.errorFunction(u)
    case .erfc: arithmetic.complementaryError(u)
    case .distribution: arithmetic.distribution(u)
    case .abs, .sign, .heaviside, .log, .log1p, .log2, .log10, .sqrt, .cbrt, .softplus, .logcosh,
      .sin, .cos, .tan, .asin, .acos, .atan, .sinh, .cosh, .asinh, .acosh, .atanh, .gamma, .lgamma,
      .density, .erfcx, .floor, .ceil, .round:
      nil
    }
  }
}
