import Activations
import Formulas

// Sums of functions that tend to limits, of which what they have in common cancels: σ(x) − Φ(x), x + y + (x − y)·erf(x − y).

/// A register with what it is multiplied by in a sum.
struct Summand {
  var register: Int
  var coefficient = 1.0

  /// A register without the numbers that it is scaled by.
  init(_ register: Int, _ coefficient: Double = 1, of program: Program) {
    (self.register, self.coefficient) = (register, coefficient)
    while true {
      switch program.instructions[self.register] {
      case .scale(let inner, let c):
        (self.register, self.coefficient) = (inner, self.coefficient * c)
      case .quotient(let inner, let c):
        (self.register, self.coefficient) = (inner, self.coefficient / c)
      default: return
      }
    }
  }
}

/// A sum in which functions are apart from their limits.
private struct LimitSum {
  /// What is left of a function beside its limit: a factor, nil for 1, times 1 − σ(u) and the like.
  struct Rest {
    let factor: Int?
    let coefficient: Pair
    let function: Intrinsic
    let argument: Int
  }

  var rests: [Rest] = []
  /// What the limits and all else come to, by registers, nil for 1; with the sum of their sizes.
  private(set) var parts: [(register: Int?, coefficient: Pair, size: Double)] = []
  /// An argument whose sign nobody knows.
  var open: Int?

  mutating func add(_ register: Int?, _ coefficient: Pair) {
    let size = coefficient.high.magnitude
    if let place = parts.firstIndex(where: { $0.register == register }) {
      parts[place].coefficient = parts[place].coefficient + coefficient
      parts[place].size += size
    } else {
      parts.append((register, coefficient, size))
    }
    // Of 1/c·c a last bit may be left.
    parts = parts.map { part in
      part.coefficient.high.magnitude <= 0x1p-51 * part.size
        ? (part.register, 0, part.size) : part
    }
  }

  /// Whether limits cancel others: all that there is, or most of what stands beside the −1 of one expm1.
  ///
  /// Two of expm1 are apart from 0 what they are from their limits, and stay.
  var cancels: Bool {
    guard let growth = rests.first(where: { $0.function == .expm1 }) else {
      return !rests.isEmpty && parts.contains { $0.coefficient.high == 0 && $0.size > 0 }
    }
    return rests.count == 1
      && parts.contains {
        $0.register == growth.factor && $0.coefficient.high.magnitude < 0.25 * $0.size
      }
  }
}

extension Lowering {
  /// A sum, or a multiple of one, without the limits that cancel in it; nil where none do.
  mutating func withoutLimits(_ instruction: Program.Instruction) throws(CodePrograms.Obstacle)
    -> Term?
  {
    if let loss = try loss(instruction) { return loss }
    let sum = limits(instruction, nil)
    if sum.cancels { return try total(sum) }
    guard let u = sum.open else { return nil }
    let sides = [-1, 1].map { limits(instruction, (u, $0)) }
    guard sides.contains(where: \.cancels), sides.allSatisfy({ $0.open == nil }) else { return nil }
    let (left, right) = (taken(try total(sides[0])), taken(try total(sides[1])))
    return Term(try choice(u, code.rounded(left), code.rounded(right)))
  }

  /// φ(v) + v·Φ(v) in one.
  private mutating func loss(_ instruction: Program.Instruction) throws(CodePrograms.Obstacle)
    -> Term?
  {
    guard let addends = addends(instruction), addends.count == 2, let a = addends[1].register,
      let b = addends[0].register
    else { return nil }
    let u = Summand(a, addends[1].coefficient.high, of: program)
    let v = Summand(b, addends[0].coefficient.high, of: program)
    if let loss = try loss(u, v) { return loss }
    return try loss(v, u)
  }

  /// The sum with each function apart from its limit.
  ///
  /// - Parameter assumed: An argument with the sign that it is taken to have.
  private mutating func limits(
    _ instruction: Program.Instruction, _ assumed: (argument: Int, sign: Int)?
  ) -> LimitSum {
    var sum = LimitSum()
    var waiting = addends(instruction) ?? []
    while let (register, c) = waiting.popLast() {
      guard let register else {
        sum.add(nil, c)
        continue
      }
      if let addends = addends(program.instructions[register]) {
        waiting += addends.map { ($0.register, c * $0.coefficient) }
      } else if case .multiply(let a, let b) = program.instructions[register],
        let limit = limit(b, assumed, &sum, a, c) ?? limit(a, assumed, &sum, b, c)
      {
        waiting.append((limit.factor, c.scaled(by: limit.value)))
      } else if let limit = limit(register, assumed, &sum, nil, c) {
        sum.add(nil, c.scaled(by: limit.value))
      } else {
        sum.add(register, c)
      }
    }
    return sum
  }

