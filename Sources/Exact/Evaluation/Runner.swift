import Formulas

/// A program evaluated over series.
struct Runner: Sendable {
  typealias Register = Result<Series, Obstacle>

  private let program: Program
  /// What states the functions of the catalogue that it calls.
  private var callees: [Stated?]
  /// For each instruction, whether it changes with x.
  private let varies: [Bool]
  /// What does not change with x, by the bits it was computed with.
  private var constants: [Int: [Register?]] = [:]
  /// The numbers a of the instructions P(a, ·), by the bits and the places.
  private var parameters: [Int: [Int: GammaParameter]] = [:]
  /// The other variable of a function of two, which is held fixed.
  var held = 0.0 {
    didSet { if held != oldValue { (constants, parameters) = ([:], [:]) } }
  }

  init(_ program: Program) {
    self.program = program
    callees = program.callees.map { Statement($0.family, at: $0.values).map { Stated($0) } }
    var varies: [Bool] = []
    for instruction in program.instructions {
      varies.append(instruction == .x || instruction.operands.contains { varies[$0] })
    }
    self.varies = varies
  }

  /// Whether many digits take long: gamma functions have series of as many terms.
  var isCostly: Bool {
    program.instructions.contains { instruction in
      if case .binary(.gammaincp, _, _) = instruction { return true }
      guard case .intrinsic(let function, _) = instruction else { return false }
      return function == .gamma || function == .lgamma
    }
  }

  /// Whether it has functions that go up and down for ever, or jump again and again.
  var hasWaves: Bool {
    callees.contains { $0?.hasWaves ?? true }
      || program.instructions.contains { instruction in
        guard case .intrinsic(let function, _) = instruction else { return false }
        return Self.waves.contains(function)
      }
  }

  private static let waves: Set<Intrinsic> = [
    .sin, .cos, .tan, .floor, .ceil, .round, .gamma, .lgamma,
  ]

  /// The result; what has no value where it is not needed, as in a branch that is not taken, does no harm.
  mutating func evaluate(_ x: Series, _ calculus: Calculus) throws(Obstacle) -> Series {
    let known = constants[calculus.arithmetic.bits] ?? prepare(calculus)
    var registers: [Register] = []
    registers.reserveCapacity(program.instructions.count)
    for (index, instruction) in program.instructions.enumerated() {
      if let constant = known[index] {
        registers.append(constant)
      } else {
        registers.append(step(index, instruction, x, registers, calculus))
      }
    }
    guard let last = registers.last else { throw .undefined }
    return try last.get()
  }

  /// Computes what does not change with x.
  private mutating func prepare(_ calculus: Calculus) -> [Register?] {
    let bits = calculus.arithmetic.bits
    let fine = Arithmetic(bits: GammaParameter.bits(for: bits))
    for case (let index, .binary(.gammaincp, let a, _)) in program.instructions.enumerated() {
      let finer = Calculus(arithmetic: fine, span: calculus.span, isOneSided: true)
      let value = try? constantRegisters(finer)[a].get().constant
      parameters[bits, default: [:]][index] = value.flatMap { GammaParameter($0, fine) }
    }
    let registers = constantRegisters(calculus)
    let known = registers.indices.map { varies[$0] ? nil : registers[$0] }
    constants[bits] = known
    return known
  }

  private mutating func constantRegisters(_ calculus: Calculus) -> [Register] {
    var registers: [Register] = []
    for (index, instruction) in program.instructions.enumerated() {
      if varies[index] {
        registers.append(.failure(.undecided))
      } else {
        registers.append(step(index, instruction, Series(.zero), registers, calculus))
      }
    }
    return registers
  }

  private mutating func step(
    _ index: Int, _ instruction: Program.Instruction, _ x: Series, _ registers: [Register],
    _ calculus: Calculus
  ) -> Register {
    do throws(Obstacle) {
      return .success(try value(index, instruction, x, registers, calculus))
    } catch {
      return .failure(error)
    }
  }

