import Activations

// Exponentials, logarithms and hyperbolic functions in single precision, for languages that have exp and log alone. Polynomials are least
// squares at Chebyshev points, computed with 50 digits, their coefficients rounded one after another.

extension Helper {
  /// The helper in single precision, of which no language that has double precision is in need.
  static func single(_ primitive: Primitive) -> Helper? {
    switch primitive {
    case .expm1: expm1
    case .log1p: log1p
    case .log2: logarithm(.log2, 0x1.715476p+0)
    case .log10: logarithm(.log10, 0x1.bcb7b2p-2)
    case .sinh: sinh
    case .cosh: cosh
    case .tanh: tanh
    case .asinh: asinh
    case .acosh: acosh
    case .atanh: atanh
    case .cbrt: cbrt
    case .tan: tan
    case .asin: asin
    case .acos: acos
    case .atan: atan
    case .exp, .log, .sin, .cos, .erf, .floor, .ceil, .round, .normalTail, .normalLoss:
      nil
    }
  }

  private static let size = Draft.a.magnitude

  private static let expm1 = Helper(
    .expm1, .f32, ["e^a − 1: within ±1 a + a²·P(a), P cut off at 2^-28. 1.5 ulp."],
    size.below(
      1, .a + .a * .a * .polynomial(expm1Coefficients, .a), otherwise: Draft.a(.exp) - 1))

  private static let expm1Coefficients: [Double] = [
    0x1.000000p-1, 0x1.555556p-3, 0x1.555572p-5, 0x1.1110e0p-7, 0x1.6c017cp-10, 0x1.a022cep-13,
    0x1.a92406p-16, 0x1.756740p-19,
  ]

  /// ln(1 + u) for u from √½ − 1 to √2 − 1.
  private static let nearLogarithm =
    Draft.a + .a * .a * (.a * .polynomial(logarithmCoefficients, .a) - 0.5)

  static let logarithmCoefficients: [Double] = [
    0x1.555554p-2, -0x1.fffff2p-3, 0x1.999d3ep-3, -0x1.555eaap-3, 0x1.23d804p-3, -0x1.fc6244p-4,
    0x1.dd9acap-4, -0x1.d9cb6ap-4, 0x1.24c994p-4,
  ]

  /// Below 2^24 what the sum 1 + a lost is made good; beyond nothing was lost that counts.
  private static let farLogarithm: Draft = {
    let sum = 1 + Draft.a
    let made = sum(.log) + (.a - (sum - 1)) / sum
    return Draft.a.below(16_777_216, made, otherwise: sum(.log))
  }()

  private static let log1p = Helper(
    .log1p, .f32,
    ["ln(1 + a): near 0 a − a²/2 + a³·P(a), P cut off at 2^-25. 1.5 ulp."],
    Draft.a.below(
      -0.29, farLogarithm, otherwise: .a.below(0.41, nearLogarithm, otherwise: farLogarithm)))

  private static func logarithm(_ primitive: Primitive, _ factor: Double) -> Helper {
    Helper(
      primitive, .f32, ["ln(a) over the logarithm of the base. 1.8 ulp."],
      Draft.a(.log) * Draft { $0.number(factor) })
  }

  private static let tanh = Helper(
    .tanh, .f32,
    ["Within ±0.55 a + a³·P(a²), P cut off at 2^-25; beyond 1 − 2/(e^2a + 1). 1.4 ulp."],
    size.below(
      0.55, .a + .a * (.a * .a * .polynomial(tanhCoefficients, .a * .a)),
      otherwise: .odd(1 - 2 / ((2 * held)(.exp) + 1))))

  /// |a|, but at most 44: beyond tanh is 1, and e^2a would overflow.
  private static let held = Draft(floatLiteral: 44).below(size, 44, otherwise: size)

  private static let tanhCoefficients: [Double] = [
    -0x1.555554p-2, 0x1.110fc6p-3, -0x1.b999dep-5, 0x1.5cebe0p-6, -0x1.b000a6p-8,
  ]

  /// e^|a|/2 where e^|a| would overflow: e^(|a| − 64)·(e^64/2), whose difference is exact.
  private static let greatPower = (size - 64)(.exp) * 0x1.425982p+91

  private static let sinh = Helper(
    .sinh, .f32, ["Within ±1 a + a³·P(a²), P cut off at 2^-27; beyond by e^a. 1.6 ulp."],
    size.below(
      1, .a + .a * (.a * .a * .polynomial(sinhCoefficients, .a * .a)),
      otherwise: .odd(
        size.below(88, 0.5 * size(.exp) - 0.5 / size(.exp), otherwise: greatPower))))

  private static let sinhCoefficients: [Double] = [
    0x1.555556p-3, 0x1.1110c6p-7, 0x1.a03554p-13, 0x1.725236p-19,
  ]

  private static let cosh = Helper(
    .cosh, .f32, ["(e^a + e^−a)/2. 1.6 ulp."],
    size.below(88, 0.5 * size(.exp) + 0.5 / size(.exp), otherwise: greatPower))

  /// ln(2|a|).
  private static let greatLogarithm = size(.log) + 0x1.62e430p-1

  private static let asinh = Helper(
    .asinh, .f32, ["ln(1 + |a| + a²/(1 + √(1 + a²))), with a's sign. 2.6 ulp."],
    .odd(
      size.below(
        0x1p+60, (size + size * (size / (1 + (1 + size * size).root)))(.log1p),
        otherwise: greatLogarithm)))

  private static let acosh = Helper(
    .acosh, .f32, ["With t = a − 1: ln(1 + t + √(2t + t²)). 2.6 ulp."],
    Draft.a.below(
      0x1p+60, (.a - 1 + (2 * (.a - 1) + (.a - 1) * (.a - 1)).root)(.log1p),
      otherwise: greatLogarithm))

  private static let atanh = Helper(
    .atanh, .f32, ["½·ln(1 + 2|a|/(1 − |a|)), with a's sign. 2.6 ulp."],
    .odd(0.5 * (2 * size / (1 - size))(.log1p)))

  /// ∛a by e^(ln(a)/3) and a step of Newton's; where cubes would be subnormal, of a·2^72.
  private static let cbrt: Helper = {
    func root(_ u: Draft) -> Draft {
      let first = (u(.log) / 3)(.exp)
      // The cube of a root that was rounded upwards may overflow.
      return first - (first - u / (first * first)) / 3
    }
    return Helper(
      .cbrt, .f32, ["The cube root: e^(ln(|a|)/3) and a step of Newton's, with a's sign. 1.2 ulp."],
      size.below(
        0x1p-149, .a,
        otherwise: .odd(
          size.below(
            0x1p-80, root(size * 0x1p+72) * 0x1p-24,
            otherwise: size.below(.infinity, root(size), otherwise: size)))))
  }()
}

extension Draft {
  static let infinity = Draft { $0.emit(.constant(.infinity)) }
}
