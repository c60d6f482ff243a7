import Activations
import Formulas

// The generalised normal distribution, whose gate has no name: by polynomials of its own.

extension Lowering {
  /// The gate of a call of gennorm at u: ½·Q(1/β, v^β) with v = |u/α| on the left, and what that leaves of 1 on the right.
  mutating func gate(_ callee: Program.Callee, at u: Int) throws(CodePrograms.Obstacle) -> Term {
    guard callee.family.name == "gennorm", let alpha = callee.values.first,
      let beta = callee.values.last
    else { throw CodePrograms.Obstacle("\(callee.family.name) has no code yet") }
    guard let gate = survey.gates[beta] else {
      throw CodePrograms.Obstacle(
        "the gate of gennorm has no short polynomials for beta = \(Decimal.text(beta))")
    }
    var v = try exponentMagnitude(u)
    if alpha != 1 { v = code.quotient(v, code.pair(Pair(alpha)), keeps: true) }
    let span = survey.span(u)
    let most = Libm.pow(max(span.upperBound, -span.lowerBound) / alpha, beta)
    // Far out x·v overflows before the power that it is multiplied by makes it small.
    var factor = Term(v)
    if style.isScaled {
      factor = try term(u, keeps: false)
      factor.factor = Double2(code.emit(.magnitude(code.rounded(factor.factor))))
      if alpha != 1 { factor = quotient(factor, Term(code.pair(Pair(alpha))), false) }
      if factor.exponent != nil { factor = Term(v) }
    }
    let tail = tail(gate, v, factor, upTo: most)
    let sign = survey.sign(u)
    if sign == -1 { return tail }
    let part = taken(tail)
    let rest = code.emit(.subtract(code.number(1), code.rounded(part)))
    return sign == 1 ? Term(rest) : Term(try choice(u, code.rounded(part), rest))
  }

  /// ½·Q(1/β, v^β): v·e^−z·g(z)/z far out, and near 0 a sum.
  private mutating func tail(
    _ gate: GammaGate, _ v: Double2, _ factor: Term, upTo most: Double
  ) -> Term {
    let z = shapePower(v, gate.beta)
    let (start, zero) = (code.number(gate.start), code.number(0))
    let isNear: (Int, Int) -> Step = { .select(.less, z.high, start, $0, otherwise: $1) }
    let middle = Double2(centre(gate, v, code.emit(isNear(z.high, start))))
    let near = code.rounded(fallen(middle, by: factor.rise, false))
    let far = code.emit(isNear(start, z.high))
    let share = code.emit(
      .divide(code.emit(.multiply(code.rounded(factor.factor), series(gate, far))), far))
    return Term(
      Double2(code.emit(isNear(near, share))),
      exponent: Double2(
        code.emit(isNear(zero, code.emit(.negate(z.high)))),
        z.low.map { code.emit(isNear(zero, code.emit(.negate($0)))) }),
      span: -most...0, rise: factor.rise)
  }

  private mutating func centre(_ gate: GammaGate, _ v: Double2, _ z: Int) -> Int {
    let (half, sum) = (code.number(0.5), code.polynomial(gate.centre, z))
    let part = code.emit(.multiply(code.rounded(v), sum))
    guard gate.isNarrow else {
      let power = code.emit(.call(.exp, code.emit(.negate(z))))
      return code.emit(.subtract(half, code.emit(.multiply(part, power))))
    }
    // 1 − v has no error where much of it cancels.
    var lack = code.emit(.subtract(code.number(1), v.high))
    if let low = v.low { lack = code.emit(.subtract(lack, low)) }
    return code.emit(.add(code.emit(.multiply(half, lack)), part))
  }

  /// g(z), of its pieces that in which z lies.
  private mutating func series(_ gate: GammaGate, _ z: Int) -> Int {
    let below = code.emit(.add(z, code.number(gate.shift)))
    var result: Int?
    for (place, piece) in gate.pieces.enumerated() {
      let t = code.emit(
        .subtract(code.number(piece.p), code.emit(.divide(code.number(piece.q), below))))
      let sum = code.polynomial(piece.coefficients, t)
      result =
        result.map {
          code.emit(.select(.less, z, code.number(gate.pieces[place].low), $0, otherwise: sum))
        } ?? sum
    }
    return result ?? code.number(0)
  }

  /// v^β with what rounding left of it.
  private mutating func shapePower(_ v: Double2, _ beta: Double) -> Double2 {
    let c = Pair(beta)
    let z = hasProducts(c) ? power(v, c, true) : finePower(of: v, to: c)
    // Of the first number alone g is told, so that it is to be the nearest.
    return z.low.map { code.quickSum(z.high, $0) } ?? z
  }

  /// Γ(u) of a number that does not change with x.
  mutating func gamma(of a: Int) throws(CodePrograms.Obstacle) -> Term {
    guard let u = survey.constants[a], let value = ProvedGammaTail.gamma(u) else {
      throw CodePrograms.Obstacle("gamma has no code yet")
    }
    return Term(code.pair(value))
  }
}
