import Activations

/// Σ c·F·e^(k·base): F is a register of the program, or 1.
struct ExponentialSum {
  struct Term {
    var rate: Double
    var factor: Int?
    var coefficient: Double
  }

  var terms: [Term]

  /// Whether it is a sum of exponentials indeed.
  var hasExponentials: Bool { terms.contains { $0.rate != 0 } }
}

/// Takes registers apart; how much of a program it looks at is bounded.
private struct ExponentialReader {
  let program: Program
  /// The register whose multiples the exponents are; the first that is met.
  var base: Int?
  private var budget = 64
  private static let most = 24

  init(_ program: Program, base: Int? = nil) {
    self.program = program
    self.base = base
  }

  /// The register as a sum; what has no exponential in it is a factor of its own.
  mutating func sum(_ register: Int) -> ExponentialSum {
    let whole = ExponentialSum(terms: [.init(rate: 0, factor: register, coefficient: 1)])
    budget -= 1
    guard budget > 0, let sum = parts(register), sum.terms.count <= Self.most else { return whole }
    let isConstant = sum.terms.allSatisfy { $0.factor == nil }
    return sum.hasExponentials || isConstant ? sum : whole
  }

  private mutating func parts(_ register: Int) -> ExponentialSum? {
    switch program.instructions[register] {
    case .constant(let value): return constant(value)
    case .intrinsic(let function, let u): return exponential(function, u)
    case .scale(let u, let c): return scaled(sum(u), by: c)
    case .quotient(let u, let c): return scaled(sum(u), by: 1 / c)
    case .offset(let u, let c): return added(sum(u), constant(c))
    case .add(let a, let b): return added(sum(a), sum(b))
    case .subtract(let a, let b): return added(sum(a), scaled(sum(b), by: -1))
    case .multiply(let a, let b): return product(sum(a), sum(b))
    case .raise(let u, let c):
      guard c == 2 || c == 3 else { return nil }
      let base = sum(u)
      guard let square = product(base, base) else { return nil }
      return c == 2 ? square : product(square, base)
    case .x, .held, .divide, .power, .root, .logSumExp, .share, .abs, .sign, .heaviside, .binary,
      .ratio,
      .exponentials, .maximum, .minimum, .select, .activation:
      return nil
    }
  }

  private mutating func exponential(_ function: Intrinsic, _ u: Int) -> ExponentialSum? {
    if function == .exp { return exponential(u, [(1, 1)]) }
    if function == .expm1 {
      return exponential(u, [(1, 1)]).map { added($0, constant(-1)) }
    }
    if function == .sinh { return exponential(u, [(1, 0.5), (-1, -0.5)]) }
    if function == .cosh { return exponential(u, [(1, 0.5), (-1, 0.5)]) }
    return nil
  }

  private func constant(_ value: Double) -> ExponentialSum {
    ExponentialSum(terms: [.init(rate: 0, factor: nil, coefficient: value)])
  }

  private mutating func exponential(_ argument: Int, _ terms: [(Double, Double)])
    -> ExponentialSum?
  {
    var (register, rate) = (argument, 1.0)
    while true {
      if case .scale(let inner, let c) = program.instructions[register] {
        (register, rate) = (inner, rate * c)
      } else if case .quotient(let inner, let c) = program.instructions[register] {
        (register, rate) = (inner, rate / c)
      } else {
        break
      }
    }
    if base == nil { base = register }
    guard base == register else { return nil }
    return ExponentialSum(
      terms: terms.map { .init(rate: $0.0 * rate, factor: nil, coefficient: $0.1) })
  }

  private func scaled(_ sum: ExponentialSum, by c: Double) -> ExponentialSum {
    var sum = sum
    for index in sum.terms.indices { sum.terms[index].coefficient *= c }
    return sum
  }

  private func added(_ a: ExponentialSum, _ b: ExponentialSum) -> ExponentialSum {
    ExponentialSum(terms: a.terms + b.terms)
  }

  /// The product, where at most one side has factors.
  private func product(_ a: ExponentialSum, _ b: ExponentialSum) -> ExponentialSum? {
    let hasFactors = [a, b].map { $0.terms.contains { $0.factor != nil } }
    guard hasFactors != [true, true], a.terms.count * b.terms.count <= Self.most else { return nil }
    return ExponentialSum(
      terms: a.terms.flatMap { s in
        b.terms.map { t in
          .init(
            rate: s.rate + t.rate, factor: s.factor ?? t.factor,
            coefficient: s.coefficient * t.coefficient)
        }
      })
  }
}

/// A quotient of sums of exponentials taken apart: Σ F·N(z)/D(z) with z = e^(unit·base).
struct ExponentialQuotients {
  /// The register whose multiples the exponents are.
  let base: Int
  /// The largest number of which all rates are multiples.
  let unit: Double
  /// The factors F, nil for 1, and what they are multiplied by.
  let parts: [(factor: Int?, quotient: ExponentialQuotient)]

  /// Takes a/b apart where both are sums of exponentials, or b is one and a a factor beside it.
  init?(_ a: Int, over b: Int, in program: Program) {
    var reader = ExponentialReader(program)
    let below = reader.sum(b)
    guard let base = reader.base, below.hasExponentials,
      below.terms.allSatisfy({ $0.factor == nil })
    else { return nil }
    var upper = ExponentialReader(program, base: base)
    let above = upper.sum(a)
    guard below.terms.count > 1 || above.hasExponentials,
      let unit = Self.unit(of: (above.terms + below.terms).map(\.rate))
    else { return nil }
    let denominator = Self.polynomial(below.terms, unit)
    let factors = Self.distinct(above.terms.map(\.factor))
    let numerators = factors.map { factor in
      Self.polynomial(above.terms.filter { $0.factor == factor }, unit)
    }
    // Where the denominator passes through 0, so may a factor, and 0·∞ be a number.
    guard factors.count <= 4, denominator.coefficients.allSatisfy(\.isFinite),
      numerators.allSatisfy({ $0.coefficients.allSatisfy(\.isFinite) }),
      denominator.isOfOneSign || (factors == [nil] && numerators[0].isOfOneSign)
    else { return nil }
    self.base = base
    self.unit = unit
    parts = zip(factors, numerators).map { ($0, ExponentialQuotient($1, over: denominator)) }
  }

  /// The largest number of which all rates are multiples, few enough.
  private static func unit(of rates: [Double]) -> Double? {
    let sizes = rates.map(\.magnitude).filter { $0 > 0 }
    guard let least = sizes.min(), least.isNormal else { return nil }
    for divisor in [1.0, 2, 3, 4] {
      let ratios = sizes.map { $0 / least * divisor }
      if ratios.allSatisfy({ $0 <= 16 && ($0 - $0.rounded()).magnitude <= 1e-14 * $0 }) {
        return least / divisor
      }
    }
    return nil
  }

  private static func polynomial(_ terms: [ExponentialSum.Term], _ unit: Double)
    -> LaurentPolynomial
  {
    LaurentPolynomial(terms.map { (Int(($0.rate / unit).rounded()), $0.coefficient) })
  }

  private static func distinct(_ factors: [Int?]) -> [Int?] {
    factors.reduce(into: []) { found, factor in
      if !found.contains(factor) { found.append(factor) }
    }
  }
}
