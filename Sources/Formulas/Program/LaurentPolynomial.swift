import Activations

/// Σ cᵢ·zⁱ over a few consecutive integers i, negative ones too, with z = e^v.
package struct LaurentPolynomial: Hashable, Sendable {
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
    for index in sizes.indices where sizes[index].isFinite {
      if coefficients[index].magnitude <= 0x1p-48 * sizes[index] { coefficients[index] = 0 }
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
  package var terms: [(exponent: Int, coefficient: Double)] {
    coefficients.enumerated().filter { $0.element != 0 }.map { (low + $0.offset, $0.element) }
  }

  /// The same with the sizes of its coefficients.
  var magnitudes: LaurentPolynomial {
    var polynomial = self
    polynomial.coefficients = coefficients.map(\.magnitude)
    return polynomial
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