  /// What a sum, or a multiple of one, adds up, the last first, nil for 1; nil for what is none.
  private mutating func addends(_ instruction: Program.Instruction)
    -> [(register: Int?, coefficient: Pair)]?
  {
    switch instruction {
    case .add(let a, let b): [(b, Pair(1)), (a, Pair(1))]
    case .subtract(let a, let b): [(b, Pair(-1)), (a, Pair(1))]
    case .offset(let a, let c): [(nil, Pair(c)), (a, Pair(1))]
    case .scale(let a, let c): [(a, Pair(c))]
    case .quotient(let a, let c): [(a, .quotient(1, c))]
    case .abs(let a): survey.sign(a).map { [(a, Pair(Double($0)))] }
    case .maximum, .minimum: survey.extremum(instruction).map { [($0, Pair(1))] }
    case .x, .held, .constant, .multiply, .divide, .raise, .power, .root, .logSumExp, .share, .sign,
      .heaviside, .intrinsic, .binary, .ratio, .exponentials, .select, .activation:
      nil
    }
  }

  /// The limit that a function tends to, with its factor again, where what is left beside it goes into the sum.
  private mutating func limit(
    _ gate: Int, _ assumed: (argument: Int, sign: Int)?, _ sum: inout LimitSum, _ factor: Int?,
    _ c: Pair
  ) -> (factor: Int, value: Double)? {
    if case .heaviside(let u) = program.instructions[gate], let sign = survey.sign(u) {
      return (factor ?? gate, sign > 0 ? 1 : 0)
    }
    guard case .intrinsic(let function, let u) = program.instructions[gate],
      [.sigmoid, .distribution, .erf, .tanh, .erfc, .expm1].contains(function)
    else { return nil }
    if function == .expm1, survey.sign(u) != -1 { return nil }
    guard let sign = survey.sign(u) ?? (assumed?.argument == u ? assumed?.sign : nil) else {
      sum.open = sum.open ?? u
      return nil
    }
    let value: Double =
      switch function {
      case .erf, .tanh, .expm1: Double(sign)
      case .erfc: sign < 0 ? 2 : 0
      default: sign > 0 ? 1 : 0
      }
    guard value != 0 else { return nil }
    sum.rests.append(
      .init(
        factor: factor, coefficient: value > 0 ? -c : c, function: function, argument: u))
    return (factor ?? gate, value)
  }

  /// The sum in one term.
  private mutating func total(_ sum: LimitSum) throws(CodePrograms.Obstacle) -> Term {
    var terms: [Term] = []
    for rest in sum.rests {
      var term = try self.rest(rest.function, rest.argument)
      if let factor = rest.factor {
        term = product(try self.term(factor, keeps: false), term, false)
      }
      terms.append(product(Term(code.pair(rest.coefficient)), term, false))
    }
    for part in sum.parts where part.coefficient.high != 0 {
      let factor = Term(code.pair(part.coefficient))
      let term = try part.register.map { register throws(CodePrograms.Obstacle) in
        try self.term(register, keeps: style.carries)
      }
      terms.append(term.map { product(factor, $0, style.carries) } ?? factor)
    }
    return terms.dropFirst().reduce(terms[0]) { self.sum($0, $1, style.carries) }
  }

  /// 1 − σ(|u|), 1 − Φ(|u|), 1 − erf |u|, 1 − tanh |u| or 1 + expm1(u).
  private mutating func rest(_ function: Intrinsic, _ u: Int) throws(CodePrograms.Obstacle) -> Term
  {
    if function == .expm1 { return try apply(.exp, u, false) }
    guard function == .sigmoid || function == .tanh else {
      return try tail(u, complement: function != .distribution)
    }
    let steepness: Double = function == .tanh ? 2 : 1
    let exponent = code.scaled(code.negated(try exponentMagnitude(u)), by: steepness)
    let span = survey.span(u)
    let least = -steepness * max(span.upperBound, -span.lowerBound)
    let power = plainPower(exponent, least: least)
    let share = code.emit(
      .divide(code.number(steepness), code.emit(.add(code.number(1), power))))
    return Term(Double2(share), exponent: exponent, span: least...0)
  }
}
