// Powers and roots.

extension Rewrite {
  static let powers = [exponential, powerOfSigmoid, power]
  /// Those that readers expect, to whom 1/(1 + e^−u) says as much as its name.
  static let powersOfReaders = [exponential, power]
  static let roots = [rootOfSquare, rootOfSum]

  private static let exponential = form("e^u → exp(u)", example: "e^x") { builder, instruction in
    guard case .power(let base, let u) = instruction,
      builder.constant(base) == Expression.Constant.e.value
    else { return nil }
    return builder.emit(.intrinsic(.exp, u))
  }

  private static let powerOfSigmoid = idiom(
    "1/(1 + e^−u) → sigmoid(u)", example: "(1 + exp(-x))^(-2)"
  ) { builder, instruction in
    guard case .power(let base, let exponent) = instruction, let c = builder.constant(exponent),
      c < 0, let u = builder.exponentBesideOne(base)
    else { return nil }
    let gate = builder.emit(.intrinsic(.sigmoid, builder.emit(.scale(u, by: -1))))
    return c == -1 ? gate : builder.emit(.raise(gate, to: -c))
  }

  private static let power = form("u^c → u, 1, √u or u^c", example: "x^3 + (2 + x^2)^0.5") {
    builder, instruction in
    guard case .power(let base, let exponent) = instruction, let c = builder.constant(exponent)
    else { return nil }
    if c == 1 { return base }
    if c == 0 { return builder.constant(1) }
    if c == 0.5 { return builder.emit(.intrinsic(.sqrt, base)) }
    return builder.emit(.raise(base, to: c))
  }

  private static let rootOfSquare = form("√(u²) → |u|", example: "sqrt(x^2)") {
    builder, instruction in
    guard case .intrinsic(.sqrt, let square) = instruction, case .raise(let u, 2) = builder[square]
    else { return nil }
    return builder.emit(.abs(u))
  }

  /// Without the overflow of u².
  private static let rootOfSum = form("√(c + u²) → one instruction", example: "sqrt(3 + x^2)") {
    builder, instruction in
    guard case .intrinsic(.sqrt, let sum) = instruction,
      case .offset(let square, let c) = builder[sum],
      c > 0, c.isFinite, case .raise(let u, 2) = builder[square]
    else { return nil }
    return builder.emit(.root(u, over: c))
  }
}