  private mutating func value(
    _ index: Int, _ instruction: Program.Instruction, _ x: Series, _ registers: [Register],
    _ calculus: Calculus
  ) throws(Obstacle) -> Series {
    func at(_ register: Int) throws(Obstacle) -> Series { try registers[register].get() }
    switch instruction {
    case .x: return x
    case .held: return try calculus.number(held)
    case .constant(let value): return try calculus.number(value)
    case .add(let a, let b): return try calculus.add(at(a), at(b))
    case .subtract(let a, let b):
      let minuend = try at(a)
      return a == b ? Series(.zero) : try calculus.subtract(minuend, at(b))
    case .multiply(let a, let b):
      return a == b ? try calculus.square(at(a)) : try calculus.multiply(at(a), at(b))
    case .divide(let a, let b): return try calculus.divide(at(a), at(b))
    case .power(let a, let b): return try calculus.power(at(a), at(b))
    case .offset(let a, let c): return try calculus.add(at(a), calculus.number(c))
    case .scale(let a, let c): return try calculus.multiply(at(a), calculus.number(c))
    case .quotient(let a, let c): return try calculus.divide(at(a), calculus.number(c))
    case .raise(let a, let c): return try calculus.power(at(a), calculus.number(c))
    case .root(let a, let c):
      return try calculus.squareRoot(calculus.add(calculus.number(c), calculus.square(at(a))))
    case .logSumExp(let all):
      var sum = try at(all[0])
      for place in all.dropFirst() { sum = try calculus.logSumExp(sum, at(place)) }
      return sum
    case .share(let a, let others):
      var sum = try at(others[0])
      for place in others.dropFirst() { sum = try calculus.logSumExp(sum, at(place)) }
      return try calculus.apply(.sigmoid, calculus.subtract(at(a), sum))
    case .abs(let a): return try calculus.apply(.abs, at(a))
    case .sign(let a): return try calculus.apply(.sign, at(a))
    case .heaviside(let a): return try calculus.apply(.heaviside, at(a))
    case .intrinsic(let function, let a): return try calculus.apply(function, at(a))
    case .binary(.gammaincp, let a, let b):
      let bits = calculus.arithmetic.bits
      let parameter: GammaParameter?
      if let known = parameters[bits]?[index] {
        parameter = known
      } else {
        parameter = try at(a).constant.flatMap { GammaParameter($0, calculus.arithmetic) }
      }
      guard let parameter else { throw .undefined }
      return try calculus.lowerGamma(parameter, at(b))
    case .binary(.atan2, let a, let b): return try calculus.angle(at(a), at(b))
    // Plain programs have none: there it is written out.
    case .binary(.mod, _, _): throw .undecided
    case .ratio(let place, let a):
      let function = RemovableRatio.all[place].function
      return try calculus.divide(calculus.apply(function, at(a)), at(a))
    case .exponentials(let place, let a):
      let quotient = program.quotients[place]
      return try calculus.divide(
        calculus.sum(quotient.numerator, at(a)), calculus.sum(quotient.denominator, at(a)))
    case .maximum(let a, let b) where a == b, .minimum(let a, let b) where a == b: return try at(a)
    case .maximum(let a, let b): return try calculus.greater(at(a), at(b))
    case .minimum(let a, let b):
      return calculus.negate(
        try calculus.greater(calculus.negate(at(a)), calculus.negate(at(b))))
    case .select(let comparison, let a, let b, let c, let d):
      let isTrue =
        a == b ? comparison.holds(0) : try calculus.holds(comparison, at(a), at(b))
      return try at(isTrue ? c : d)
    case .activation(let place, let a):
      guard let value = try callees[place]?.value(at(a), calculus) else { throw .undecided }
      return value
    }
  }
}

extension Calculus {
  /// A double; infinite ones are no numbers.
  func number(_ value: Double) throws(Obstacle) -> Series {
    guard value.isFinite else { throw value.isNaN ? .undefined : .undecided }
    return Series(Bounds(value))
  }

  /// Whether a comparison holds near the point.
  func holds(_ comparison: Expression.Comparison, _ a: Series, _ b: Series) throws(Obstacle) -> Bool
  {
    comparison.holds(Double(try order(a, b)))
  }

  func greater(_ a: Series, _ b: Series) throws(Obstacle) -> Series { try order(a, b) < 0 ? b : a }

  /// The sign of a − b.
  private func order(_ a: Series, _ b: Series) throws(Obstacle) -> Int {
    if a.growth.isEmpty, b.growth.isEmpty, a.valuation >= .zero, b.valuation >= .zero,
      a.order > .zero,
      b.order > .zero
    {
      let (first, second) = (a.middle, b.middle)
      if first < second { return -1 }
      if second < first { return 1 }
    }
    return try sign(subtract(a, b))
  }

  /// ln(e^a + e^b) = a + ln(1 + e^(b − a)), from the greater one where that is known.
  func logSumExp(_ a: Series, _ b: Series) throws(Obstacle) -> Series {
    let isLess = (try? order(a, b)).map { $0 < 0 } ?? false
    let (greater, lesser) = isLess ? (b, a) : (a, b)
    return try add(greater, apply(.softplus, subtract(lesser, greater)))
  }

  /// The angle of the point (x, y).
  func angle(_ y: Series, _ x: Series) throws(Obstacle) -> Series {
    let (right, up) = (try sign(x), try sign(y))
    if right == 0 {
      let quarter = arithmetic.divided(arithmetic.pi, by: 2)
      return Series(up < 0 ? quarter.negated : up > 0 ? quarter : .zero)
    }
    if up == 0 { return Series(right > 0 ? .zero : arithmetic.pi) }
    let angle = try apply(.atan, divide(y, x))
    guard right < 0 else { return angle }
    return try add(angle, Series(up < 0 ? arithmetic.pi.negated : arithmetic.pi))
  }

  /// A sum of powers of e^v.
  func sum(_ polynomial: LaurentPolynomial, _ v: Series) throws(Obstacle) -> Series {
    var sum = Series(.zero)
    for term in polynomial.terms {
      let power = try exp(scale(v, Bounds(term.exponent)))
      sum = try add(sum, scale(power, Bounds(term.coefficient)))
    }
    return sum
  }
}
