import Activations
import Formulas

/// A program over one stretch as code.
struct Lowering {
  /// What a register is asked for.
  private struct Request: Hashable {
    let register: Int
    /// Whether what its rounding left is wanted.
    let keeps: Bool
    /// Whether it stands in an exponent.
    let isInExponent: Bool
  }

  var code: Code
  var survey: Survey
  let style: Style
  /// Whether what is lowered stands in an exponent.
  private(set) var isInExponent = false
  private var known: [Request: Term] = [:]

  init(_ code: Code, _ survey: Survey, _ style: Style) {
    (self.code, self.survey, self.style) = (code, survey, style)
  }

  var program: Program { survey.program }

  /// The result in one number.
  mutating func result() throws(CodePrograms.Obstacle) -> Int {
    let last = program.instructions.count - 1
    return code.rounded(taken(try term(last, keeps: style.carries)))
  }

  /// A register as a product.
  mutating func term(_ register: Int, keeps: Bool) throws(CodePrograms.Obstacle) -> Term {
    let request = Request(register: register, keeps: keeps, isInExponent: isInExponent)
    if let term = known[request] { return term }
    let term: Term
    if let constant = survey.constants[register] {
      term = Term(code.pair(constant))
    } else {
      term = try lowered(program.instructions[register], keeps)
    }
    known[request] = term
    return term
  }

  /// A register in one number, with what its rounding left where that is wanted.
  mutating func number(_ register: Int, keeps: Bool = false) throws(CodePrograms.Obstacle)
    -> Double2
  {
    if program.instructions[register] == .x { return Double2(x()) }
    let number = taken(try term(register, keeps: keeps || style.carries))
    return keeps || style.carries ? number : Double2(code.rounded(number))
  }

  /// A register as an exponent.
  mutating func exponent(_ register: Int) throws(CodePrograms.Obstacle) -> Double2 {
    let wasInExponent = isInExponent
    isInExponent = true
    defer { isInExponent = wasInExponent }
    if program.instructions[register] == .x { return Double2(x()) }
    return taken(try term(register, keeps: true))
  }

  private mutating func lowered(_ instruction: Program.Instruction, _ keeps: Bool)
    throws(CodePrograms.Obstacle) -> Term
  {
    switch instruction {
    case .x:
      guard style.isScaled else { return Term(x()) }
      return Term(Double2(code.emit(.divide(x(), scale()))), rise: 1)
    case .held(let place):
      let argument = code.emit(.argument(place))
      guard [.argument, .both, .bothAlone].contains(style.scale), place == 0 else {
        return Term(argument)
      }
      return Term(Double2(code.emit(.divide(argument, scale()))), rise: 1)
    case .constant(let value): return Term(code.pair(Pair(value)))
    case .add(let a, let b):
      if let rest = try rootRest(a, b, keeps) { return rest }
      if let rest = try rootRest(b, a, keeps) { return rest }
      if let rest = try withoutLimits(instruction) { return rest }
      return try sum(term(a, keeps: keeps), term(b, keeps: keeps), keeps)
    case .subtract(let a, let b):
      if let rest = try withoutLimits(instruction) { return rest }
      return try sum(term(a, keeps: keeps), negated(term(b, keeps: keeps)), keeps)
    case .offset(let a, let c):
      if let rest = try shareRest(a, c, keeps) { return rest }
      if let rest = try angleRest(a, c) { return rest }
      if let rest = try withoutLimits(instruction) { return rest }
      return try sum(term(a, keeps: keeps), Term(code.pair(Pair(c))), keeps)
    case .multiply(let a, let b):
      if let product = try powerBesideArgument(a, b, keeps) { return product }
      if let product = try powerBesideArgument(b, a, keeps) { return product }
      return try product(term(a, keeps: keeps), term(b, keeps: keeps), keeps)
    case .scale(let a, let c):
      if let rest = try withoutLimits(instruction) { return rest }
      return try product(term(a, keeps: keeps), Term(code.pair(Pair(c))), keeps)
    case .divide(let a, let b):
      if case .activation(let place, b) = program.instructions[a] {
        return try gate(program.callees[place], at: b)
      }
      return try quotient(term(a, keeps: keeps), divisor(b, keeps), keeps)
    case .quotient(let a, let c):
      if let rest = try withoutLimits(instruction) { return rest }
      return try quotient(term(a, keeps: keeps), Term(code.pair(Pair(c))), keeps)
    case .raise(let a, let c): return try raised(a, to: Pair(c), keeps)
    case .power(let a, let b):
      if let c = survey.constants[b] { return try raised(a, to: c, keeps) }
      return try raised(a, toNumber: b, keeps)
    case .root(let a, let c): return try hypotenuse(a, c, keeps)
    case .logSumExp(let all): return level(try logSumExp(all))
    case .share(let a, let others): return try share(a, others)
    case .abs(let a), .intrinsic(.abs, let a):
      var u = try term(a, keeps: keeps)
      guard let sign = survey.sign(a) else {
        u.factor = try magnitude(u.factor)
        return u
      }
      return sign < 0 ? negated(u) : u
    case .sign(let a), .intrinsic(.sign, let a): return Term(try step(a, low: -1))
    case .heaviside(let a), .intrinsic(.heaviside, let a): return Term(try step(a, low: 0))
    case .intrinsic(let function, let a): return try apply(function, a, keeps)
    case .binary(.atan2, let a, let b): return Term(try angle(a, b))
    case .binary(let function, _, _):
      throw CodePrograms.Obstacle("\(function.rawValue) has no code yet")
    case .ratio(let place, let a): return try ratio(RemovableRatio.all[place], a)
    case .exponentials(let place, let a):
      return try exponentials(program.quotients[place], a)
    case .maximum(let a, let b): return try extremum(.greater, a, b, keeps)
    case .minimum(let a, let b): return try extremum(.less, a, b, keeps)
    case .select(let comparison, let a, let b, let c, let d):
      return try select(comparison, (a, b), c, d, keeps)
    case .activation(let place, let u):
      return try product(term(u, keeps: keeps), gate(program.callees[place], at: u), keeps)
    }
  }

