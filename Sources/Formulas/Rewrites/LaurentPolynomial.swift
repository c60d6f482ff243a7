import Activations

/// Σ cᵢ·zⁱ over a few consecutive integers i, negative ones too, with z = e^v.
struct LaurentPolynomial: Hashable, Sendable {
  /// The exponent of the first coefficient.
  private(set) var low: Int
  /// The coefficients, neither the first nor the last of them 0; none for the number 0.
  private(set) var coefficients: [Double]

  /// The sum of terms; what cancels but for rounding is 0.
  init(_ terms: [(exponent: Int, coefficient: Double)]) {
    low = terms.map(\.exponent).min() ?? 0
    let high = terms.map(\.exponent).max() ?? -1
    coefficients = Array(repeating: 0, count: max(0, high - low + 1))
    var sizes = coefficients
    for term in terms {
      coefficients[term.exponent - low] += term.coefficient
      sizes[term.exponent - low] += term.coefficient.magnitude
    }
    for index in sizes.indices where coefficients[index].magnitude <= 0x1p-48 * sizes[index] {
      coefficients[index] = 0
    }
    while coefficients.last == 0 { coefficients.removeLast() }
    while coefficients.first == 0 {
      coefficients.removeFirst()
      low += 1
    }
  }

  /// The exponent of the last coefficient.
  var high: Int { low + coefficients.count - 1 }

  /// The terms whose coefficients are not 0, in ascending order of exponents.
  var terms: [(exponent: Int, coefficient: Double)] {
    coefficients.enumerated().filter { $0.element != 0 }.map { (low + $0.offset, $0.element) }
  }

  /// Whether it keeps its sign, because its coefficients do.
  var isOfOneSign: Bool {
    coefficients.allSatisfy { $0 >= 0 } || coefficients.allSatisfy { $0 <= 0 }
  }

  /// The derivative with respect to v: Σ i·cᵢ·zⁱ.
  var slope: LaurentPolynomial {
    LaurentPolynomial(terms.map { ($0.exponent, Double($0.exponent) * $0.coefficient) })
  }

  static func * (a: LaurentPolynomial, b: LaurentPolynomial) -> LaurentPolynomial {
    LaurentPolynomial(
      a.terms.flatMap { s in
        b.terms.map { (s.exponent + $0.exponent, s.coefficient * $0.coefficient) }
      })
  }

  /// a + c·b.
  static func sum(_ a: LaurentPolynomial, _ c: Double, _ b: LaurentPolynomial) -> LaurentPolynomial
  {
    LaurentPolynomial(a.terms + b.terms.map { ($0.exponent, c * $0.coefficient) })
  }

  /// The polynomial divided by its largest power of z, given e^−|v|; that power is `high` for v ≥ 0,
  /// else `low`.
  @inline(__always)
  func reduced(_ small: Double, isRight: Bool) -> Double {
    coefficients.withUnsafeBufferPointer { coefficients in
      var sum = 0.0
      if isRight {
        for c in coefficients { sum = sum * small + c }
      } else {
        for c in coefficients.reversed() { sum = sum * small + c }
      }
      return sum
    }
  }
}

/// A quotient of sums of exponentials, N/D in z = e^v, and its derivatives with respect to v.
///
/// Numerator and denominator are divided by their largest power of z before they can overflow. With
/// W = N′D − ND′ the derivatives are W/D² and (W′D − 2WD′)/D³, multiplied out once, so that in the
/// tails nothing cancels.
struct ExponentialQuotient: Hashable, Sendable {
  let numerator: LaurentPolynomial
  let denominator: LaurentPolynomial
  private let first: LaurentPolynomial
  private let second: LaurentPolynomial

  init(_ n: LaurentPolynomial, over d: LaurentPolynomial) {
    numerator = n
    denominator = d
    first = LaurentPolynomial.sum(n.slope * d, -1, n * d.slope)
    second = LaurentPolynomial.sum(first.slope * d, -2, first * d.slope)
  }

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
}
