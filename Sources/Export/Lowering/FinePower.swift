import Activations
import Formulas

extension Lowering {
  /// e^a with what rounding leaves of it, for what stands in an exponent itself, as in exp(−exp(−x)): there the error of a power counts
  /// as often as it is large.
  ///
  /// (e^(a/2ⁿ))^(2ⁿ), squared in numbers that carry their rounding. For a ≤ 0 the power alone; a is held at 8, beyond which e^−e^a is 0.
  mutating func finePower(_ a: Int) throws(CodePrograms.Obstacle) -> Double2 {
    let u = try exponent(a)
    return finePower(u, least: survey.span(a).lowerBound)
  }

  /// e^u of a number.
  mutating func finePower(_ u: Double2, least: Double) -> Double2 {
    let (zero, end) = (code.number(0), code.number(8))
    let above = code.emit(.select(.greater, u.high, end, end, otherwise: u.high))
    let held = code.emit(.select(.less, above, zero, zero, otherwise: above))
    let squarings = code.type == .f32 ? 8 : 11
    let scale = Double(sign: .plus, exponent: -squarings, significand: 1)
    var power = nearOne(code.scaled(Double2(held), by: scale))
    for _ in 0..<squarings {
      let square = code.product(power, power, keeps: true)
      power = square.low.map { code.quickSum(square.high, $0) } ?? square
    }
    let plain = plainPower(u, least: least)
    let isAbove: (Int, Int) -> Step = { .select(.greater, u.high, zero, $0, otherwise: $1) }
    // What is left of u itself moves the power too.
    var low = power.low ?? zero
    if let rest = u.low { low = code.emit(.add(low, code.emit(.multiply(power.high, rest)))) }
    return Double2(code.emit(isAbove(power.high, plain)), code.emit(isAbove(low, zero)))
  }

  /// 1/(1 + e^−u) with what rounding leaves of it, where |u| ≤ 8; beyond, it needs none.
  ///
  /// Where it `falls` for ever, e^u stands outside of it beyond that: it underflows before the result does.
  mutating func fineSigmoid(_ u: Double2, falls: Bool = false) -> Term {
    let zero = code.number(0)
    let isLeft: (Int, Int) -> Step = { .select(.less, u.high, zero, $0, otherwise: $1) }
    let opposite = code.negated(u)
    let size = Double2(
      code.emit(.magnitude(u.high)),
      u.low.map { code.emit(isLeft(opposite.low ?? zero, $0)) })
    let power = finePower(size, least: 0)
    let one = Double2(code.number(1))
    let right = code.quotient(one, code.sum(one, power, keeps: true), keeps: true)
    let rest = code.product(right, power, keeps: true)
    let fine = Double2(
      code.emit(isLeft(right.high, rest.high)),
      code.emit(isLeft(right.low ?? zero, rest.low ?? zero)))
    let plainSide = plainPower(code.negated(size), least: -1e300)
    let below = code.emit(.divide(one.high, code.emit(.add(one.high, plainSide))))
    let plain =
      falls ? below : code.emit(isLeft(code.emit(.multiply(plainSide, below)), below))
    let end = code.number(8)
    let isNear: (Int, Int) -> Step = { .select(.less, size.high, end, $0, otherwise: $1) }
    var term = Term(
      code.emit(isNear(fine.high, plain)), code.emit(isNear(fine.low ?? zero, zero)))
    guard falls else { return term }
    term.exponent = Double2(
      code.emit(isNear(zero, u.high)), u.low.map { code.emit(isNear(zero, $0)) })
    return term
  }

