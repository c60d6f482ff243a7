import Activations
import Formulas

// Arithmetic of products m·e^p, and the taking of their powers.

extension Lowering {
  /// The number that a product is.
  mutating func taken(_ term: Term) -> Double2 {
    if term.exponent == nil, term.rise == 0 { return term.factor }
    var factor = style.carries ? term.factor : Double2(code.rounded(term.factor))
    guard let exponent = term.exponent else { return each(factor) { $0.risen($1, by: term.rise) } }
    if style.isCareful, term.span.lowerBound < -1e20, !isFinite(factor.high) {
      // What overflows beside a power of which nothing is left is nothing too.
      let (end, zero) = (code.number(-0x1p20), code.number(0))
      factor = each(factor) {
        $0.code.emit(.select(.less, exponent.high, end, zero, otherwise: $1))
      }
    }
    if let low = rest(of: exponent, least: term.span.lowerBound) {
      let share = code.emit(.multiply(code.rounded(factor), low))
      factor = code.sum(factor, Double2(share), keeps: factor.low != nil)
    }
    // Beside another variable e^p may be as small as that is great.
    let power = power(exponent.high, term.span, steps: survey.isSliced ? 2 : 1)
    return each(factor) { lowering, part in
      let product = lowering.risen(
        lowering.code.emit(.multiply(part, power.value)), by: term.rise)
      return power.units.reduce(product) { lowering.code.emit(.multiply($0, $1)) }
    }
  }

  /// The same done to a number and to what its rounding left.
  private mutating func each(_ number: Double2, _ body: (inout Lowering, Int) -> Int) -> Double2 {
    let high = body(&self, number.high)
    return Double2(high, number.low.map { body(&self, $0) })
  }

  /// A number that grows as x does, as a product of s.
  mutating func level(_ number: Double2) -> Term {
    guard style.isScaled else { return Term(number) }
    return Term(code.quotient(number, Double2(scale()), keeps: false), rise: 1)
  }

  /// m·s^k, by factors none of which overflows alone, where k is not large.
  private mutating func risen(_ number: Int, by rise: Double) -> Int {
    let (size, s) = (rise.magnitude, scale())
    let whole = min(8, size.rounded(.down))
    let powers =
      Array(repeating: s, count: Int(whole))
      + (size > whole ? [scalePower(size - whole, of: s)] : [])
    return powers.reduce(number) { code.emit(rise > 0 ? .multiply($0, $1) : .divide($0, $1)) }
  }

  /// m/s^k as it stands beside a number, of which nothing is left where s is beyond an end.
  mutating func fallen(_ factor: Double2, by fall: Double, _ keeps: Bool) -> Double2 {
    guard fall > 0 else { return factor }
    // Products of their halves are not to overflow.
    let end = code.type == .f32 ? (fall > 1 ? 0x1p50 : 0x1p100) : fall > 1 ? 0x1p490 : 0x1p900
    let s = scale(upTo: end)
    let steps = max(1, Int((fall / 2).rounded(.up)))
    let power = Double2(scalePower(fall / Double(steps), of: s))
    return (0..<steps).reduce(factor) { factor, _ in code.quotient(factor, power, keeps: keeps) }
  }

  /// s^k for k > 0.
  private mutating func scalePower(_ k: Double, of s: Int) -> Int {
    let rest = k - k.rounded(.down)
    guard k <= 16, rest == 0 || rest == 0.5 else { return powered(s, Pair(k)) }
    var power = rest == 0 ? nil : code.emit(.root(s))
    var square = s
    var count = Int(k)
    while count > 0 {
      if count % 2 == 1 { power = power.map { code.emit(.multiply($0, square)) } ?? square }
      count /= 2
      if count > 0 { square = code.emit(.multiply(square, square)) }
    }
    return power ?? s
  }

  /// e^p in one number.
  mutating func plainPower(_ exponent: Double2, least: Double) -> Int {
    let power = power(exponent.high, least...max(least, 0))
    let value = power.units.reduce(power.value) { code.emit(.multiply($0, $1)) }
    let low = rest(of: exponent, least: least)
    return low.map { code.emit(.add(value, code.emit(.multiply(value, $0)))) } ?? value
  }

  /// What rounding left of an exponent; 0 far out, where that of a square or a difference that overflows is no number.
  private mutating func rest(of exponent: Double2, least: Double) -> Int? {
    guard let low = exponent.low, style.isScaled || survey.isSliced, least < -1e20 else {
      return exponent.low
    }
    let end = code.number(-0x1p20)
    return code.emit(.select(.less, exponent.high, end, code.number(0), otherwise: low))
  }

