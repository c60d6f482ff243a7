import Activations
import Formulas

// Φ, φ, erfc and erfcx, by the tail of the normal distribution without its fall.

extension Lowering {
  /// 1/√(2π), rounded to a pair.
  static let normalHeight = Pair(0x1.9884533d43651p-2, -0x1.cbc0d30ebfd15p-56)
  /// √2, likewise.
  private static let rootOfTwo = Pair(0x1.6a09e667f3bcdp+0, -0x1.bdd3413b26456p-54)

  mutating func exponentMagnitude(_ a: Int) throws(CodePrograms.Obstacle) -> Double2 {
    let u = try exponent(a)
    switch survey.sign(a) {
    case -1: return code.negated(u)
    case 1: return u
    default:
      let low = try u.low.map { low throws(CodePrograms.Obstacle) in
        try choice(a, code.emit(.negate(low)), low)
      }
      return Double2(code.emit(.magnitude(u.high)), low)
    }
  }

  /// −c·u²/2 with what its rounding left.
  mutating func halfSquare(_ u: Double2, _ c: Double) -> Double2 {
    code.scaled(code.product(u, u, keeps: true), by: -c / 2)
  }

  mutating func squareSpan(_ a: Int, _ c: Double) -> ClosedRange<Double> {
    let span = survey.span(a)
    let size = max(span.upperBound, -span.lowerBound)
    return (-c / 2 * size * size)...0
  }

  /// Φ(u), or erfc(u) = 2·Φ(−√2·u): in the tail Q(|u|)·e^(−u²/2), beside 1 what that leaves.
  mutating func normal(_ a: Int, complement: Bool) throws(CodePrograms.Obstacle) -> Term {
    let tail = try tail(a, complement: complement)
    let sign = survey.sign(a)
    let isTail = complement ? sign == 1 : sign == -1
    if sign != nil, isTail { return tail }
    let part = taken(tail)
    let whole = code.number(complement ? 2 : 1)
    let rest = code.emit(.subtract(whole, part.high))
    if sign != nil { return Term(rest) }
    return Term(
      complement ? try choice(a, rest, part.high) : try choice(a, part.high, rest))
  }

  /// Φ(−|u|), or erfc |u|.
  mutating func tail(_ a: Int, complement: Bool) throws(CodePrograms.Obstacle) -> Term {
    let size = try exponentMagnitude(a)
    let argument =
      complement ? code.product(size, code.pair(Self.rootOfTwo), keeps: false) : size
    let tail = code.emit(.call(.normalTail, code.rounded(argument)))
    return Term(
      code.scaled(Double2(tail), by: complement ? 2 : 1),
      exponent: halfSquare(size, complement ? 2 : 1), span: squareSpan(a, complement ? 2 : 1))
  }

  /// c·(φ(v) + v·Φ(v)) for v < 0, where both cancel, of a sum that is φ(v) and a multiple of v times Φ(v); nil where it is none.
  mutating func loss(_ bell: Summand, _ product: Summand) throws(CodePrograms.Obstacle) -> Term? {
    guard case .intrinsic(.density, let w) = program.instructions[bell.register],
      case .multiply(let a, let b) = program.instructions[product.register]
    else { return nil }
    for (u, gate) in [(a, b), (b, a)] {
      guard case .intrinsic(.distribution, let v) = program.instructions[gate],
        survey.sign(v) == -1, multiple(w, of: v)?.magnitude == 1,
        let share = multiple(u, of: v), share * product.coefficient == bell.coefficient
      else { continue }
      let size = try exponentMagnitude(v)
      let factor = code.emit(.call(.normalLoss, code.rounded(size)))
      return self.product(
        Term(code.pair(Pair(bell.coefficient))),
        Term(Double2(factor), exponent: halfSquare(size, 1), span: squareSpan(v, 1)), false)
    }
    return nil
  }

  /// k of a u that is k·v; nil where it is none.
  private func multiple(_ u: Int, of v: Int) -> Double? {
    let (a, b) = (Summand(u, of: program), Summand(v, of: program))
    return a.register == b.register ? a.coefficient / b.coefficient : nil
  }

  /// e^(u²)·erfc(u); for u < 0 2·e^(u²) less that of −u.
  mutating func scaledTail(_ a: Int) throws(CodePrograms.Obstacle) -> Int {
    let size = try exponentMagnitude(a)
    let argument = code.product(size, code.pair(Self.rootOfTwo), keeps: false)
    let tail = code.emit(
      .multiply(code.number(2), code.emit(.call(.normalTail, code.rounded(argument)))))
    if survey.sign(a) == 1 { return tail }
    // There e^(u²) is a number yet, and its double is none: beyond, what rounding left would be ∞ times 0.
    let bound = code.number(code.type == .f32 ? 9.4 : 26.64)
    let zero = code.number(0)
    let held = Double2(
      code.emit(.select(.greater, size.high, bound, bound, otherwise: size.high)),
      size.low.map { code.emit(.select(.greater, size.high, bound, zero, otherwise: $0)) })
    let square = code.product(held, held, keeps: true)
    let power = plainPower(square, least: 0)
    let left = code.emit(.subtract(code.emit(.multiply(code.number(2), power)), tail))
    return survey.sign(a) == -1 ? left : try choice(a, left, tail)
  }
}
