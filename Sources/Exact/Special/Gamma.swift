import CMPFR

// The gamma function, by Stirling's series (DLMF 5.11.1) at an argument raised by whole numbers.

extension Arithmetic {
  /// The m-th derivative of ln Γ, of a large positive z.
  ///
  /// The terms behind the first are (−1)^(k+1+m)·2ζ(2k)/(2π)^2k·(2k − 2 + m)!/z^(2k−1+m). They alternate, and for positive z
  /// what is left is less than the first that is left out, and of its sign (DLMF 5.11(ii)).
  func stirling(_ z: Bounds, derivative m: Int) -> Bounds {
    var sum = stirlingStart(z, m)
    let inverse = reciprocal(z)
    let square = self.square(divide(inverse, times(pi, 2)))
    // (2k − 2 + m)!·2/(2π)^2k/z^(2k−1+m), for k = 1.
    var factor = multiply(times(square, 2), multiply(z, power(inverse, m)))
    factor = multiply(factor, factorial(m))
    if m % 2 == 1 { factor = factor.negated }
    var k = 1
    while true {
      let term = multiply(factor, evenZeta(k))
      guard term.size > sum.size - bits - 4, k < 10 * bits else {
        return add(sum, multiply(term, Bounds(.zero, .one)))
      }
      sum = add(sum, term)
      factor = multiply(times(factor, (2 * k - 1 + m) * (2 * k + m)), square).negated
      k += 1
    }
  }

  /// ζ(2k): the first ones cost more than all else in the series, and are made once.
  func evenZeta(_ k: Int) -> Bounds {
    if bits <= Self.coarse.bits, k <= Self.coarse.count { return Self.coarse.evenZetas[k - 1] }
    if bits <= Self.fine.bits, k <= Self.fine.count { return Self.fine.evenZetas[k - 1] }
    return point { mpfr_zeta_ui($0, UInt(2 * k), $1) }
  }

  /// Values of ζ with so many bits, as many as the series takes with them.
  private struct ZetaTable: Sendable {
    let bits: Int
    let evenZetas: [Bounds]
    var count: Int { evenZetas.count }

    init(bits: Int, count: Int) {
      self.bits = bits
      evenZetas = (1...count).map { k in
        Arithmetic(bits: bits).point { mpfr_zeta_ui($0, UInt(2 * k), $1) }
      }
    }
  }

  private static let coarse = ZetaTable(bits: 400, count: 64)
  private static let fine = ZetaTable(bits: 720, count: 112)

  /// (z − ½)·ln z − z + ½·ln 2π, or its m-th derivative.
  private func stirlingStart(_ z: Bounds, _ m: Int) -> Bounds {
    let half = Bounds(0.5)
    switch m {
    case 0:
      let product = multiply(subtract(z, half), log(z))
      return add(subtract(product, z), divided(log(times(pi, 2)), by: 2))
    case 1: return subtract(log(z), divided(reciprocal(z), by: 2))
    default:
      // (−1)ᵐ·((m − 2)!/z^(m−1) + (m − 1)!/(2zᵐ)).
      let first = divide(factorial(m - 2), power(z, m - 1))
      let second = divide(divided(factorial(m - 1), by: 2), power(z, m))
      let sum = add(first, second)
      return m % 2 == 0 ? sum : sum.negated
    }
  }

  func factorial(_ n: Int) -> Bounds { point { mpfr_fac_ui($0, UInt(n), $1) } }

  /// From where on Stirling's series reaches as many digits: its least term is near e^(−2πz).
  var largeArgument: Double { 0.2 * Double(bits) + 6 }

  /// Γ of a positive number.
  func gamma(_ a: Bounds) -> Bounds {
    if a.isPoint, a.size < 5 { return a.low.read { x in point { mpfr_gamma($0, x, $1) } } }
    if let n = a.integer, n < 1000 { return factorial(n - 1) }
    let fine = Arithmetic(bits: bits + Self.guardBits)
    let steps = Int(Swift.max(0, (fine.largeArgument - a.low.double).rounded(.up)))
    var product = Bounds.one
    for step in 0..<steps { product = fine.multiply(product, fine.add(a, Bounds(step))) }
    let logarithm = fine.stirling(fine.add(a, Bounds(steps)), derivative: 0)
    return fine.divide(fine.exp(logarithm), product)
  }
}