  /// e^p, or where that may underflow or overflow e^(p + s) with units whose product is e^−s: s is a whole number whose power is nearly a
  /// number of the type, or a multiple of it.
  private mutating func power(_ p: Int, _ span: ClosedRange<Double>, steps: Int = 1) -> (
    value: Int, units: [Int]
  ) {
    let (fall, rise) = code.type == .f32 ? (61.0, 78.0) : (652, 430)
    var (moved, units) = (code.number(0), [Int]())
    guard style.isCareful else { return (code.emit(.call(.exp, p)), []) }
    // With two steps a power is still small where it is moved, so that it may stand beside the greatest numbers.
    let room = steps == 1 ? 0.0 : 7
    for step in 1...steps where span.lowerBound < -fall * Double(step) {
      move(p, .less, by: -fall, step, room, &moved, &units)
    }
    if span.upperBound > (code.type == .f32 ? 88 : 709) {
      for step in 1...steps where span.upperBound > rise * Double(step) {
        move(p, .greater, by: rise, step, -room, &moved, &units)
      }
    }
    return (code.emit(.call(.exp, code.emit(.add(p, moved)))), units)
  }

  /// What is added to an exponent beyond a multiple of an end, and the power that is to be multiplied by once more.
  private mutating func move(
    _ p: Int, _ comparison: Expression.Comparison, by end: Double, _ step: Int, _ room: Double,
    _ moved: inout Int, _ units: inout [Int]
  ) {
    let far = end * Double(step)
    let (place, unit) = (code.number(far - room), code.number(Libm.exp(end)))
    moved = code.emit(.select(comparison, p, place, code.number(-far), otherwise: moved))
    // One unit for both sides, of which an exponent is on one.
    if step > units.count { units.append(code.number(1)) }
    units[step - 1] = code.emit(.select(comparison, p, place, unit, otherwise: units[step - 1]))
  }

  mutating func negated(_ a: Term) -> Term {
    var term = a
    term.factor = code.negated(a.factor)
    return term
  }

  /// a + b; powers that are alike stay outside.
  mutating func sum(_ a: Term, _ b: Term, _ keeps: Bool) -> Term {
    if a.exponent == b.exponent {
      let rise = max(a.rise, b.rise)
      let u = fallen(a.factor, by: rise - a.rise, keeps)
      let v = fallen(b.factor, by: rise - b.rise, keeps)
      return Term(finiteSum(u, v, keeps), exponent: a.exponent, span: a.span, rise: rise)
    }
    if let fallen = withFall(a, b, keeps) ?? withFall(b, a, keeps) { return fallen }
    if a.exponent == nil, let grown = withGrowth(b, beside: a, keeps) { return grown }
    if b.exponent == nil, let grown = withGrowth(a, beside: b, keeps) { return grown }
    return Term(code.sum(taken(a), taken(b), keeps: keeps))
  }

  /// Whether a step is a number wherever it is looked at.
  private func isFinite(_ step: Int) -> Bool {
    survey.span(step, in: code).map { $0.lowerBound.isFinite && $0.upperBound.isFinite } ?? false
  }

  /// a + b; of a sum of two variables that overflows nothing is left, where its rest would be no number.
  private mutating func finiteSum(_ a: Double2, _ b: Double2, _ keeps: Bool) -> Double2 {
    guard keeps, style.isCareful, survey.isSliced else { return code.sum(a, b, keeps: keeps) }
    let plain = code.emit(.add(a.high, b.high))
    if isFinite(plain) { return code.sum(a, b, keeps: true) }
    guard code.isGuarded else { return withRest(code.sum(a, b, keeps: true), where: plain) }
    // Where every arm is evaluated quarters do not overflow.
    return code.scaled(
      code.sum(code.scaled(a, by: 0.25), code.scaled(b, by: 0.25), keeps: true), by: 4)
  }

  /// m·e^p + n·e^q as (m + n·e^(q − p))·e^p where both powers may be too small.
  ///
  /// In a language that takes what is below the least normal number for 0 the greater summand must not be one of these before
  /// the other is added; in every one it must not be before the sum is multiplied.
  private mutating func withFall(_ a: Term, _ b: Term, _ keeps: Bool) -> Term? {
    let end = -60.0
    guard code.dialect.flushes || style.joins, style.isCareful, let p = a.exponent,
      let q = b.exponent, a.span.lowerBound < end, b.span.lowerBound < end
    else { return nil }
    let gap = code.sum(q, code.negated(p), keeps: true)
    guard let span = survey.span(gap.high, in: code), span.upperBound < 40 else { return nil }
    let other = Term(b.factor, exponent: gap, span: span, rise: b.rise - a.rise)
    return Term(
      code.sum(a.factor, taken(other), keeps: keeps), exponent: p, span: a.span, rise: a.rise)
  }

  /// m·e^p + c as (m + c·e^−p)·e^p where p is positive and large somewhere.
  private mutating func withGrowth(_ a: Term, beside c: Term, _ keeps: Bool) -> Term? {
    guard let exponent = a.exponent, a.span.lowerBound >= 0, a.span.upperBound > 40 else {
      return nil
    }
    let opposite = Term(
      c.factor, exponent: code.negated(exponent), span: -a.span.upperBound...(-a.span.lowerBound),
      rise: c.rise - a.rise)
    return Term(
      code.sum(a.factor, taken(opposite), keeps: keeps), exponent: exponent, span: a.span,
      rise: a.rise)
  }

