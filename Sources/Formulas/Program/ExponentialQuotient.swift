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
  private func component(
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

  /// How steep it is at v, by sums of the sizes of what is added up.
  func steepness(_ v: Double) -> Steepness {
    let small = Libm.exp(-v.magnitude)
    let d = denominator.reduced(small, isRight: v >= 0)
    let slope = component(first.magnitudes, 2, v, small, d * d)
    let bend = component(second.magnitudes, 3, v, small, d * d * d)
    return Steepness(
      slope, bend, 4 * Double(max(1, denominator.coefficients.count)) * (bend + slope))
  }
}
