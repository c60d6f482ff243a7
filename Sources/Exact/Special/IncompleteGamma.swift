import Activations
import CMPFR

/// The first argument of an incomplete gamma function, with more digits than its results: what is left of 1 − P has as many
/// fewer.
struct GammaParameter: Sendable {
  let a: Bounds
  /// Γ(a).
  let gamma: Bounds

  /// The bits of a and Γ(a) behind results of so many.
  static func bits(for bits: Int) -> Int { 2 * bits + 128 }

  /// A positive number; nil for another.
  init?(_ a: Bounds, _ fine: Arithmetic) {
    guard a.sign == 1 else { return nil }
    (self.a, gamma) = (a, fine.gamma(a))
  }

  /// ½, whose gamma function is √π.
  static func half(for bits: Int) -> GammaParameter {
    let fine = Arithmetic(bits: Self.bits(for: bits))
    return GammaParameter(a: Bounds(0.5), gamma: fine.squareRoot(fine.pi))
  }

  private init(a: Bounds, gamma: Bounds) { (self.a, self.gamma) = (a, gamma) }
}

// The regularised incomplete gamma functions, P(a, z) = γ(a, z)/Γ(a) and Q = 1 − P, of positive a and z.

extension Arithmetic {
  /// The bits that are computed with and not given out.
  static let guardBits = 24

  /// P(a, z): zᵃ·e^−z/(a·Γ(a)) times Kummer's sum.
  func lowerGamma(_ p: GammaParameter, _ z: Bounds) -> Bounds {
    if z.isZero { return .zero }
    let size = z.high.double
    guard size < p.a.low.double + Double(bits) else {
      // What is missing of 1 is no more than a few digits of it.
      return subtract(.one, upperGamma(p, z))
    }
    let fine = Arithmetic(bits: bits + Self.guardBits)
    let front = fine.divide(
      fine.multiply(fine.power(z, p.a), fine.exp(z.negated)), fine.multiply(p.a, p.gamma))
    return fine.multiply(front, fine.kummerSum(p.a, z)).intersection(Bounds(.zero, .one))
  }

  /// Q(a, z): z^(a−1)·e^−z/Γ(a) times the asymptotic sum where that will do, else 1 − P with as many more digits as cancel.
  func upperGamma(_ p: GammaParameter, _ z: Bounds) -> Bounds {
    if z.isZero { return .one }
    let fine = Arithmetic(bits: bits + Self.guardBits)
    if let sum = fine.asymptoticSum(p.a, z) {
      return fine.multiply(fine.gammaDensity(p, z), sum).intersection(Bounds(.zero, .one))
    }
    let (size, a) = (z.high.double, p.a.low.double)
    guard size < 1e5 else { return Bounds(.zero, .one) }
    // For z > a, Q is near e^−(z − a − a·ln(z/a)); for small a that is e^−z.
    let lift = a > 0 ? a + a * (Libm.log(size) - Libm.log(a)) : 0
    let depth = size > a ? size - lift : 0
    let finer = Arithmetic(bits: bits + Int(1.4427 * depth) + 16)
    let start = finer.subtract(.one, finer.lowerGamma(p, Bounds(z.low)))
    guard !z.isPoint else { return start.intersection(Bounds(.zero, .one)) }
    // From there it falls, no faster than the greatest density.
    let width = combined(z.high, z.low, MPFR_RNDU, mpfr_sub)
    let fall = fine.multiply(Bounds(.zero, width), fine.gammaDensity(p, z))
    return fine.subtract(start, fine.magnitude(fall)).intersection(Bounds(.zero, .one))
  }

  /// z^(a−1)·e^−z/Γ(a).
  private func gammaDensity(_ p: GammaParameter, _ z: Bounds) -> Bounds {
    divide(multiply(power(z, subtract(p.a, .one)), exp(z.negated)), p.gamma)
  }
}

extension Calculus {
  /// P(a, u), with P′ = u^(a−1)·e^−u/Γ(a).
  func lowerGamma(_ p: GammaParameter, _ argument: Series) throws(Obstacle) -> Series {
    let u = settled(argument)
    guard case .finite(let u0, _) = try self.argument(u) else {
      guard try sign(u) > 0 else { throw .undefined }
      // Of what grows like ln t the rest is a power.
      guard !u.growth.isEmpty || u.valuation.base != .zero else { throw .undecided }
      return settled(.one)
    }
    guard u.growth.isEmpty else { throw .undecided }
    guard let place = u0.sign else { throw .precision }
    guard place >= 0 else { throw .undefined }
    return try integrate(u, arithmetic.lowerGamma(p, u0)) { () throws(Obstacle) in
      let power = try power(u, arithmetic.subtract(p.a, .one))
      return try divide(multiply(power, exp(negate(u))), Series(p.gamma))
    }
  }
}