  mutating func product(_ a: Term, _ b: Term, _ keeps: Bool) -> Term {
    let factor = code.product(a.factor, b.factor, keeps: keeps)
    if code.constant(factor.high) == 0 { return Term(factor) }
    let rise = a.rise + b.rise
    guard let p = a.exponent, let q = b.exponent else {
      return Term(
        factor, exponent: a.exponent ?? b.exponent, span: a.exponent == nil ? b.span : a.span,
        rise: rise)
    }
    let span =
      (a.span.lowerBound + b.span.lowerBound)...(a.span.upperBound + b.span.upperBound)
    if p == code.negated(q) { return Term(factor, rise: rise) }
    return Term(
      factor, exponent: p == q ? code.scaled(p, by: 2) : code.sum(p, q, keeps: true), span: span,
      rise: rise)
  }

  /// uⁿ·v with another variable in v, factor by factor: on the way from v to it each product lies between the two.
  mutating func powerBesideArgument(_ power: Int, _ v: Int, _ keeps: Bool)
    throws(CodePrograms.Obstacle) -> Term?
  {
    guard survey.isSliced, case .raise(let u, let n) = program.instructions[power],
      [2, 3].contains(n), survey.isHeld(v)
    else { return nil }
    let factor = try term(u, keeps: keeps)
    var product = try term(v, keeps: keeps)
    for _ in 0..<Int(n) { product = self.product(product, factor, keeps) }
    return product
  }

  mutating func quotient(_ a: Term, _ b: Term, _ keeps: Bool) -> Term {
    let opposite = b.exponent.map { code.negated($0) }
    let factor = code.quotient(a.factor, b.factor, keeps: keeps)
    let rise = a.rise - b.rise
    guard let q = opposite else {
      return Term(factor, exponent: a.exponent, span: a.span, rise: rise)
    }
    let span = -b.span.upperBound...(-b.span.lowerBound)
    guard let p = a.exponent else { return Term(factor, exponent: q, span: span, rise: rise) }
    if p == b.exponent { return Term(factor, rise: rise) }
    return Term(
      factor, exponent: code.sum(p, q, keeps: true),
      span: (a.span.lowerBound + span.lowerBound)...(a.span.upperBound + span.upperBound),
      rise: rise)
  }

  /// u^c.
  mutating func raised(_ a: Int, to c: Pair, _ keeps: Bool) throws(CodePrograms.Obstacle) -> Term {
    let u = try term(a, keeps: keeps)
    if c.high == 0.5, c.low == 0 { return root(u, keeps) }
    let exponent = u.exponent.map { code.product($0, code.pair(c), keeps: true) }
    if !hasProducts(c), u.exponent == nil, u.rise == 0, isFine(a, keeps) {
      return Term(finePower(of: u.factor, to: c))
    }
    let ends = [u.span.lowerBound * c.high, u.span.upperBound * c.high]
    let span = (ends.min() ?? 0)...(ends.max() ?? 0)
    return Term(power(u.factor, c, keeps), exponent: exponent, span: span, rise: u.rise * c.high)
  }

  /// Whether u^c is products and a root: c is a half of a small whole number.
  func hasProducts(_ c: Pair) -> Bool {
    let whole = c.high.magnitude.rounded(.down)
    return whole <= 16 && [whole, whole + 0.5].contains(c.high.magnitude) && c.low == 0
  }

  /// u^c of a number, by products and a root where it has them.
  mutating func power(_ u: Double2, _ exponent: Pair, _ keeps: Bool) -> Double2 {
    let c = exponent.high
    let whole = c.magnitude.rounded(.down)
    guard hasProducts(exponent) else {
      return Double2(powered(code.rounded(u), exponent))
    }
    var factor = whole == c.magnitude ? nil : code.root(u, keeps: keeps)
    var (square, rest) = (u, Int(whole))
    while rest > 0 {
      if rest % 2 == 1 {
        factor = factor.map { code.product($0, square, keeps: keeps) } ?? square
      }
      rest /= 2
      if rest > 0 { square = code.product(square, square, keeps: keeps) }
    }
    let power = factor ?? Double2(code.number(1))
    return c < 0 ? code.quotient(Double2(code.number(1)), power, keeps: keeps) : power
  }

  mutating func root(_ u: Term, _ keeps: Bool) -> Term {
    Term(
      code.root(u.factor, keeps: keeps), exponent: u.exponent.map { code.scaled($0, by: 0.5) },
      span: u.span.lowerBound / 2...u.span.upperBound / 2, rise: u.rise / 2)
  }
}
