import Activations

/// g(u)/u for a function g that passes through the origin: 0/0 at u = 0, where the limit exists.
///
/// Within a quarter of the origin it is the Taylor series of g, divided by u term by term, so that
/// the derivatives do not cancel either; farther out it is the quotient.
package struct RemovableRatio: Sendable {
  /// g.
  package let function: Intrinsic
  /// Its value and derivatives.
  private let curve: Curve
  /// The coefficients of g(u)/u.
  private let coefficients: [Double]

  private init(_ function: Intrinsic, _ coefficient: @Sendable (Int, [Double]) -> Double) {
    self.function = function
    curve = function.curve
    coefficients = (0..<Self.count).reduce(into: []) { $0.append(coefficient($1 + 1, $0)) }
  }

  /// The terms that log1p needs at |u| = ¼.
  private static let count = 32

  /// Where that function stands in `all`.
  static func place(of function: Intrinsic) -> Int? {
    all.firstIndex { $0.function == function }
  }

  /// All that there are, each with its n-th Taylor coefficient, of which those before are known.
  package static let all: [RemovableRatio] = [
    RemovableRatio(.sin) { n, c in n == 1 ? 1 : n < 3 ? 0 : -c[n - 3] / Double(n * (n - 1)) },
    RemovableRatio(.sinh) { n, c in n == 1 ? 1 : n < 3 ? 0 : c[n - 3] / Double(n * (n - 1)) },
    RemovableRatio(.expm1) { n, c in n == 1 ? 1 : c[n - 2] / Double(n) },
    RemovableRatio(.log1p) { n, _ in (n % 2 == 1 ? 1 : -1) / Double(n) },
    RemovableRatio(.atan) { n, _ in n % 2 == 0 ? 0 : (n % 4 == 1 ? 1 : -1) / Double(n) },
    RemovableRatio(.atanh) { n, _ in n % 2 == 0 ? 0 : 1 / Double(n) },
    RemovableRatio(.tanh) { n, c in tangent(n, c, -1) },
    RemovableRatio(.tan) { n, c in tangent(n, c, 1) },
    RemovableRatio(.asin) { n, c in arcsine(n, c, 1) },
    RemovableRatio(.asinh) { n, c in arcsine(n, c, -1) },
    // 2/√π·Σ (−1)ᵏu²ᵏ⁺¹/(k!·(2k + 1)).
    RemovableRatio(.erf) { n, c in
      if n == 1 { return 0x1.20dd_7504_29b6_dp+0 }
      return n % 2 == 0 ? 0 : -c[n - 3] * Double(n - 2) / Double(n * (n - 1) / 2)
    },
  ]

  /// g′ = 1 ± g², for the tangents.
  private static func tangent(_ n: Int, _ c: [Double], _ sign: Double) -> Double {
    guard n > 1 else { return 1 }
    // The coefficient of uⁿ⁻¹ in g², g's own being c[i − 1].
    let square = (1..<max(1, n - 1)).reduce(0.0) { $0 + c[$1 - 1] * c[n - 1 - $1 - 1] }
    return sign * square / Double(n)
  }

  /// g′ = (1 ∓ u²)^−½, for the arcsines.
  private static func arcsine(_ n: Int, _ c: [Double], _ sign: Double) -> Double {
    guard n > 1 else { return 1 }
    guard n % 2 == 1 else { return 0 }
    let m = Double(n - 2)
    return sign * c[n - 3] * m * m / Double(n * (n - 1))
  }

  /// g(u)/u, 1 times g′(0) at 0.
  func value(_ u: Double) -> Double {
    u.magnitude < 0.25 ? series(u).value : curve.value(u) / u
  }

  /// Its derivatives, given u and g(u)/u.
  func slopes(_ u: Double, _ ratio: Double) -> (Double, Double) {
    if u.magnitude < 0.25 {
      let jet = series(u)
      return (jet.first, jet.second)
    }
    let (first, second) = curve.slopes(u, ratio * u)
    // Where g has overflowed, so have its derivatives, or they are 0.
    guard !ratio.isInfinite, u.isFinite else { return (first / u, second / u) }
    let slope = (first - ratio) / u
    return (slope, (second - 2 * slope) / u)
  }

  private func series(_ u: Double) -> Jet {
    var jet = Jet(0, 0, 0)
    for c in coefficients.reversed() {
      jet.second = jet.second * u + 2 * jet.first
      jet.first = jet.first * u + jet.value
      jet.value = jet.value * u + c
    }
    return jet
  }
}