  // MARK: x

  /// x, where every arm is evaluated held within the stretch, and finite.
  private mutating func guardedX() -> Int {
    var x = code.emit(.x)
    guard code.isGuarded else { return x }
    let greatest = code.type.greatestFiniteMagnitude
    let (low, high) = (survey.stretch.low, survey.stretch.high)
    // NaN becomes an end, and the result NaN afterwards.
    let (least, most) = (code.number(max(low, -greatest)), code.number(min(high, greatest)))
    x = code.emit(.select(.greater, x, least, x, otherwise: least))
    return code.emit(.select(.less, x, most, x, otherwise: most))
  }

  /// s, what numbers are divided by until the end; what is no power of two is held at an end where one is given.
  mutating func scale(upTo end: Double? = nil) -> Int {
    let one = code.number(1)
    func greater(_ a: Int, _ b: Int) -> Int { code.emit(.select(.greater, a, b, a, otherwise: b)) }
    var s: Int
    switch style.scale {
    case .none, .x: s = greater(code.emit(.magnitude(x())), one)
    case .argument:
      let size = code.emit(.magnitude(code.emit(.argument(0))))
      return code.emit(.select(.greater, size, one, code.number(0x1p24), otherwise: one))
    case .both, .bothAlone:
      s = greater(code.emit(.magnitude(x())), code.emit(.magnitude(code.emit(.argument(0)))))
      s = greater(s, style.scale == .both ? one : code.number(code.type.leastNormalMagnitude))
    }
    guard let end else { return s }
    return code.emit(.select(.greater, s, code.number(end), code.number(end), otherwise: s))
  }

  private mutating func x() -> Int {
    let x = guardedX()
    let isHeld = style.clamp == .everywhere || (style.clamp == .inExponents && isInExponent)
    guard isHeld else { return x }
    let bound = code.number(style.bound)
    let size = code.emit(.magnitude(x))
    let held = code.emit(.select(.greater, size, bound, bound, otherwise: size))
    if survey.stretch.high <= 0 { return code.emit(.negate(held)) }
    if survey.stretch.low >= 0 { return held }
    let above = code.emit(.select(.greater, x, bound, bound, otherwise: x))
    let least = code.emit(.negate(bound))
    return code.emit(.select(.less, above, least, least, otherwise: above))
  }

