// Sums whose digits cancel: what is left of 1 by a function that tends to 1, or is 1 at 0.

extension Rewrite {
  static let complements = [
    complementOfOne, squaresOfWaves, squaresOfHyperbolics, differenceOfEquals, excessOfSoftplus,
  ]

  private static let complementOfOne = form(
    "1 ± g(u) → what is left of 1", example: "1 + erf(x) + (1 - cos(x)) + (sqrt(1 + x) - 1)"
  ) { builder, instruction in
    guard case .offset(let sum, let c) = instruction, c != 0 else { return nil }
    var (register, share) = (sum, 1 / c)
    if case .scale(let inner, let factor) = builder[sum] {
      (register, share) = (inner, factor / c)
    }
    guard share.magnitude == 1, let rest = builder.rest(beside: share, register) else { return nil }
    return builder.emit(.scale(rest, by: c))
  }

  private static let squaresOfWaves = form("sin² u + cos² u → 1", example: "sin(x)^2 + cos(x)^2") {
    builder, instruction in
    guard case .add(let a, let b) = instruction, let u = builder.squared(a, [.sin, .cos]),
      let v = builder.squared(b, [.sin, .cos]), u.argument == v.argument, u.function != v.function,
      builder.isPolynomial(u.argument)
    else { return nil }
    return builder.constant(1)
  }

  private static let squaresOfHyperbolics = form(
    "cosh² u − sinh² u → 1", example: "cosh(x)^2 - sinh(x)^2"
  ) { builder, instruction in
    guard case .subtract(let a, let b) = instruction, let u = builder.squared(a, [.cosh]),
      let v = builder.squared(b, [.sinh]), u.argument == v.argument,
      builder.isPolynomial(u.argument)
    else { return nil }
    return builder.constant(1)
  }

  /// Where u is a number everywhere.
  private static let differenceOfEquals = form("u − u → 0", example: "x - x") {
    builder, instruction in
    guard case .subtract(let a, let b) = instruction, a == b, builder.isPolynomial(a) else {
      return nil
    }
    return builder.constant(0)
  }

  private static let excessOfSoftplus = form(
    "ln(1 + e^u) − u → softplus(−u)", example: "softplus(x) - x"
  ) { builder, instruction in
    guard case .subtract(let gate, let u) = instruction,
      builder.argument(of: gate, .softplus) == u
    else { return nil }
    return builder.emit(.intrinsic(.softplus, builder.emit(.scale(u, by: -1))))
  }
}

extension ProgramBuilder {
  /// 1 + sign·g, where g is a function that may take all of it away.
  mutating func rest(beside sign: Double, _ g: Int) -> Int? {
    if case .intrinsic(let function, let u) = self[g] { return rest(beside: sign, function, u, g) }
    if sign < 0, let base = square(g) { return restOfSquare(base) }
    if case .root(let u, over: 1) = self[g], sign < 0 {
      // 1 − √(1 + u²) = −u·(u/(1 + √(1 + u²))), where u² alone would overflow.
      let share = emit(.divide(u, emit(.offset(g, by: 1))))
      return emit(.scale(emit(.multiply(u, share)), by: -1))
    }
    return nil
  }

  private mutating func rest(beside sign: Double, _ function: Intrinsic, _ u: Int, _ g: Int) -> Int?
  {
    switch (function, sign < 0) {
    case (.erf, _): return emit(.intrinsic(.erfc, emit(.scale(u, by: -sign))))
    case (.tanh, _):
      let gate = emit(.intrinsic(.sigmoid, emit(.scale(u, by: 2 * sign))))
      return emit(.scale(gate, by: 2))
    case (.sigmoid, true), (.distribution, true):
      return emit(.intrinsic(function, emit(.scale(u, by: -1))))
    case (.exp, true): return emit(.scale(emit(.intrinsic(.expm1, u)), by: -1))
    case (.cos, true): return twiceSquare(.sin, u, 2)
    case (.cosh, true): return twiceSquare(.sinh, u, -2)
    case (.sqrt, true):
      guard let w = besideOne(u) else { return nil }
      return emit(.scale(emit(.divide(w, emit(.offset(g, by: 1)))), by: -1))
    default: return nil
    }
  }

  /// u where a register is u².
  private func square(_ register: Int) -> Int? {
    if case .raise(let u, 2) = self[register] { return u }
    guard case .power(let u, let exponent) = self[register] else { return nil }
    return constant(exponent) == 2 ? u : nil
  }

  /// A multiple of the square of a function of u/2.
  private mutating func twiceSquare(_ function: Intrinsic, _ u: Int, _ factor: Double) -> Int {
    let half = emit(.intrinsic(function, emit(.scale(u, by: 0.5))))
    return emit(.scale(emit(.raise(half, to: 2)), by: factor))
  }

  /// 1 − g².
  private mutating func restOfSquare(_ g: Int) -> Int? {
    guard case .intrinsic(let function, let u) = self[g] else { return nil }
    switch function {
    case .sin: return emit(.raise(emit(.intrinsic(.cos, u)), to: 2))
    case .cos: return emit(.raise(emit(.intrinsic(.sin, u)), to: 2))
    case .tanh:
      let right = emit(.intrinsic(.sigmoid, emit(.scale(u, by: 2))))
      let left = emit(.intrinsic(.sigmoid, emit(.scale(u, by: -2))))
      return emit(.scale(emit(.multiply(right, left)), by: 4))
    default: return nil
    }
  }

  /// g and u where a register is g(u)².
  fileprivate func squared(_ register: Int, _ functions: [Intrinsic])
    -> (function: Intrinsic, argument: Int)?
  {
    guard case .raise(let base, 2) = self[register],
      case .intrinsic(let function, let u) = self[base],
      functions.contains(function)
    else { return nil }
    return (function, u)
  }

  /// Whether a register is a polynomial in x, and so a number everywhere.
  fileprivate func isPolynomial(_ register: Int) -> Bool {
    switch self[register] {
    case .x, .held: true
    case .constant(let value): value.isFinite
    case .add(let a, let b), .subtract(let a, let b), .multiply(let a, let b):
      isPolynomial(a) && isPolynomial(b)
    case .offset(let u, let c), .scale(let u, let c), .quotient(let u, let c):
      c.isFinite && c != 0 && isPolynomial(u)
    case .raise(let u, let c): c > 0 && c.rounded() == c && isPolynomial(u)
    default: false
    }
  }
}
