import Activations
import Formulas

// Logarithms and hyperbolic functions, whose arguments or values overflow far out.

extension Lowering {
  /// ln(m·s^k·e^p) = ln m + k·ln s + p.
  mutating func logarithm(_ u: Term, _ keeps: Bool) -> Double2 {
    var sum = Double2(code.emit(.call(.log, code.rounded(u.factor))))
    if u.rise != 0 {
      let part = code.emit(
        .multiply(code.number(u.rise), code.emit(.call(.log, scale()))))
      sum = code.sum(sum, Double2(part), keeps: keeps)
    }
    return u.exponent.map { code.sum($0, sum, keeps: keeps) } ?? sum
  }

  /// u^c by the language's own power, with what the type leaves of c: u^(c + r) = u^c·(1 + r·ln u).
  ///
  /// 0.7 in single precision errs by 2⁻²⁶, which costs u^0.7 of the least numbers a factor of 1 − 2⁻¹⁹.
  mutating func powered(_ u: Int, _ c: Pair) -> Int {
    let power = code.emit(.power(u, code.number(c.high)))
    let rest = c.high - code.type.rounded(c.high) + c.low
    guard style.isCareful, rest != 0 else { return power }
    let held = code.emit(
      .select(.greater, u, code.number(0), u, otherwise: code.number(1)))
    let share = code.emit(.multiply(code.number(rest), code.emit(.call(.log, held))))
    return code.emit(.add(power, code.emit(.multiply(power, share))))
  }

  /// u^v by the language's own power; of a u that overflows, m·e^p, as m^v·e^(p·v).
  mutating func raised(_ a: Int, toNumber b: Int, _ keeps: Bool) throws(CodePrograms.Obstacle)
    -> Term
  {
    let u = try term(a, keeps: keeps)
    let v = try number(b)
    guard let exponent = u.exponent, u.rise == 0 else {
      return Term(code.emit(.power(try number(a).high, v.high)))
    }
    let reach = survey.span(b)
    let ends = [reach.lowerBound, reach.upperBound].flatMap { end in
      [u.span.lowerBound * end, u.span.upperBound * end].filter { !$0.isNaN }
    }
    return Term(
      Double2(code.emit(.power(code.rounded(u.factor), v.high))),
      exponent: code.product(exponent, v, keeps: true),
      span: (ends.min() ?? 0)...(ends.max() ?? 0))
  }

  /// ln(1 + u), far out ln(u) of a u that overflows.
  mutating func besideOne(_ a: Int, _ keeps: Bool) throws(CodePrograms.Obstacle) -> Int {
    let u = try term(a, keeps: keeps)
    let near = code.emit(.call(.log1p, code.rounded(taken(u))))
    guard u.rise > 0 else { return near }
    let end = code.number(code.type == .f32 ? 0x1p24 : 0x1p53)
    let one = sum(u, Term(code.number(1)), keeps)
    let far = code.rounded(logarithm(one, keeps))
    return code.emit(.select(.less, scale(), end, near, otherwise: far))
  }

  /// ln(1 + u) where a sum has a 1 in it, and the rest of it is small; nil else.
  mutating func besideOne(ofSum a: Int) throws(CodePrograms.Obstacle) -> Int? {
    guard survey.span(a).upperBound <= 4 else { return nil }
    var (rest, constant, waiting): ([Int], Double, [Int]) = ([], 0, [a])
    while let register = waiting.popLast() {
      switch program.instructions[register] {
      case .add(let b, let c): waiting += [b, c]
      case .offset(let b, let c):
        constant += c
        waiting.append(b)
      default: rest.append(register)
      }
    }
    guard constant == 1, let first = rest.first else { return nil }
    var total = try term(first, keeps: false)
    for register in rest.dropFirst() {
      total = sum(total, try term(register, keeps: false), false)
    }
    return code.emit(.call(.log1p, code.rounded(taken(total))))
  }

  mutating func isWide(_ a: Int) -> Bool {
    let span = survey.span(a)
    return style.isCareful && max(span.upperBound, -span.lowerBound) > 40
  }

  /// cosh u = e^|u|·(1 + e^−2|u|)/2, and sinh u likewise.
  mutating func hyperbolic(_ function: Intrinsic, _ a: Int) throws(CodePrograms.Obstacle)
    -> Term
  {
    let size = try exponentMagnitude(a)
    let span = survey.span(a)
    let most = max(span.upperBound, -span.lowerBound)
    let fall = code.scaled(size, by: -2)
    var factor: Int
    if function == .cosh {
      factor = code.emit(.add(plainPower(fall, least: -2 * most), code.number(1)))
    } else {
      factor = code.emit(.negate(code.emit(.call(.expm1, code.rounded(fall)))))
      let opposite = code.emit(.negate(factor))
      let sign = survey.sign(a)
      factor = sign == 1 ? factor : sign == -1 ? opposite : try choice(a, opposite, factor)
    }
    factor = code.emit(.multiply(factor, code.number(0.5)))
    return Term(Double2(factor), exponent: size, span: 0...most)
  }

  /// ln cosh u: |u| + ln(1 + e^−2|u|) − ln 2 far out, ln(1 + sinh² u)/2 near 0.
  mutating func logcosh(_ a: Int) throws(CodePrograms.Obstacle) -> Int {
    let size = code.emit(.magnitude(try number(a).high))
    let one = code.number(1)
    let near = code.emit(.select(.less, size, one, size, otherwise: one))
    let sine = code.emit(.call(.sinh, near))
    let inside = code.emit(
      .multiply(code.number(0.5), code.emit(.call(.log1p, code.emit(.multiply(sine, sine))))))
    let power = code.emit(.call(.exp, code.emit(.multiply(code.number(-2), size))))
    let rest = code.emit(.subtract(code.emit(.call(.log1p, power)), code.number(Libm.log(2))))
    return code.emit(
      .select(.less, size, one, inside, otherwise: code.emit(.add(size, rest))))
  }
}
