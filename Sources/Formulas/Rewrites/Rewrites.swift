import Activations

// Arithmetic as the compiler emits it: operations with a constant have instructions of their own, and
// the idioms that overflow or cancel where their limits exist become their stable twins.

extension Compiler {
  mutating func add(_ a: Int, _ b: Int) -> Int {
    if let c = constant(b) { return offset(a, by: c) }
    if let c = constant(a) { return offset(b, by: c) }
    return emit(.add(min(a, b), max(a, b)))
  }

  mutating func subtract(_ a: Int, _ b: Int) -> Int {
    if let c = constant(b) { return offset(a, by: -c) }
    if let c = constant(a) { return offset(scale(b, by: -1), by: c) }
    if argument(of: b, .softplus) == a {
      note("u − ln(1 + e^u) → −softplus(−u)")
      return scale(emit(.intrinsic(.softplus, scale(a, by: -1))), by: -1)
    }
    return emit(.subtract(a, b))
  }

  mutating func multiply(_ a: Int, _ b: Int) -> Int {
    if let c = constant(b) { return scale(a, by: c) }
    if let c = constant(a) { return scale(b, by: c) }
    if a == b { return emit(.raise(a, to: 2)) }
    return emit(.multiply(min(a, b), max(a, b)))
  }

  mutating func divide(_ a: Int, _ b: Int) -> Int {
    if let c = constant(b) {
      let isPowerOfTwo = c.significand == 1 && (1 / c).isNormal
      return isPowerOfTwo ? scale(a, by: 1 / c) : emit(.quotient(a, by: c))
    }
    return exponentialQuotient(a, b) ?? removableRatio(a, b) ?? emit(.divide(a, b))
  }

  mutating func power(_ a: Int, _ b: Int) -> Int {
    if let base = constant(a), base == 2.718281828459045 {
      return emit(.intrinsic(.exp, b))
    }
    guard let c = constant(b) else { return emit(.power(a, b)) }
    if c == 1 { return a }
    if c == 0 { return emit(.constant(1)) }
    if c == 0.5 { return root(a) }
    if c < 0, let u = exponentBesideOne(a) {
      note("1/(1 + e^−u) → sigmoid(u)")
      let gate = emit(.intrinsic(.sigmoid, scale(u, by: -1)))
      return c == -1 ? gate : emit(.raise(gate, to: -c))
    }
    return emit(.raise(a, to: c))
  }

  mutating func intrinsic(_ function: Intrinsic, _ a: Int) -> Int {
    if function == .abs { return emit(.abs(a)) }
    if function == .sign { return emit(.sign(a)) }
    if function == .heaviside { return emit(.heaviside(a)) }
    if function == .log { return logarithm(a) }
    if function == .sqrt { return root(a) }
    if function == .log1p, let u = argument(of: a, .exp) {
      note("ln(1 + e^u) → softplus(u)")
      return emit(.intrinsic(.softplus, u))
    }
    return emit(.intrinsic(function, a))
  }

  private mutating func logarithm(_ a: Int) -> Int {
    if let u = exponentBesideOne(a) {
      note("ln(1 + e^u) → softplus(u)")
      return emit(.intrinsic(.softplus, u))
    }
    let instruction = program.instructions[a]
    if case .intrinsic(.exp, let u) = instruction { return u }
    // 1 + u would lose the digits of a small u.
    if case .offset(let u, 1) = instruction { return emit(.intrinsic(.log1p, u)) }
    if case .intrinsic(.sigmoid, let u) = instruction {
      note("ln sigmoid(u) → −softplus(−u)")
      return scale(emit(.intrinsic(.softplus, scale(u, by: -1))), by: -1)
    }
    if case .intrinsic(.cosh, let u) = instruction {
      note("ln cosh(u) → logcosh(u)")
      return emit(.intrinsic(.logcosh, u))
    }
    if case .offset(let sum, let c) = instruction, c > 0, c.isFinite,
      let u = argument(of: sum, .exp)
    {
      note("ln(e^a + e^b) → max(a, b) + ln(1 + e^−|a − b|)")
      return emit(.logSumExp(u, emit(.constant(Libm.log(c)))))
    }
    if case .add(let left, let right) = instruction, let u = argument(of: left, .exp),
      let v = argument(of: right, .exp)
    {
      note("ln(e^a + e^b) → max(a, b) + ln(1 + e^−|a − b|)")
      return emit(.logSumExp(u, v))
    }
    return emit(.intrinsic(.log, a))
  }

  /// √(c + u²) without the overflow of u², √u² = |u|.
  private mutating func root(_ a: Int) -> Int {
    let instruction = program.instructions[a]
    if case .raise(let u, 2) = instruction { return emit(.abs(u)) }
    if case .offset(let square, let c) = instruction, c > 0, c.isFinite,
      case .raise(let u, 2) = program.instructions[square]
    {
      return emit(.root(u, over: c))
    }
    return emit(.intrinsic(.sqrt, a))
  }

  private mutating func offset(_ a: Int, by c: Double) -> Int {
    if c == 0 { return a }
    // 1 − σ(u) = σ(−u) and 2σ(u) − 1 = tanh(u/2), which keep their digits where σ is 1, or ½.
    if case .scale(let gate, let factor) = program.instructions[a],
      let u = argument(of: gate, .sigmoid)
    {
      if c == 1, factor == -1 {
        note("1 − sigmoid(u) → sigmoid(−u)")
        return emit(.intrinsic(.sigmoid, scale(u, by: -1)))
      }
      if factor == -2 * c {
        note("2·sigmoid(u) − 1 → tanh(u/2)")
        return scale(emit(.intrinsic(.tanh, scale(u, by: 0.5))), by: -c)
      }
    }
    return emit(.offset(a, by: c))
  }

  mutating func scale(_ a: Int, by c: Double) -> Int {
    if c == 1 { return a }
    if case .scale(let u, let d) = program.instructions[a], c == -1 || d == -1 {
      return scale(u, by: c * d)
    }
    // x·(1 + erf(x))/2 may be a number where x·(1 + erf(x)) is not.
    if case .multiply(let left, let right) = program.instructions[a], c.magnitude < 1,
      c.magnitude.significand == 1
    {
      if !isProduct(right) { return multiply(left, scale(right, by: c)) }
      if !isProduct(left) { return multiply(right, scale(left, by: c)) }
    }
    return emit(.scale(a, by: c))
  }

  private func isProduct(_ register: Int) -> Bool {
    if case .multiply = program.instructions[register] { true } else { false }
  }

  /// u where a register is 1 + e^u.
  private func exponentBesideOne(_ register: Int) -> Int? {
    guard case .offset(let power, 1) = program.instructions[register] else { return nil }
    return argument(of: power, .exp)
  }

  /// u where a register is that function of u.
  private func argument(of register: Int, _ function: Intrinsic) -> Int? {
    guard case .intrinsic(function, let u) = program.instructions[register] else { return nil }
    return u
  }

  mutating func note(_ idiom: String) {
    if !program.idioms.contains(idiom) { program.idioms.append(idiom) }
  }
}