  /// u^c with what rounding leaves of it, for what stands in an exponent, of a u that carries what its own rounding left.
  ///
  /// Of a c < 1 by roots of u first, of whose logarithm a power can be had.
  mutating func finePower(of u: Double2, to c: Pair) -> Double2 {
    var (root, exponent, bend) = (u, c, 1.0)
    // A power of e beyond 1500 is lost, or beyond all bounds; logarithms are held at 8.
    while c.high > 0, 7.3 / (c.high * bend) > 8 {
      root = bend == 1 ? greatRoot(root) : code.root(root, keeps: true)
      bend *= 2
    }
    exponent = Pair(bend) * c
    let power = finePower(of: root.high, to: exponent)
    guard let low = root.low else { return power }
    let zero = code.number(0)
    let held = code.emit(.select(.equal, root.high, zero, code.number(1), otherwise: root.high))
    let share = code.emit(.multiply(code.number(exponent.high), code.emit(.divide(low, held))))
    let moved = code.emit(.multiply(power.high, share))
    return code.quickSum(power.high, power.low.map { code.emit(.add($0, moved)) } ?? moved)
  }

  /// √u, of the greatest numbers too: twice that of a quarter, as the square of a root may overflow.
  private mutating func greatRoot(_ u: Double2) -> Double2 {
    let one = code.number(1)
    let isGreat: (Int, Int) -> Step = { .select(.greater, u.high, one, $0, otherwise: $1) }
    let share = code.emit(isGreat(code.number(0.25), one))
    let part = Double2(
      code.emit(.multiply(share, u.high)), u.low.map { code.emit(.multiply(share, $0)) })
    let root = code.root(part, keeps: true)
    let rise = code.emit(isGreat(code.number(2), one))
    return Double2(
      code.emit(.multiply(rise, root.high)), root.low.map { code.emit(.multiply(rise, $0)) })
  }

  /// u^c with what rounding leaves of it, for what stands in an exponent, for u up to e⁸.
  ///
  /// e^(c·ln u), where ln u is the language's and what e to that leaves of u. For u ≤ 1 the power alone; u^c is held at e⁸.
  private mutating func finePower(of u: Int, to c: Pair) -> Double2 {
    let (zero, one) = (code.number(0), code.number(1))
    let isAbove: (Int, Int) -> Step = { .select(.greater, u, one, $0, otherwise: $1) }
    let held = code.emit(isAbove(u, one))
    let logarithm = code.emit(.call(.log, held))
    let near = finePower(Double2(logarithm), least: 0)
    var rest = code.emit(.subtract(held, near.high))
    if let low = near.low { rest = code.emit(.subtract(rest, low)) }
    let whole = Double2(logarithm, code.emit(.divide(rest, held)))
    let power = finePower(code.product(whole, code.pair(c), keeps: true), least: 0)
    return Double2(
      code.emit(isAbove(power.high, powered(u, c))), code.emit(isAbove(power.low ?? zero, zero)))
  }

  /// sinh u or cosh u with what rounding leaves of it, likewise: (e^|u| ± e^−|u|)/2.
  mutating func fineHyperbolic(_ function: Intrinsic, _ a: Int) throws(CodePrograms.Obstacle)
    -> Double2
  {
    let power = finePower(try exponentMagnitude(a), least: 0)
    let opposite = code.quotient(Double2(code.number(1)), power, keeps: true)
    let sum = code.sum(
      power, function == .cosh ? opposite : code.negated(opposite), keeps: true)
    let half = code.scaled(sum, by: 0.5)
    guard function == .sinh, survey.sign(a) != 1 else { return half }
    let left = code.negated(half)
    if survey.sign(a) == -1 { return left }
    return Double2(
      try choice(a, left.high, half.high),
      try choice(a, left.low ?? code.number(0), half.low ?? code.number(0)))
  }

  /// e^r for a small r: 1 + r + r²/2 with what is left, and r³/6·(1 + r/4·(1 + r/5)).
  private mutating func nearOne(_ r: Double2) -> Double2 {
    let square = code.product(r, r, keeps: true)
    let series = code.polynomial([6.0, 24, 120, 720, 5040, 40320].map { 1 / $0 }, r.high)
    let cube = code.emit(.multiply(code.emit(.multiply(square.high, r.high)), series))
    var rest = code.sum(r, code.scaled(square, by: 0.5), keeps: true)
    rest = code.sum(rest, Double2(cube), keeps: true)
    return code.sum(Double2(code.number(1)), rest, keeps: true)
  }
}
