import Activations
import Formulas

// Arithmetic of products m·e^p, and the taking of their powers.

extension Lowering {
  /// The number that a product is.
  mutating func taken(_ term: Term) -> Double2 {
    guard let exponent = term.exponent else { return term.factor }
    var factor = code.rounded(term.factor)
    if let low = exponent.low {
      factor = code.emit(.add(factor, code.emit(.multiply(factor, low))))
    }
    let power = power(exponent.high, least: term.span.lowerBound)
    let product = code.emit(.multiply(factor, power.value))
    return Double2(power.unit.map { code.emit(.multiply(product, $0)) } ?? product)
  }

  /// e^p in one number.
  mutating func plainPower(_ exponent: Double2, least: Double) -> Int {
    let power = power(exponent.high, least: least)
    let value = power.unit.map { code.emit(.multiply(power.value, $0)) } ?? power.value
    return exponent.low.map { code.emit(.add(value, code.emit(.multiply(value, $0)))) } ?? value
  }

  /// e^p, or where that may underflow e^(p + s) with the unit e^−s: s is a whole number whose power is nearly a number of the type.
  private mutating func power(_ p: Int, least: Double) -> (value: Int, unit: Int?) {
    let shift = code.type == .f32 ? 61.0 : 652
    guard style.isCareful, least < -shift else { return (code.emit(.call(.exp, p)), nil) }
    let (zero, end) = (code.number(0), code.number(-shift))
    let moved = code.emit(.select(.less, p, end, code.number(shift), otherwise: zero))
    let value = code.emit(.call(.exp, code.emit(.add(p, moved))))
    let unit = code.emit(
      .select(.less, p, end, code.number(Libm.exp(-shift)), otherwise: code.number(1)))
    return (value, unit)
  }

  mutating func negated(_ a: Term) -> Term {
    Term(code.negated(a.factor), exponent: a.exponent, span: a.span)
  }

  /// a + b; powers that are alike stay outside.
  mutating func sum(_ a: Term, _ b: Term, _ keeps: Bool) -> Term {
    if a.exponent == b.exponent {
      return Term(
        code.sum(a.factor, b.factor, keeps: keeps), exponent: a.exponent, span: a.span)
    }
    if a.exponent == nil, let grown = withGrowth(b, beside: a, keeps) { return grown }
    if b.exponent == nil, let grown = withGrowth(a, beside: b, keeps) { return grown }
    return Term(code.sum(taken(a), taken(b), keeps: keeps))
  }

  /// m·e^p + c as (m + c·e^−p)·e^p where p is positive and large somewhere.
  private mutating func withGrowth(_ a: Term, beside c: Term, _ keeps: Bool) -> Term? {
    guard let exponent = a.exponent, a.span.lowerBound >= 0, a.span.upperBound > 40 else {
      return nil
    }
    let opposite = Term(
      c.factor, exponent: code.negated(exponent), span: -a.span.upperBound...(-a.span.lowerBound))
    return Term(
      code.sum(a.factor, taken(opposite), keeps: keeps), exponent: exponent, span: a.span)
  }

  mutating func product(_ a: Term, _ b: Term, _ keeps: Bool) -> Term {
    let factor = code.product(a.factor, b.factor, keeps: keeps)
    guard let p = a.exponent, let q = b.exponent else {
      return Term(
        factor, exponent: a.exponent ?? b.exponent, span: a.exponent == nil ? b.span : a.span)
    }
    let span =
      (a.span.lowerBound + b.span.lowerBound)...(a.span.upperBound + b.span.upperBound)
    if p == code.negated(q) { return Term(factor) }
    return Term(
      factor, exponent: p == q ? code.scaled(p, by: 2) : code.sum(p, q, keeps: true), span: span)
  }

  mutating func quotient(_ a: Term, _ b: Term, _ keeps: Bool) -> Term {
    let opposite = b.exponent.map { code.negated($0) }
    let factor = code.quotient(a.factor, b.factor, keeps: keeps)
    guard let q = opposite else { return Term(factor, exponent: a.exponent, span: a.span) }
    let span = -b.span.upperBound...(-b.span.lowerBound)
    guard let p = a.exponent else { return Term(factor, exponent: q, span: span) }
    if p == b.exponent { return Term(factor) }
    return Term(
      factor, exponent: code.sum(p, q, keeps: true),
      span: (a.span.lowerBound + span.lowerBound)...(a.span.upperBound + span.upperBound))
  }

