import Activations

// Arithmetic as the compiler emits it: operations with a constant have instructions of their own, and
// the idioms that overflow or cancel where their limits exist become their stable twins.

extension Compiler {
  mutating func add(_ a: Int, _ b: Int) -> Int {
    if let c = constant(b) { return offset(a, by: c) }
    if let c = constant(a) { return offset(b, by: c) }
    return emit(.add, min(a, b), max(a, b))
  }

  mutating func subtract(_ a: Int, _ b: Int) -> Int {
    if let c = constant(b) { return offset(a, by: -c) }
    if let c = constant(a) { return offset(scale(b, by: -1), by: c) }
    if argument(of: b, Intrinsic.softplus) == a {
      note("u − ln(1 + e^u) → −softplus(−u)")
      return scale(emit(.intrinsic(Intrinsic.softplus), scale(a, by: -1)), by: -1)
    }
    return emit(.subtract, a, b)
  }

  mutating func multiply(_ a: Int, _ b: Int) -> Int {
    if let c = constant(b) { return scale(a, by: c) }
    if let c = constant(a) { return scale(b, by: c) }
    if a == b { return emit(.raise(2), a) }
    return emit(.multiply, min(a, b), max(a, b))
  }

  mutating func divide(_ a: Int, _ b: Int) -> Int {
    if let c = constant(b) {
      let isPowerOfTwo = c.significand == 1 && (1 / c).isNormal
      return isPowerOfTwo ? scale(a, by: 1 / c) : emit(.quotient(c), a)
    }
    return exponentialQuotient(a, b) ?? removableRatio(a, b) ?? emit(.divide, a, b)
  }

  mutating func power(_ a: Int, _ b: Int) -> Int {
    if let base = constant(a), base == 2.718281828459045 {
      return emit(.intrinsic(Intrinsic.exp), b)
    }
    guard let c = constant(b) else { return emit(.power, a, b) }
    if c == 1 { return a }
    if c == 0 { return emit(.constant(1)) }
    if c == 0.5 { return intrinsic(Intrinsic.sqrt, a) }
    if c < 0, let u = exponentBesideOne(a) {
      note("1/(1 + e^−u) → sigmoid(u)")
      let gate = emit(.intrinsic(Intrinsic.sigmoid), scale(u, by: -1))
      return c == -1 ? gate : emit(.raise(-c), gate)
    }
    return emit(.raise(c), a)
  }

  mutating func intrinsic(_ index: Int, _ a: Int) -> Int {
    switch index {
    case Intrinsic.abs: return emit(.abs, a)
    case Intrinsic.sign: return emit(.sign, a)
    case Intrinsic.heaviside: return emit(.heaviside, a)
    case Intrinsic.log: return logarithm(a)
    case Intrinsic.log1p:
      guard let u = argument(of: a, Intrinsic.exp) else { break }
      note("ln(1 + e^u) → softplus(u)")
      return emit(.intrinsic(Intrinsic.softplus), u)
    case Intrinsic.sqrt: return root(a)
    default: break
    }
    return emit(.intrinsic(index), a)
  }

  private mutating func logarithm(_ a: Int) -> Int {
    if let u = exponentBesideOne(a) {
      note("ln(1 + e^u) → softplus(u)")
      return emit(.intrinsic(Intrinsic.softplus), u)
    }
    let instruction = program.instructions[a]
    switch instruction.operation {
    case .intrinsic(Intrinsic.exp): return instruction.a
    case .offset(1) where argument(of: instruction.a, Intrinsic.exp) == nil:
      // 1 + u would lose the digits of a small u.
      return emit(.intrinsic(Intrinsic.log1p), instruction.a)
    case .intrinsic(Intrinsic.sigmoid):
      note("ln sigmoid(u) → −softplus(−u)")
      let mirrored = scale(instruction.a, by: -1)
      return scale(emit(.intrinsic(Intrinsic.softplus), mirrored), by: -1)
    case .intrinsic(Intrinsic.cosh):
      note("ln cosh(u) → logcosh(u)")
      return emit(.intrinsic(Intrinsic.logcosh), instruction.a)
    case .offset(let c) where c > 0 && c.isFinite:
      guard let u = argument(of: instruction.a, Intrinsic.exp) else { break }
      note("ln(e^a + e^b) → max(a, b) + ln(1 + e^−|a − b|)")
      return emit(.logSumExp, u, emit(.constant(Libm.log(c))))
    case .add:
      guard let u = argument(of: instruction.a, Intrinsic.exp),
        let v = argument(of: instruction.b, Intrinsic.exp)
      else { break }
      note("ln(e^a + e^b) → max(a, b) + ln(1 + e^−|a − b|)")
      return emit(.logSumExp, u, v)
    default: break
    }
    return emit(.intrinsic(Intrinsic.log), a)
  }

  /// √(c + u²) without the overflow of u², √u² = |u|.
  private mutating func root(_ a: Int) -> Int {
    let instruction = program.instructions[a]
    if case .raise(2) = instruction.operation { return emit(.abs, instruction.a) }
    if case .offset(let c) = instruction.operation, c > 0, c.isFinite,
      case .raise(2) = program.instructions[instruction.a].operation
    {
      return emit(.root(c), program.instructions[instruction.a].a)
    }
    return emit(.intrinsic(Intrinsic.sqrt), a)
  }

  private mutating func offset(_ a: Int, by c: Double) -> Int {
    if c == 0 { return a }
    // 1 − σ(u) = σ(−u) and 2σ(u) − 1 = tanh(u/2), which keep their digits where σ is 1, or ½.
    if case .scale(let factor) = program.instructions[a].operation,
      let u = argument(of: program.instructions[a].a, Intrinsic.sigmoid)
    {
      if c == 1, factor == -1 {
        note("1 − sigmoid(u) → sigmoid(−u)")
        return emit(.intrinsic(Intrinsic.sigmoid), scale(u, by: -1))
      }
      if factor == -2 * c {
        note("2·sigmoid(u) − 1 → tanh(u/2)")
        return scale(emit(.intrinsic(Intrinsic.tanh), scale(u, by: 0.5)), by: -c)
      }
    }
    return emit(.offset(c), a)
  }

  mutating func scale(_ a: Int, by c: Double) -> Int {
    if c == 1 { return a }
    if case .scale(let d) = program.instructions[a].operation, c == -1 || d == -1 {
      return scale(program.instructions[a].a, by: c * d)
    }
    // x·(1 + erf(x))/2 may be a number where x·(1 + erf(x)) is not.
    let product = program.instructions[a]
    if product.operation == .multiply, c.magnitude < 1, c.magnitude.significand == 1,
      let inner = [product.b, product.a].first(where: {
        program.instructions[$0].operation != .multiply
      })
    {
      return multiply(inner == product.b ? product.a : product.b, scale(inner, by: c))
    }
    return emit(.scale(c), a)
  }

  /// u where a register is 1 + e^u.
  private func exponentBesideOne(_ register: Int) -> Int? {
    guard program.instructions[register].operation == .offset(1) else { return nil }
    return argument(of: program.instructions[register].a, Intrinsic.exp)
  }

  /// u where a register is that function of u.
  private func argument(of register: Int, _ intrinsic: Int) -> Int? {
    let instruction = program.instructions[register]
    return instruction.operation == .intrinsic(intrinsic) ? instruction.a : nil
  }

  mutating func note(_ idiom: String) {
    if !program.idioms.contains(idiom) { program.idioms.append(idiom) }
  }
}
