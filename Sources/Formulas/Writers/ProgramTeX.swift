import Activations

/// Registers of a program as TeX.
struct ProgramTeX {
  let program: Program
  /// What x and the arguments that are held fixed are called.
  let variable: TeXTerm
  let held: [TeXTerm]
  /// Whether σ is a parameter, so that the logistic function needs another name.
  let hasSigma: Bool

  /// A register, given those before it.
  func term(_ register: Int, _ terms: [TeXTerm]) -> TeXTerm {
    let instruction = program.instructions[register]
    if let constant = constant(instruction) { return .number(constant) }
    switch instruction {
    case .x: return variable
    case .held(let place): return held[place]
    case .constant(let value): return value.isNaN ? .undefined : .number(value)
    case .add(let a, let b): return .sum(terms[a], terms[b])
    case .subtract(let a, let b): return .difference(terms[a], terms[b])
    case .multiply(let a, let b): return product(terms[a], terms[b])
    case .divide(let a, let b): return .quotient(terms[a], terms[b])
    case .power(let a, let b): return .power(terms[a], terms[b])
    case .offset(let a, let c): return offset(a, c, terms)
    case .scale(let a, let c): return scaled(terms[a], c)
    case .quotient(let a, let c): return .quotient(terms[a], .number(c))
    case .raise(let a, let c): return power(terms[a], c)
    case .root(let a, let c): return .root(.sum(.number(c), .power(terms[a], .number(2))))
    case .select(let comparison, let a, let b, let c, let d):
      return .cases(terms[a], comparison, terms[b], then: terms[c], otherwise: terms[d])
    case .minimum(let a, let b):
      guard case .maximum(let u, let low) = program.instructions[a] else {
        return .call("min", [terms[a], terms[b]])
      }
      return .call("clip", [terms[u], terms[low], terms[b]])
    case .maximum(let a, let b): return .call("max", [terms[a], terms[b]])
    case .logSumExp, .share, .abs, .sign, .heaviside, .intrinsic, .binary, .ratio, .exponentials,
      .activation:
      return call(instruction, terms)
    }
  }

  /// π and e, which programs compute.
  private func constant(_ instruction: Program.Instruction) -> Double? {
    if case .intrinsic(.exp, let a) = instruction, program.constant(a) == 1 {
      return Expression.Constant.e.value
    }
    guard case .scale(let a, 4) = instruction,
      case .intrinsic(.atan, let b) = program.instructions[a], program.constant(b) == 1
    else { return nil }
    return .pi
  }

  private func call(_ instruction: Program.Instruction, _ terms: [TeXTerm]) -> TeXTerm {
    switch instruction {
    case .abs(let a): return .absolute(terms[a])
    case .sign(let a): return .intrinsic("sign", [terms[a]])
    case .heaviside(let a): return .intrinsic("heaviside", [terms[a]])
    case .intrinsic(let function, let a): return intrinsic(function, terms[a])
    case .binary(let function, let a, let b):
      return .intrinsic(function.rawValue, [terms[a], terms[b]])
    case .logSumExp(let all): return .call("ln", [sum(all.map { .exponential(terms[$0]) })])
    case .share(let a, let others):
      return .quotient(
        .exponential(terms[a]), sum(([a] + others).map { .exponential(terms[$0]) }))
    case .ratio(let place, let a):
      return .quotient(intrinsic(RemovableRatio.all[place].function, terms[a]), terms[a])
    case .exponentials(let place, let a):
      let quotient = program.quotients[place]
      return .quotient(
        polynomial(quotient.numerator, terms[a]), polynomial(quotient.denominator, terms[a]))
    case .activation(let place, let a):
      let (family, values) = (program.callees[place].family, program.callees[place].values)
      let settings = zip(family.parameters, values).filter { $0.defaultValue != $1 }
      return .family(
        family.name, primes: 0, settings.map { ($0.symbol, .number($1)) }, terms[a])
    case .x, .held, .constant, .add, .subtract, .multiply, .divide, .power, .offset, .scale,
      .quotient, .raise, .root, .select, .maximum, .minimum:
      return .undefined
    }
  }

  private func intrinsic(_ function: Intrinsic, _ u: TeXTerm) -> TeXTerm {
    switch function {
    case .sigmoid where hasSigma: .call("\\operatorname{sigmoid}", [u])
    case .softplus: .call("ln", [.sum(.number(1), .exponential(u))])
    default: .intrinsic(function.rawValue, [u])
    }
  }

  private func sum(_ terms: [TeXTerm]) -> TeXTerm {
    terms.dropFirst().reduce(terms[0]) { .sum($0, $1) }
  }

  /// Σ c·e^(k·u).
  private func polynomial(_ polynomial: LaurentPolynomial, _ u: TeXTerm) -> TeXTerm {
    let terms = polynomial.terms.map { k, c in
      k == 0 ? TeXTerm.number(c) : scaled(.exponential(scaled(u, Double(k))), c)
    }
    return terms.isEmpty ? .number(0) : sum(terms)
  }

  /// u + c: powers and multiples of a variable first, before all else the number.
  private func offset(_ a: Int, _ c: Double, _ terms: [TeXTerm]) -> TeXTerm {
    if c < 0 { return .difference(terms[a], .number(-c)) }
    switch program.instructions[a] {
    case .x, .held, .offset, .add: return .sum(terms[a], .number(c))
    default: return .sum(.number(c), terms[a])
    }
  }

  /// c·u; of a half the half, and so on.
  private func scaled(_ u: TeXTerm, _ c: Double) -> TeXTerm {
    if c < 0 { return .negated(scaled(u, -c)) }
    if c == 1 { return u }
    let inverse = 1 / c
    guard inverse.rounded() == inverse, inverse <= 1024 else { return .product(.number(c), u) }
    return .quotient(u, .number(inverse))
  }

  /// A product, parameters first, and a fraction last where the other factor is none.
  private func product(_ a: TeXTerm, _ b: TeXTerm) -> TeXTerm {
    if a.varies, !b.varies { return product(b, a) }
    if !a.varies, b.varies { return .product(a, b) }
    return a.text.hasPrefix("\\frac") && !b.text.hasPrefix("\\frac")
      ? .product(b, a) : .product(a, b)
  }

  private func power(_ u: TeXTerm, _ c: Double) -> TeXTerm {
    if c < 0 { return .quotient(.number(1), power(u, -c)) }
    return c == 1 ? u : .power(u, .number(c))
  }
}

extension TeXTerm {
  /// What stands where a function has no value.
  fileprivate static var undefined: TeXTerm { .call("\\operatorname{undefined}", []) }
}
