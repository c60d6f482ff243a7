import Activations

// Logarithms of exponentials, which overflow where their limits exist.

extension Rewrite {
  static let logarithms = [
    softplus, logarithmOfExponential, logarithmBesideOne, logarithmOfSigmoid, logarithmOfCosine,
  ]

  private static let softplus = idiom(
    "ln(1 + e^u) → softplus(u)", example: "log(1 + exp(x)) + log1p(exp(2*x))"
  ) { builder, instruction in
    if case .intrinsic(.log1p, let power) = instruction {
      return builder.argument(of: power, .exp).map { builder.emit(.intrinsic(.softplus, $0)) }
    }
    guard case .intrinsic(.log, let sum) = instruction, let u = builder.exponentBesideOne(sum)
    else { return nil }
    return builder.emit(.intrinsic(.softplus, u))
  }

  private static let logarithmOfExponential = form("ln e^u → u", example: "log(exp(x))") {
    builder, instruction in
    guard case .intrinsic(.log, let power) = instruction else { return nil }
    return builder.argument(of: power, .exp)
  }

  /// 1 + u would lose the digits of a small u.
  private static let logarithmBesideOne = form("ln(1 + u) → log1p(u)", example: "log(1 + x^2)") {
    builder, instruction in
    guard case .intrinsic(.log, let sum) = instruction, case .offset(let u, 1) = builder[sum]
    else { return nil }
    return builder.emit(.intrinsic(.log1p, u))
  }

  private static let logarithmOfSigmoid = idiom(
    "ln sigmoid(u) → −softplus(−u)", example: "log(sigmoid(x))"
  ) { builder, instruction in
    guard case .intrinsic(.log, let gate) = instruction,
      let u = builder.argument(of: gate, .sigmoid)
    else { return nil }
    let mirrored = builder.emit(.scale(u, by: -1))
    return builder.emit(.scale(builder.emit(.intrinsic(.softplus, mirrored)), by: -1))
  }

  private static let logarithmOfCosine = idiom(
    "ln cosh(u) → logcosh(u)", example: "log(cosh(x))"
  ) { builder, instruction in
    guard case .intrinsic(.log, let cosine) = instruction,
      let u = builder.argument(of: cosine, .cosh)
    else { return nil }
    return builder.emit(.intrinsic(.logcosh, u))
  }

  static let logarithmOfSum = idiom(
    "ln(e^a + e^b) → max(a, b) + ln(1 + e^−|a − b|)",
    example: "log(exp(x) + exp(-2*x)) + log(3 + exp(x))"
  ) { builder, instruction in
    guard case .intrinsic(.log, let sum) = instruction else { return nil }
    if case .offset(let power, let c) = builder[sum], c > 0, c.isFinite,
      let u = builder.argument(of: power, .exp)
    {
      return builder.emit(.logSumExp([u, builder.constant(Libm.log(c))]))
    }
    guard case .add(let a, let b) = builder[sum], let u = builder.argument(of: a, .exp),
      let v = builder.argument(of: b, .exp)
    else { return nil }
    return builder.emit(.logSumExp([u, v]))
  }
}