  /// What is divided by, 1 in place of 0 where a quotient is evaluated though it is not taken.
  private mutating func divisor(_ b: Int, _ keeps: Bool) throws(CodePrograms.Obstacle) -> Term {
    var divisor = try term(b, keeps: keeps)
    let span = survey.span(b)
    // An end of a stretch is no sample.
    guard code.isGuarded, survey.constants[b] == nil, span.lowerBound < 1e-30,
      span.upperBound > -1e-30
    else { return divisor }
    let high = divisor.factor.high
    divisor.factor.high = code.emit(
      .select(.equal, high, code.number(0), code.number(1), otherwise: high))
    return divisor
  }

  // MARK: Choices

  mutating func magnitude(_ u: Double2) throws(CodePrograms.Obstacle) -> Double2 {
    guard let low = u.low else { return Double2(code.emit(.magnitude(u.high))) }
    let opposite = code.emit(.negate(low))
    return Double2(
      code.emit(.magnitude(u.high)),
      code.emit(.select(.less, u.high, code.number(0), opposite, otherwise: low)))
  }

  private mutating func step(_ a: Int, low: Double) throws(CodePrograms.Obstacle) -> Int {
    if let sign = survey.sign(a) { return code.number(sign < 0 ? low : 1) }
    let u = try number(a).high
    let zero = code.number(0)
    let right = code.emit(
      .select(
        .greater, u, zero, code.number(1), otherwise: code.number(low / 2 + 0.5)))
    return code.emit(.select(.less, u, zero, code.number(low), otherwise: right))
  }

  private mutating func extremum(
    _ comparison: Expression.Comparison, _ a: Int, _ b: Int, _ keeps: Bool
  ) throws(CodePrograms.Obstacle) -> Term {
    if let isFirst = survey.decided(comparison, a, b) {
      return try term(isFirst ? a : b, keeps: keeps)
    }
    let (u, v) = (try number(a).high, try number(b).high)
    return Term(code.emit(.select(comparison, u, v, u, otherwise: v)))
  }

  private mutating func select(
    _ comparison: Expression.Comparison, _ sides: (Int, Int), _ c: Int, _ d: Int, _ keeps: Bool
  ) throws(CodePrograms.Obstacle) -> Term {
    if let isTrue = survey.decided(comparison, sides.0, sides.1) {
      return try term(isTrue ? c : d, keeps: keeps)
    }
    let (u, v) = try compared(sides.0, sides.1)
    let (yes, no) = (try number(c).high, try number(d).high)
    let choice = code.emit(.select(comparison, u, v, yes, otherwise: no))
    guard survey.isMoved(sides.0) || survey.isMoved(sides.1) else { return Term(choice) }
    // Where the place moves at which the arms meet, the value there is the mean of both.
    let mean = code.emit(.multiply(code.number(0.5), code.emit(.add(yes, no))))
    return Term(code.emit(.select(.equal, u, v, mean, otherwise: choice)))
  }

  /// Both sides of a comparison in one number each: u + c beside a number d is u beside d − c, where that is exact, since the sum is d of
  /// numbers that are not d − c too.
  private mutating func compared(_ a: Int, _ b: Int) throws(CodePrograms.Obstacle) -> (Int, Int) {
    if let (u, number) = apart(a, survey.constants[b]) {
      return (try self.number(u).high, code.pair(number).high)
    }
    if let (u, number) = apart(b, survey.constants[a]) {
      return (code.pair(number).high, try self.number(u).high)
    }
    return (try number(a).high, try number(b).high)
  }

  /// u and d − c of a sum u + c beside d; nil where it is no such sum, or the difference is rounded.
  private func apart(_ register: Int, _ d: Pair?) -> (register: Int, number: Pair)? {
    guard let d, d.low == 0 else { return nil }
    let instruction = program.instructions[register]
    if let operand = survey.extremum(instruction) { return apart(operand, d) }
    guard case .offset(let u, let c) = instruction else { return nil }
    let difference = d - Pair(c)
    return difference.low == 0 ? (u, difference) : nil
  }
}
