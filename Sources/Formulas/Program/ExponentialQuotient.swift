import Activations

/// A quotient of sums of exponentials, N/D in z = e^v, and its derivatives with respect to v.
///
/// Numerator and denominator are divided by their largest power of z before they can overflow. With
/// W = N′D − ND′ the derivatives are W/D² and (W′D − 2WD′)/D³, multiplied out once, so that in the
/// tails nothing cancels.
package struct ExponentialQuotient: Hashable, Sendable {
  package let numerator: LaurentPolynomial
  package let denominator: LaurentPolynomial
  let first: LaurentPolynomial
  let second: LaurentPolynomial

  init(_ n: LaurentPolynomial, over d: LaurentPolynomial) {
    numerator = n
    denominator = d
    first = LaurentPolynomial.sum(n.slope * d, -1, n * d.slope)
    second = LaurentPolynomial.sum(first.slope * d, -2, first * d.slope)
  }

  /// The derivative with respect to v, a quotient too.
  var slope: ExponentialQuotient { ExponentialQuotient(first, over: denominator * denominator) }

  /// N/D at v.
  func value(_ v: Double) -> Double {
    let small = Libm.exp(-v.magnitude)
    return component(numerator, 1, v, small, denominator.reduced(small, isRight: v >= 0))
  }

  /// N/D and its first and second derivative at v.
  func jet(_ v: Double) -> Jet {
    let small = Libm.exp(-v.magnitude)
    let d = denominator.reduced(small, isRight: v >= 0)
    return Jet(
      component(numerator, 1, v, small, d), component(first, 2, v, small, d * d),
      component(second, 3, v, small, d * d * d))
  }

  /// A numerator over D to a power, of which d is what its largest power of z leaves.
  @inline(__always)
  fileprivate func component(
    _ numerator: LaurentPolynomial, _ power: Int, _ v: Double, _ small: Double, _ d: Double
  ) -> Double {
    guard !numerator.coefficients.isEmpty, !v.isNaN else { return v.isNaN ? v : 0 }
    let isRight = v >= 0
    let quotient = numerator.reduced(small, isRight: isRight) / d
    let exponent =
      isRight
      ? numerator.high - power * denominator.high : numerator.low - power * denominator.low
    if exponent == 0 { return quotient }
    return quotient
      * ((exponent == 1) == isRight || exponent.magnitude != 1
        ? Libm.exp(Double(exponent) * v) : small)
  }
}

/// What the values and derivatives of a quotient of exponentials err by, told by the sizes of what is added up.
struct QuotientErrors {
  private let quotient: ExponentialQuotient
  /// N and the numerators of the first two derivatives, and the same with the sizes of their coefficients.
  private let above: [LaurentPolynomial]
  private let sizes: [LaurentPolynomial]
  private let below: LaurentPolynomial

  init(_ quotient: ExponentialQuotient) {
    self.quotient = quotient
    above = [quotient.numerator, quotient.first, quotient.second]
    sizes = above.map(\.magnitudes)
    below = quotient.denominator.magnitudes
  }

  /// How steep it is at v.
  func steepness(_ v: Double) -> Steepness {
    let small = Libm.exp(-v.magnitude)
    let d = quotient.denominator.reduced(small, isRight: v >= 0)
    let slope = quotient.component(sizes[1], 2, v, small, d * d)
    let bend = quotient.component(sizes[2], 3, v, small, d * d * d)
    let terms = Double(max(1, below.coefficients.count))
    return Steepness(slope, bend, 4 * terms * (bend + slope))
  }

  /// How many roundings of 1 the value at v, or a derivative, loses to what cancels in its sums: none where all is of one sign.
  func cancelled(_ v: Double, order: Int) -> Double {
    let small = Libm.exp(-v.magnitude)
    let d = quotient.denominator.reduced(small, isRight: v >= 0).magnitude
    let divisor = order == 0 ? d : order == 1 ? d * d : d * d * d
    let result = quotient.component(above[order], order + 1, v, small, divisor).magnitude
    let all = quotient.component(sizes[order], order + 1, v, small, divisor)
    let excess = below.reduced(small, isRight: v >= 0) / d - 1
    let divided = Double((order + 1) * below.coefficients.count) * excess * result
    return 3 * (Double(above[order].coefficients.count) * (all - result) + divided)
  }
}
