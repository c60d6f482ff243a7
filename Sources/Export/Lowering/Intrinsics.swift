import Activations
import Formulas

// The formula language's functions in what languages have.

extension Lowering {
  mutating func apply(_ function: Intrinsic, _ a: Int, _ keeps: Bool) throws(CodePrograms.Obstacle)
    -> Term
  {
    switch function {
    case .exp:
      if keeps, isInExponent, survey.span(a).upperBound > 1 { return Term(try finePower(a)) }
      return Term(Double2(code.number(1)), exponent: try exponent(a), span: survey.span(a))
    case .sigmoid:
      guard style.carries, keeps else { return try sigmoid(a) }
      let (u, span) = (try exponent(a), survey.span(a))
      var gate = fineSigmoid(u, falls: survey.sign(a) == -1 && span.lowerBound < -20)
      if gate.exponent != nil { gate.span = span }
      return gate
    case .softplus: return try softplus(a, keeps)
    case .distribution: return try normal(a, complement: false)
    case .erfc: return try normal(a, complement: true)
    case .erfcx: return Term(try scaledTail(a))
    case .density:
      let size = try exponentMagnitude(a)
      return Term(
        code.pair(Self.normalHeight), exponent: halfSquare(size, 1), span: squareSpan(a, 1))
    case .sqrt: return root(try term(a, keeps: keeps), keeps)
    case .logcosh: return level(Double2(try logcosh(a)))
    case .log:
      if let near = try besideOne(ofSum: a) { return Term(near) }
      return Term(logarithm(try term(a, keeps: keeps), keeps))
    case .log1p where style.isScaled: return Term(try besideOne(a, keeps))
    case .expm1 where isWide(a) && survey.sign(a) == 1:
      // (1 − e^−u)·e^u, in which an error of u counts as in e^u.
      let u = try exponent(a)
      let fall = code.emit(.call(.expm1, code.emit(.negate(code.rounded(u)))))
      return Term(Double2(code.emit(.negate(fall))), exponent: u, span: survey.span(a))
    case .sinh where isFine(a, keeps), .cosh where isFine(a, keeps):
      return Term(try fineHyperbolic(function, a))
    case .sinh where isWide(a), .cosh where isWide(a): return try hyperbolic(function, a)
    case .sin, .cos: return Term(try wave(function, of: a))
    case .gamma where survey.constants[a] != nil: return try gamma(of: a)
    case .gamma, .lgamma:
      throw CodePrograms.Obstacle("\(function.rawValue) has no code yet")
    case .expm1, .log1p, .log2, .log10, .cbrt, .tan, .asin, .acos, .atan, .sinh, .cosh, .tanh,
      .asinh, .acosh, .atanh, .erf, .floor, .ceil, .round:
      guard let primitive = Primitive(rawValue: function.rawValue) else {
        throw CodePrograms.Obstacle("\(function.rawValue) has no code yet")
      }
      if function == .tanh, style.carries, keeps {
        // 2·σ(2u) − 1.
        let gate = fineSigmoid(code.scaled(try number(a, keeps: true), by: 2)).factor
        let less = Double2(code.number(-1))
        return Term(code.sum(code.scaled(gate, by: 2), less, keeps: true))
      }
      if let vanishing = try vanishing(primitive, a) { return vanishing }
      if let near = try besideEnd(function, a) { return near }
      let u = try number(a).high
      return Term(code.stair(primitive, u) ?? code.emit(.call(primitive, u)))
    case .abs, .sign, .heaviside:
      throw CodePrograms.Obstacle("\(function.rawValue) has no code yet")
    }
  }

  /// Whether what stands in an exponent is to carry what its rounding left, as it is large somewhere.
  mutating func isFine(_ a: Int, _ keeps: Bool) -> Bool {
    style.carries && keeps && isInExponent && isWide(a)
  }

  /// g(w) of a w = m·e^p that may underflow, for a g that is nearly a multiple of w near 0: m·(g(w)/w)·e^p.
  private mutating func vanishing(_ function: Primitive, _ a: Int) throws(CodePrograms.Obstacle)
    -> Term?
  {
    let ratio = RemovableRatio.all.first { $0.function.rawValue == function.rawValue }
    guard style.isCareful, ratio != nil else { return nil }
    let w = try term(a, keeps: false)
    guard w.exponent != nil, w.span.lowerBound < -40 else { return nil }
    let value = code.rounded(taken(w))
    let least = code.number(code.type == .f32 ? 0x1p-30 : 0x1p-60)
    let one = code.number(1)
    let isSmall = code.emit(.magnitude(value))
    let slope = function == .erf ? code.number(0x1.20dd750429b6dp+0) : one
    let held = code.emit(.select(.less, isSmall, least, one, otherwise: value))
    let share = code.emit(.divide(code.emit(.call(function, held)), held))
    let factor = code.emit(.select(.less, isSmall, least, slope, otherwise: share))
    return Term(
      code.product(w.factor, Double2(factor), keeps: false), exponent: w.exponent, span: w.span,
      rise: w.rise)
  }

  // MARK: Functions of e^u

  /// −|u| as an exponent, and e^−|u|; both sides of 0 share them.
  private mutating func decay(_ a: Int) throws(CodePrograms.Obstacle) -> (
    exponent: Double2, span: ClosedRange<Double>, power: Int
  ) {
    let u = try exponent(a)
    let span = survey.span(a)
    let high = code.emit(.negate(code.emit(.magnitude(u.high))))
    var low = u.low
    if let rest = u.low {
      switch survey.sign(a) {
      case -1: low = rest
      case 1: low = code.emit(.negate(rest))
      default:
        low = code.emit(
          .select(
            .less, u.high, code.number(0), rest, otherwise: code.emit(.negate(rest))))
      }
    }
    let least = -max(span.upperBound, -span.lowerBound)
    let isSmall = survey.sign(a) != nil
    let power =
      isSmall
      ? plainPower(Double2(high), least: least) : plainPower(Double2(high, low), least: least)
    return (Double2(high, low), least...0, power)
  }