  /// u^c.
  mutating func raised(_ a: Int, to c: Double, _ keeps: Bool) throws(CodePrograms.Obstacle) -> Term
  {
    let u = try term(a, keeps: keeps)
    if c == 0.5 { return root(u, keeps) }
    let exponent = u.exponent.map { code.product($0, code.pair(Pair(c)), keeps: true) }
    let ends = [u.span.lowerBound * c, u.span.upperBound * c]
    let span = (ends.min() ?? 0)...(ends.max() ?? 0)
    guard c.rounded() == c, c.magnitude <= 16 else {
      let base = code.rounded(u.factor)
      let power = code.emit(.power(base, code.number(c)))
      return Term(Double2(power), exponent: exponent, span: span)
    }
    var (square, rest, factor) = (u.factor, Int(c.magnitude), Double2(code.number(1)))
    var isFirst = true
    while rest > 0 {
      if rest % 2 == 1 {
        factor = isFirst ? square : code.product(factor, square, keeps: keeps)
        isFirst = false
      }
      rest /= 2
      if rest > 0 { square = code.product(square, square, keeps: keeps) }
    }
    if c < 0 { factor = code.quotient(Double2(code.number(1)), factor, keeps: keeps) }
    return Term(factor, exponent: exponent, span: span)
  }

  mutating func root(_ u: Term, _ keeps: Bool) -> Term {
    Term(
      code.root(u.factor, keeps: keeps), exponent: u.exponent.map { code.scaled($0, by: 0.5) },
      span: u.span.lowerBound / 2...u.span.upperBound / 2)
  }

  /// u + √(c + u²) for u < 0, where both cancel: c/(√(c + u²) − u).
  mutating func rootRest(_ u: Int, _ root: Int, _ keeps: Bool) throws(CodePrograms.Obstacle)
    -> Term?
  {
    guard case .root(u, let c) = program.instructions[root], survey.sign(u) == -1 else {
      return nil
    }
    let size = code.negated(try number(u, keeps: keeps))
    let sum = code.sum(size, try number(root, keeps: keeps), keeps: keeps)
    return Term(code.quotient(code.pair(Pair(c)), sum, keeps: keeps))
  }

  /// 1 + u/√(c + u²) for u < 0, where both cancel: c/(√(c + u²) − u)/√(c + u²).
  mutating func shareRest(_ a: Int, _ one: Double, _ keeps: Bool) throws(CodePrograms.Obstacle)
    -> Term?
  {
    guard one == 1, case .divide(let u, let root) = program.instructions[a],
      let rest = try rootRest(u, root, keeps)
    else { return nil }
    return Term(
      code.quotient(rest.factor, try number(root, keeps: keeps), keeps: keeps))
  }

  /// ½ + arctan(v)/π for v < 0, where both cancel: arctan(−1/v)/π.
  mutating func angleRest(_ a: Int, _ half: Double) throws(CodePrograms.Obstacle) -> Term? {
    guard half == 0.5, case .divide(let angle, let divisor) = program.instructions[a],
      survey.constants[divisor]?.high == .pi,
      case .intrinsic(.atan, let v) = program.instructions[angle], survey.sign(v) == -1
    else { return nil }
    let size = code.emit(.magnitude(try number(v).high))
    let rest = code.emit(.call(.atan, code.emit(.divide(code.number(1), size))))
    return Term(code.emit(.divide(rest, code.number(.pi))))
  }

  /// √(c + u²), which is |u| where u² overflows.
  mutating func hypotenuse(_ a: Int, _ c: Double, _ keeps: Bool) throws(CodePrograms.Obstacle)
    -> Double2
  {
    let u = try number(a, keeps: keeps)
    let bound = code.number(code.type == .f32 ? 0x1p60 : 0x1p500)
    let size = code.emit(.magnitude(u.high))
    let held = code.emit(.select(.greater, size, bound, bound, otherwise: size))
    let square = code.product(
      u.low == nil ? Double2(held) : u, u.low == nil ? Double2(held) : u, keeps: keeps)
    let root = code.root(
      code.sum(square, code.pair(Pair(c)), keeps: keeps), keeps: keeps)
    let high = code.emit(.select(.greater, size, bound, size, otherwise: root.high))
    return Double2(high, root.low)
  }
}
