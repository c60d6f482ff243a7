import Activations

/// Numbers the terms of programs so that what is the same function of x and y has one number, as far as rules of signs and of order tell.
///
/// Sums, products and the greater of two have no order, −u is u with a sign, and an odd function of −u is minus that of u. Two programs with
/// one number are equal for certain; with two they may be equal yet.
struct TermNumbers {
  /// A term, perhaps with its sign changed.
  struct Term: Hashable {
    var number: Int
    var isNegative = false

    static prefix func - (term: Term) -> Term {
      Term(number: term.number, isNegative: !term.isNegative)
    }

    /// Both in one number, as operands have it.
    var code: Int { 2 * number + (isNegative ? 1 : 0) }

    init(number: Int, isNegative: Bool = false) {
      (self.number, self.isNegative) = (number, isNegative)
    }

    init(code: Int) { self.init(number: code / 2, isNegative: code % 2 == 1) }
  }

  private var known: [Program.Instruction: Int] = [:]

  init() {}

  /// The variables themselves.
  mutating func variable(_ axis: Axis) -> Term { term(axis == .x ? .x : .held(0)) }

  /// The result of a program that is run with other terms in place of its variables.
  mutating func result(of program: Program, x: Term, held: Term) -> Term {
    var terms: [Term] = []
    for instruction in program.instructions {
      terms.append(number(program.raised(instruction), terms, x, held))
    }
    return terms.last ?? constant(.nan)
  }

  private mutating func term(_ instruction: Program.Instruction) -> Term {
    if let number = known[instruction] { return Term(number: number) }
    known[instruction] = known.count
    return Term(number: known.count - 1)
  }

  private mutating func constant(_ value: Double) -> Term {
    let size = term(.constant(value.magnitude))
    return value < 0 ? -size : size
  }

  private mutating func number(
    _ instruction: Program.Instruction, _ terms: [Term], _ x: Term, _ held: Term
  ) -> Term {
    switch instruction {
    case .x: return x
    case .held: return held
    case .constant(let value): return constant(value)
    case .add(let a, let b): return sum(terms[a], terms[b])
    case .subtract(let a, let b): return sum(terms[a], -terms[b])
    case .offset(let a, let c): return sum(terms[a], constant(c))
    case .multiply(let a, let b): return product(terms[a], terms[b])
    case .scale(let a, let c): return product(terms[a], constant(c))
    case .divide(let a, let b): return quotient(terms[a], terms[b])
    case .quotient(let a, let c): return quotient(terms[a], constant(c))
    case .maximum(let a, let b): return greater(terms[a], terms[b])
    case .minimum(let a, let b): return -greater(-terms[a], -terms[b])
    case .logSumExp(let all): return term(.logSumExp(all.map { terms[$0].code }.sorted()))
    case .share(let a, let others):
      return term(.share(terms[a].code, among: others.map { terms[$0].code }.sorted()))
    case .raise(let a, let c) where c == c.rounded() && c.magnitude < 0x1p53:
      let power = term(.raise(terms[a].number * 2, to: c))
      return terms[a].isNegative && c.remainder(dividingBy: 2) != 0 ? -power : power
    case .root(let a, let c): return term(.root(terms[a].number * 2, over: c))
    case .abs(let a): return term(.abs(terms[a].number * 2))
    case .sign(let a): return odd(terms[a]) { .sign($0) }
    case .intrinsic(let function, let a): return value(of: function, terms[a])
    case .power, .raise, .heaviside, .binary, .ratio, .exponentials, .select, .activation:
      return term(instruction.mapOperands { terms[$0].code })
    }
  }

  private mutating func sum(_ a: Term, _ b: Term) -> Term {
    if a.number == b.number, a.isNegative != b.isNegative { return constant(0) }
    let (first, second) = a.code < b.code ? (a, b) : (b, a)
    // The first term is written without a sign, which the sum has then.
    guard first.isNegative else { return term(.add(first.code, second.code)) }
    return -term(.add((-first).code, (-second).code))
  }

  private mutating func product(_ a: Term, _ b: Term) -> Term {
    let numbers = [a.number, b.number].sorted()
    let size = term(.multiply(2 * numbers[0], 2 * numbers[1]))
    return a.isNegative == b.isNegative ? size : -size
  }

  private mutating func quotient(_ a: Term, _ b: Term) -> Term {
    let size = term(.divide(2 * a.number, 2 * b.number))
    return a.isNegative == b.isNegative ? size : -size
  }

  private mutating func greater(_ a: Term, _ b: Term) -> Term {
    let codes = [a.code, b.code].sorted()
    return term(.maximum(codes[0], codes[1]))
  }

  private mutating func odd(_ u: Term, _ make: (Int) -> Program.Instruction) -> Term {
    let size = term(make(2 * u.number))
    return u.isNegative ? -size : size
  }

  private mutating func value(of function: Intrinsic, _ u: Term) -> Term {
    switch function {
    case .sign, .cbrt, .sin, .tan, .asin, .atan, .sinh, .tanh, .asinh, .atanh, .erf, .round:
      odd(u) { .intrinsic(function, $0) }
    case .abs, .cos, .cosh, .logcosh, .density: term(.intrinsic(function, 2 * u.number))
    case .heaviside, .exp, .expm1, .log, .log1p, .log2, .log10, .sqrt, .sigmoid, .softplus, .acos,
      .acosh, .erfc, .gamma, .lgamma, .erfcx, .floor, .ceil, .distribution:
      term(.intrinsic(function, u.code))
    }
  }
}

extension Program {
  /// A power with a number as its exponent as such; any other instruction as it is.
  func raised(_ instruction: Instruction) -> Instruction {
    guard case .power(let a, let b) = instruction, let exponent = constant(b) else {
      return instruction
    }
    return .raise(a, to: exponent)
  }
}
