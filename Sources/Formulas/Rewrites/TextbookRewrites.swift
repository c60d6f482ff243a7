import Activations

// How textbooks write formulas: signs and numbers in front, no product of fractions.

extension Rewrite {
  /// Those for programs that are read.
  static let textbook =
    [
      likeTerms, likeFactors, sumOfOpposite, differenceOfOpposite, productOfScaled,
      quotientOfScaled, quotientByScaled,
      scaledTwice, productOfReciprocal, productOfQuotient, quotientOfQuotient, powerOfPower,
      trivialPower,
    ] + plainArithmetic + powersOfReaders

  private static let sumOfOpposite = form("u + (−1)·v → u − v", example: "x + -sin(x)") {
    builder, instruction in
    guard case .add(let a, let b) = instruction else { return nil }
    if let (v, c) = builder.scaled(b), c < 0 {
      return builder.emit(.subtract(a, builder.emit(.scale(v, by: -c))))
    }
    guard let (u, c) = builder.scaled(a), c < 0 else { return nil }
    return builder.emit(.subtract(b, builder.emit(.scale(u, by: -c))))
  }

  private static let differenceOfOpposite = form("u − (−1)·v → u + v", example: "x - -sin(x)") {
    builder, instruction in
    guard case .subtract(let a, let b) = instruction, let (v, c) = builder.scaled(b), c < 0
    else { return nil }
    return builder.emit(.add(a, builder.emit(.scale(v, by: -c))))
  }

  private static let productOfScaled = form("u·(c·v) → c·(u·v)", example: "sin(x)*(3*x)") {
    builder, instruction in
    guard case .multiply(let a, let b) = instruction else { return nil }
    if let (u, c) = builder.scaled(a) {
      return builder.emit(.scale(builder.emit(.multiply(u, b)), by: c))
    }
    guard let (v, c) = builder.scaled(b) else { return nil }
    return builder.emit(.scale(builder.emit(.multiply(a, v)), by: c))
  }

  private static let quotientOfScaled = form("(−u)/v → −(u/v)", example: "-sin(x)/cosh(x)") {
    builder, instruction in
    guard case .divide(let a, let b) = instruction, let (u, c) = builder.scaled(a), c == -1
    else { return nil }
    return builder.emit(.scale(builder.emit(.divide(u, b)), by: -1))
  }

  private static let quotientByScaled = form("u/(−v) → −(u/v)", example: "sin(x)/-cosh(x)") {
    builder, instruction in
    guard case .divide(let a, let b) = instruction, let (v, c) = builder.scaled(b), c == -1
    else { return nil }
    return builder.emit(.scale(builder.emit(.divide(a, v)), by: -1))
  }

  private static let scaledTwice = form("c·(d·u) → (c·d)·u, without rounding", example: "2*(3*x)") {
    builder, instruction in
    guard case .scale(let inner, let c) = instruction, let (u, d) = builder.scaled(inner),
      Pair.product(c, d).low == 0
    else { return nil }
    return builder.emit(.scale(u, by: c * d))
  }

  private static let productOfReciprocal = form("u·(1/v) → u/v", example: "sin(x)*(1/cosh(x))") {
    builder, instruction in
    guard case .multiply(let a, let b) = instruction else { return nil }
    for (u, quotient) in [(a, b), (b, a)] {
      guard case .divide(let one, let v) = builder[quotient], builder.constant(one) == 1
      else { continue }
      return builder.emit(.divide(u, v))
    }
    return nil
  }

  private static let productOfQuotient = form("(u/v)·(w/z) → u·w/(v·z)", example: "(x/cosh(x))^2") {
    builder, instruction in
    guard case .multiply(let a, let b) = instruction, case .divide(let u, let v) = builder[a],
      case .divide(let w, let z) = builder[b]
    else { return nil }
    return builder.emit(
      .divide(builder.emit(.multiply(u, w)), builder.emit(.multiply(v, z))))
  }

  private static let quotientOfQuotient = form("(u/v)/w → u/(v·w)", example: "(1/cosh(x))/exp(x)") {
    builder, instruction in
    guard case .divide(let a, let w) = instruction, case .divide(let u, let v) = builder[a]
    else { return nil }
    return builder.emit(.divide(u, builder.emit(.multiply(v, w))))
  }

  private static let powerOfPower = form(
    "(u^n)^m → u^(n·m), n and m whole", example: "(sin(x)^2)^3"
  ) {
    builder, instruction in
    guard case .raise(let power, let m) = instruction, case .raise(let u, let n) = builder[power],
      n.rounded() == n, m.rounded() == m
    else { return nil }
    return builder.emit(.raise(u, to: n * m))
  }

  private static let trivialPower = form("u^1 → u", example: "sin(x)^1") { _, instruction in
    guard case .raise(let u, 1) = instruction else { return nil }
    return u
  }
}

extension ProgramBuilder {
  /// u and c where a register is c·u.
  fileprivate func scaled(_ register: Int) -> (u: Int, c: Double)? {
    guard case .scale(let u, let c) = self[register] else { return nil }
    return (u, c)
  }
}
