/// The gate of the generalised normal density β/(2αΓ(1/β))·e^(−|x/α|^β): H = ½ + sign(x)·P(1/β, |x/α|^β)/2.
struct GeneralizedNormal: Sendable {
  let alpha: Double
  let beta: Double
  /// 1/β by the bits of results.
  private var parameters: [Int: GammaParameter?] = [:]

  init(alpha: Double, beta: Double) { (self.alpha, self.beta) = (alpha, beta) }

  mutating func gate(_ x: Series, _ calculus: Calculus) throws(Obstacle) -> Series {
    let bits = calculus.arithmetic.bits
    if parameters[bits] == nil {
      let fine = Arithmetic(bits: GammaParameter.bits(for: bits))
      parameters[bits] = GammaParameter(fine.reciprocal(Bounds(beta)), fine)
    }
    guard let known = parameters[bits], let parameter = known else { throw .undefined }
    let side = try calculus.sign(x)
    guard side != 0 else { return Series(Bounds(0.5)) }
    let size = calculus.scale(
      side < 0 ? calculus.negate(x) : x, calculus.arithmetic.reciprocal(Bounds(alpha)))
    let u = try calculus.power(size, Bounds(beta))
    switch try calculus.argument(u) {
    case .infinite: return try far(u, parameter, side, calculus)
    case .finite(let u0, _):
      let tail = calculus.arithmetic.divided(calculus.arithmetic.upperGamma(parameter, u0), by: 2)
      let start = side < 0 ? tail : calculus.arithmetic.subtract(.one, tail)
      return try calculus.integrate(x, start) { () throws(Obstacle) in
        calculus.scale(try calculus.exp(calculus.negate(u)), peak(parameter, calculus))
      }
    }
  }

  /// β/(2αΓ(1/β)), the density at 0.
  private func peak(_ parameter: GammaParameter, _ calculus: Calculus) -> Bounds {
    let arithmetic = calculus.arithmetic
    let below = arithmetic.multiply(Bounds(alpha), arithmetic.times(parameter.gamma, 2))
    return arithmetic.divide(Bounds(beta), below)
  }

  /// Far out, Q(a, u) = u^(a−1)·e^−u/Γ(a)·(1 + O(1/u)).
  private func far(
    _ u: Series, _ parameter: GammaParameter, _ side: Int, _ calculus: Calculus
  ) throws(Obstacle) -> Series {
    guard !u.growth.isEmpty || u.valuation.base != .zero else { throw .undecided }
    guard side < 0 else { return calculus.settled(.one) }
    let a = calculus.arithmetic.subtract(parameter.a, .one)
    let factor = calculus.arithmetic.reciprocal(calculus.arithmetic.times(parameter.gamma, 2))
    guard let first = u.terms.first else { throw .undecided }
    // Of the power that stands before e^−u its sign is enough, and any power not above it.
    var tail = Series(
      calculus.arithmetic.multiply(factor, calculus.arithmetic.power(first.coefficient, a)),
      power: .zero)
    tail.order = .beyond
    return try calculus.multiply(tail, calculus.exp(calculus.negate(u)))
  }
}
