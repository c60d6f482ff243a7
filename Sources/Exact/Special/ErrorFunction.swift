import CMPFR
import Formulas

// The error function and the normal distribution, which are incomplete gamma functions with a = ½.

extension Arithmetic {
  /// erf; near 0 MPFR's, which is fast there alone, else P(½, a²).
  func errorFunction(_ a: Bounds) -> Bounds {
    guard a.sign != nil, a.size > 0 else { return rising(a) { mpfr_erf($0, $1, $2) } }
    if a.high.sign < 0 { return errorFunction(a.negated).negated }
    let fine = Arithmetic(bits: bits + Self.guardBits)
    return fine.lowerGamma(.half(for: fine.bits), fine.square(a))
  }

  /// erfc; near 0 MPFR's, else Q(½, a²).
  func complementaryError(_ a: Bounds) -> Bounds {
    guard a.sign != nil, a.size > 0 else { return falling(a) { mpfr_erfc($0, $1, $2) } }
    if a.high.sign < 0 { return subtract(Bounds(2), complementaryError(a.negated)) }
    let fine = Arithmetic(bits: bits + Self.guardBits)
    return fine.upperGamma(.half(for: fine.bits), fine.square(a))
  }

  /// Φ = ½·erfc(−a/√2), whose square a²/2 needs no root.
  func distribution(_ a: Bounds) -> Bounds {
    guard a.sign != nil, a.size > 0 else {
      return divided(complementaryError(divide(a, squareRoot(Bounds(2))).negated), by: 2)
    }
    let fine = Arithmetic(bits: bits + Self.guardBits)
    let half = fine.divided(fine.square(a), by: 2)
    let tail = fine.upperGamma(.half(for: fine.bits), half)
    let share = divided(tail, by: 2)
    return a.high.sign < 0 ? share : subtract(.one, share)
  }

  /// erfcx⁽ᵏ⁾(a)/k! of a large a: 2/√π·(−2)ᵏ/k!·∫ tᵏ·e^(−t²)·e^(−2at) dt from 0 on, with e^(−t²) between any two neighbouring
  /// sums of its series.
  func farScaledError(_ a: Bounds, order k: Int) -> Bounds {
    let quarter = reciprocal(times(square(a), 4))
    var (sum, term) = (Bounds.one, Bounds.one)
    for j in 1..<400 {
      // (k + 2j)!/(k!·j!·(4a²)ʲ).
      term = divided(times(times(multiply(term, quarter), k + 2 * j - 1), k + 2 * j), by: j)
      let next = j % 2 == 1 ? subtract(sum, term) : add(sum, term)
      if term.size < -bits {
        let between = j % 2 == 1 ? Bounds(next.low, sum.high) : Bounds(sum.low, next.high)
        let scaled = divide(between, multiply(squareRootOfPi, power(a, k + 1)))
        return k % 2 == 0 ? scaled : scaled.negated
      }
      sum = next
    }
    return .whole
  }

  var squareRootOfPi: Bounds { squareRoot(pi) }

  /// 1/√(2π).
  var normalDensity: Bounds { reciprocal(squareRoot(times(pi, 2))) }
}

extension Calculus {
  /// erfc, with erfc′ = −2/√π·e^−u².
  func complementaryError(_ u: Series) throws(Obstacle) -> Series {
    switch try argument(u) {
    case .infinite(let sign):
      return sign < 0 ? settled(Bounds(2)) : try tail(u, square(u), arithmetic.squareRootOfPi)
    case .finite(let u0, _):
      let start = arithmetic.complementaryError(u0)
      let factor = arithmetic.divide(Bounds(-2), arithmetic.squareRootOfPi)
      return try integrate(u, start) { () throws(Obstacle) in
        scale(try exp(negate(square(u))), factor)
      }
    }
  }

  /// Φ, with Φ′ = φ.
  func distribution(_ u: Series) throws(Obstacle) -> Series {
    switch try argument(u) {
    case .infinite(let sign):
      if sign > 0 { return settled(.one) }
      let root = arithmetic.squareRoot(arithmetic.times(arithmetic.pi, 2))
      return try tail(negate(u), scale(square(u), Bounds(0.5)), root)
    case .finite(let u0, _):
      return try integrate(u, arithmetic.distribution(u0)) { () throws(Obstacle) in
        try density(u)
      }
    }
  }

  /// φ = e^(−u²/2)/√(2π).
  func density(_ u: Series) throws(Obstacle) -> Series {
    scale(try exp(scale(square(u), Bounds(-0.5))), arithmetic.normalDensity)
  }

  /// erfcx(u) = e^(u²)·erfc(u).
  func scaledComplementaryError(_ u: Series) throws(Obstacle) -> Series {
    switch try argument(u) {
    case .infinite(let sign):
      if sign > 0 { return try scaledTail(u, square(u), arithmetic.squareRootOfPi) }
      var growing = scale(try exp(square(u)), Bounds(2))
      growing.order = min(growing.order, .beyond)
      return growing
    case .finite(let u0, let h):
      guard u0.sign == 1, u0.low.size > 20 else {
        return try multiply(exp(square(u)), complementaryError(u))
      }
      return try apply(u, u0, h) { count in
        (0..<count).map { arithmetic.farScaledError(u0, order: $0) }
      }
    }
  }

  /// e^−z/(u·c)·(1 − 1/(2z) + 1·3/(2z)² − …) of a u that goes to ∞.
  private func tail(_ u: Series, _ z: Series, _ c: Bounds) throws(Obstacle) -> Series {
    guard u.growth.isEmpty else { throw .undecided }
    return try multiply(exp(negate(z)), scaledTail(u, z, c))
  }

  /// 1/(u·c)·(1 − 1/(2z) + 1·3/(2z)² − …) of a u that goes to ∞.
  private func scaledTail(_ u: Series, _ z: Series, _ c: Bounds) throws(Obstacle) -> Series {
    guard u.growth.isEmpty else { throw .undecided }
    let small = try divide(Series(Bounds(0.5)), z)
    var coefficients = [Bounds.one]
    for k in 1..<count(small) {
      coefficients.append(arithmetic.times(coefficients[k - 1], 1 - 2 * k))
    }
    let sum = try compose(coefficients, small)
    return try divide(sum, scale(u, c))
  }
}