  /// Powers of exponents above this are taken at once.
  static let nearby = -8.0

  /// 1/(1 + e^−u), for u < 0 e^u/(1 + e^u).
  private mutating func sigmoid(_ a: Int) throws(CodePrograms.Obstacle) -> Term {
    let (exponent, span, power) = try decay(a)
    let sum = code.emit(.add(code.number(1), power))
    let share = code.emit(.divide(code.number(1), sum))
    switch survey.sign(a) {
    case -1:
      guard span.lowerBound < Self.nearby else { return Term(code.emit(.multiply(share, power))) }
      return Term(Double2(share), exponent: exponent, span: span)
    case 1: return Term(share)
    default:
      let above = try choice(a, power, code.number(1))
      return Term(code.emit(.divide(above, sum)))
    }
  }

  /// One of two by the sign of a register.
  mutating func choice(_ a: Int, _ left: Int, _ right: Int) throws(CodePrograms.Obstacle)
    -> Int
  {
    let u = try number(a).high
    return code.emit(.select(.less, u, code.number(0), left, otherwise: right))
  }

  /// ln(1 + e^u); for u < 0 where e^u may underflow (ln(1 + e^u)/e^u)·e^u.
  private mutating func softplus(_ a: Int, _ keeps: Bool) throws(CodePrograms.Obstacle) -> Term {
    let (exponent, span, power) = try decay(a)
    let rest = code.emit(.call(.log1p, power))
    switch survey.sign(a) {
    case -1:
      guard style.isCareful, span.lowerBound < -60 else {
        let share = exponent.low.map { code.emit(.multiply(power, $0)) }
        return Term(rest, share)
      }
      let least = code.number(code.type == .f32 ? 0x1p-24 : 0x1p-53)
      let one = code.number(1)
      let held = code.emit(.select(.less, power, least, one, otherwise: power))
      let share = code.emit(.divide(rest, held))
      return Term(
        Double2(code.emit(.select(.less, power, least, one, otherwise: share))),
        exponent: exponent, span: span)
    case 1: return sum(try term(a, keeps: true), Term(rest), keeps)
    default:
      let u = try number(a).high
      return Term(code.emit(.add(try choice(a, code.number(0), u), rest)))
    }
  }

  /// N(z)/D(z) with z = e^v, by e^−|v|: the largest powers of both stand outside.
  mutating func exponentials(_ quotient: ExponentialQuotient, _ a: Int)
    throws(CodePrograms.Obstacle) -> Term
  {
    let (exponent, span, power) = try decay(a)
    func side(_ isRight: Bool) -> Term {
      let (above, below) = (quotient.numerator.terms, quotient.denominator.terms)
      let factor = code.emit(
        .divide(polynomial(above, power, isRight), polynomial(below, power, isRight)))
      let rise =
        isRight
        ? (above.last?.exponent ?? 0) - (below.last?.exponent ?? 0)
        : (below.first?.exponent ?? 0) - (above.first?.exponent ?? 0)
      guard rise != 0 else { return Term(factor) }
      let size = Double(-rise)
      let ends = [span.lowerBound * size, span.upperBound * size]
      let scaled = code.product(exponent, code.pair(Pair(size)), keeps: true)
      return Term(
        Double2(factor), exponent: size == 1 ? exponent : scaled,
        span: (ends.min() ?? 0)...(ends.max() ?? 0))
    }
    switch survey.sign(a) {
    case -1: return side(false)
    case 1: return side(true)
    default:
      let (left, right) = (taken(side(false)), taken(side(true)))
      return Term(try choice(a, code.rounded(left), code.rounded(right)))
    }
  }

  private mutating func polynomial(
    _ terms: [(exponent: Int, coefficient: Double)], _ small: Int, _ isRight: Bool
  ) -> Int {
    guard let first = terms.first?.exponent, let last = terms.last?.exponent else {
      return code.number(0)
    }
    let coefficients = (0...(last - first)).map { degree in
      terms.first { $0.exponent == (isRight ? last - degree : first + degree) }?.coefficient ?? 0
    }
    return code.polynomial(coefficients, small)
  }

  // MARK: Others

  /// g(u)/u, g′(0) at 0.
  mutating func ratio(_ ratio: RemovableRatio, _ a: Int) throws(CodePrograms.Obstacle) -> Term {
    let u = try number(a).high
    guard let primitive = Primitive(rawValue: ratio.function.rawValue) else {
      throw CodePrograms.Obstacle("\(ratio.function.rawValue) has no code yet")
    }
    let (zero, one) = (code.number(0), code.number(1))
    let slope = ratio.function == .erf ? code.number(0x1.20dd750429b6dp+0) : one
    let held = code.emit(.select(.equal, u, zero, one, otherwise: u))
    if ratio.function == .expm1, isWide(a), survey.sign(a) == 1 {
      var growth = try apply(.expm1, a, false)
      growth.factor = code.quotient(growth.factor, Double2(held), keeps: false)
      return growth
    }
    guard ratio.function == .sinh, isWide(a) else {
      let quotient = code.emit(.divide(code.emit(.call(primitive, held)), held))
      return Term(code.emit(.select(.equal, u, zero, slope, otherwise: quotient)))
    }
    var sine = try hyperbolic(.sinh, a)
    let quotient = code.emit(.divide(code.rounded(sine.factor), held))
    sine.factor = Double2(code.emit(.select(.equal, u, zero, one, otherwise: quotient)))
    return sine
  }
}
