import Activations

// What code is written from: functions of one exponential in one piece, and sums that cancel towards an end taken apart.

extension Rewrite {
  /// Those for programs that are written out as code: the ones that round nothing, and forms that keep their digits by themselves.
  static let code =
    [
      powerOfConstant, differenceOfQuotients, tangentOfLogarithm, restOfMean, restOfShare,
      restOfRoot, rootOfScaled, productOfQuotient, signOfQuotient,
    ] + exact
    + [logarithmOfSum] + exponentials + removableRatios

  /// An exponential as any other, whose exponent keeps its digits and which others are put together with.
  private static let powerOfConstant = form(
    "c^u → e^(u·ln c), c a number above 0", example: "1.5^x/(1 + 1.5^x)"
  ) { builder, instruction in
    guard case .power(let base, let u) = instruction, let c = builder.constant(base), c > 0,
      c.isFinite, builder.constant(u) == nil
    else { return nil }
    let rate = builder.emit(.intrinsic(.log, base))
    return builder.emit(.intrinsic(.exp, builder.emit(.multiply(u, rate))))
  }

  /// (1 + w)² is what e^(2·ln(1 + w)) is: no logarithm is left, and nothing cancels.
  private static let tangentOfLogarithm = form(
    "tanh ln(1 + w) → w(w + 2)/(w² + 2w + 2), w = e^u or σ(u)",
    example: "tanh(softplus(x)) + tanh(log1p(sigmoid(x)))"
  ) { builder, instruction in
    guard case .intrinsic(.tanh, let inner) = instruction else { return nil }
    if let u = builder.argument(of: inner, .softplus) {
      return builder.emit(quotient([(1, 2), (2, 1)], [(0, 2), (1, 2), (2, 1)]), of: u)
    }
    guard let w = builder.argument(of: inner, .log1p), let u = builder.argument(of: w, .sigmoid)
    else { return nil }
    return builder.emit(quotient([(1, 2), (2, 3)], [(0, 2), (1, 6), (2, 5)]), of: u)
  }

  /// 1 + v/ln(e^v + e^−v), of which nothing is left far to the left.
  private static let restOfMean = form(
    "1 + v/ln(e^v + e^−v) → ln(1 + e^2v)/ln(e^v + e^−v)",
    example: "1 + x/log(exp(x) + exp(-x))"
  ) { builder, instruction in
    guard case .offset(let quotient, 1) = instruction,
      case .divide(let v, let mean) = builder[quotient],
      case .logSumExp(let all) = builder[mean], all.count == 2, all.contains(v),
      let other = all.first(where: { $0 != v }),
      other == builder.emit(.scale(v, by: -1))
    else { return nil }
    let excess = builder.emit(.intrinsic(.softplus, builder.emit(.scale(v, by: 2))))
    return builder.emit(.divide(excess, mean))
  }

  /// What the derivative of u/(1 + |u|) holds.
  private static let restOfShare = form(
    "1 − |u|/(1 + |u|) → 1/(1 + |u|)", example: "1 - sign(x)*(x/(1 + abs(x)))"
  ) { builder, instruction in
    guard case .offset(let product, 1) = instruction,
      case .scale(let inner, -1) = builder[product],
      case .multiply(let a, let b) = builder[inner]
    else { return nil }
    for (sign, quotient) in [(a, b), (b, a)] {
      guard case .sign(let u) = builder[sign], case .divide(u, let sum) = builder[quotient],
        case .offset(let size, 1) = builder[sum], builder[size] == .abs(u)
      else { continue }
      return builder.emit(.divide(builder.constant(1), sum))
    }
    return nil
  }

  /// What the derivative of u/√(c + u²) holds.
  private static let restOfRoot = form(
    "1 − u²/(c + u²) → c/(c + u²)", example: "1 - (x/sqrt(1 + x^2))^2"
  ) { builder, instruction in
    guard case .offset(let product, 1) = instruction,
      case .scale(let square, -1) = builder[product],
      case .raise(let quotient, 2) = builder[square],
      case .divide(let u, let root) = builder[quotient],
      case .root(u, let c) = builder[root]
    else { return nil }
    let share = builder.emit(.divide(builder.constant(1), root))
    return builder.emit(.scale(builder.emit(.raise(share, to: 2)), by: c))
  }

  /// Where √s is a number without error.
  private static let rootOfScaled = form(
    "√(c + s·u²) → √(c + (√s·u)²)", example: "sqrt(1 + 4*x^2)"
  ) { builder, instruction in
    guard case .intrinsic(.sqrt, let sum) = instruction,
      case .offset(let part, let c) = builder[sum],
      c > 0, c.isFinite, case .scale(let square, let s) = builder[part], s > 0,
      case .raise(let u, 2) = builder[square], s.squareRoot() * s.squareRoot() == s,
      Pair.product(s.squareRoot(), s.squareRoot()).low == 0
    else { return nil }
    return builder.emit(.root(builder.emit(.scale(u, by: s.squareRoot())), over: c))
  }

  /// What the derivative of u·ln(u) or u·ln|u| holds; 1/u overflows where u is subnormal.
  private static let productOfQuotient = form(
    "u·(v/u where u or |u| > 0, else w) → v where it is, else u·w",
    example: "x*where(x > 0, 3/x, tanh(x))"
  ) { builder, instruction in
    guard case .multiply(let a, let b) = instruction else { return nil }
    for (u, choice) in [(a, b), (b, a)] {
      guard case .select(.greater, let size, let zero, let quotient, let w) = builder[choice],
        builder.constant(zero) == 0, size == u || builder[size] == .abs(u),
        case .divide(let v, u) = builder[quotient]
      else { continue }
      let other = builder.emit(.multiply(u, w))
      return builder.emit(.select(.greater, size, zero, v, otherwise: other))
    }
    return nil
  }

  /// The derivative of ln|u| without its sign.
  private static let signOfQuotient = form(
    "sign(u)·(v/|u| where |u| > 0, else w) → v/u where it is, else sign(u)·w",
    example: "sign(x)*where(abs(x) > 0, 3/abs(x), x)"
  ) { builder, instruction in
    guard case .multiply(let a, let b) = instruction else { return nil }
    for (sign, choice) in [(a, b), (b, a)] {
      guard case .sign(let u) = builder[sign],
        case .select(.greater, let size, let zero, let quotient, let w) = builder[choice],
        builder.constant(zero) == 0, builder[size] == .abs(u),
        case .divide(let v, size) = builder[quotient]
      else { continue }
      let share = builder.emit(.divide(v, u))
      let other = builder.emit(.multiply(sign, w))
      return builder.emit(.select(.greater, size, zero, share, otherwise: other))
    }
    return nil
  }

  private static func quotient(_ above: [(Int, Double)], _ below: [(Int, Double)])
    -> ExponentialQuotient
  {
    ExponentialQuotient(
      LaurentPolynomial(above.map { (exponent: $0.0, coefficient: $0.1) }),
      over: LaurentPolynomial(below.map { (exponent: $0.0, coefficient: $0.1) }))
  }
}