extension Calculus {
  /// Γ(u) = Γ(u + n)/(u·(u + 1)…(u + n − 1)), and its logarithm; beside poles too.
  func gamma(_ u: Series, isLogarithm: Bool) throws(Obstacle) -> Series {
    guard case .finite(let u0, let h) = try argument(u) else {
      let logarithm = try farGamma(u)
      return isLogarithm ? logarithm : try exp(logarithm)
    }
    guard u.growth.isEmpty else { throw .undecided }
    let start = u0.low.double
    guard start > -50 else { return try reflectedGamma(u, u0, isLogarithm: isLogarithm) }
    guard start.isFinite else { throw .undecided }
    let steps = Int(max(0, (arithmetic.largeArgument - start).rounded(.up)))
    var product = Series(.one)
    for step in 0..<steps { product = try multiply(product, add(u, Series(Bounds(step)))) }
    let raised = arithmetic.add(u0, Bounds(steps))
    var coefficients: [Bounds] = []
    for m in 0..<count(h) {
      let slope = arithmetic.stirling(raised, derivative: m)
      coefficients.append(arithmetic.divide(slope, arithmetic.factorial(m)))
    }
    // ln Γ is 0 at 1 and 2, and nowhere else on the right of 0.
    let isZero = isLogarithm && [1, 2].contains(u0.integer)
    let logarithm = try compose(coefficients, h)
    if !isLogarithm { return try divide(exp(logarithm), product) }
    if steps == 0 { return logarithm }
    var result = try subtract(logarithm, log(apply(.abs, product)))
    if isZero, result.terms.first?.power == .zero { result.terms.removeFirst() }
    return result
  }

  /// ln Γ of a u that goes to ∞: (u − ½)·ln u − u + ½·ln 2π + 1/(12u) − ….
  private func farGamma(_ u: Series) throws(Obstacle) -> Series {
    guard try sign(u) > 0, u.growth.isEmpty, u.valuation.base < .zero else { throw .undecided }
    let constant = arithmetic.divided(arithmetic.log(arithmetic.times(arithmetic.pi, 2)), by: 2)
    var sum = try subtract(
      multiply(subtract(u, Series(Bounds(0.5))), log(u)), subtract(u, Series(constant)))
    let inverse = try divide(Series(.one), u)
    let square = try square(inverse)
    var power = inverse
    var factor = arithmetic.divided(arithmetic.reciprocal(arithmetic.square(arithmetic.pi)), by: 2)
    for k in 1...max(1, count(square)) {
      // 2ζ(2k)/(2π)^2k·(2k − 2)!, of alternating signs.
      sum = try add(sum, scale(power, arithmetic.multiply(factor, arithmetic.evenZeta(k))))
      power = try multiply(power, square)
      let next = arithmetic.divide(
        Bounds(-(2 * k - 1) * 2 * k),
        arithmetic.times(arithmetic.square(arithmetic.pi), 4))
      factor = arithmetic.multiply(factor, next)
    }
    sum.order = min(sum.order, power.valuation + .order)
    while let last = sum.terms.last, last.power >= sum.order { sum.terms.removeLast() }
    return sum
  }

  /// Γ(u) = π/(sin πu·Γ(1 − u)), far to the left.
  private func reflectedGamma(_ u: Series, _ u0: Bounds, isLogarithm: Bool) throws(Obstacle)
    -> Series
  {
    // The nearest whole number is taken off, so that poles are met however far out.
    let whole = Bounds(
      Number(max(arithmetic.bits, 64)) { number in u0.low.read { mpfr_rint(number, $0, MPFR_RNDN) }
      }.marked(true))
    let turned = try apply(.sin, scale(subtract(u, Series(whole)), arithmetic.pi))
    let isOdd = !arithmetic.multiply(whole, Bounds(0.5)).low.isInteger
    let sine = isOdd ? negate(turned) : turned
    let mirrored = try subtract(Series(.one), u)
    let other = try gamma(mirrored, isLogarithm: true)
    let rest = try divide(Series(arithmetic.pi), sine)
    if isLogarithm { return try subtract(log(apply(.abs, rest)), other) }
    return try multiply(rest, exp(negate(other)))
  }
}
