import Activations

/// A function that comes with the code that calls it, in the same neutral form.
package struct Helper: Sendable {
  /// Which function it is.
  package let primitive: Primitive
  /// What it computes, and how well, for its comment.
  package let comment: [String]
  package let code: Code
  package let result: Int

  /// The value at a number.
  func value<T: CodeNumber>(_ u: T) -> T { code.value(result, u) }

  /// The helper for a function; nil where languages are to have it.
  package static func of(_ primitive: Primitive, _ type: FloatType) -> Helper? {
    switch primitive {
    case .normalTail: normalTail(type)
    case .erf: type == .f32 ? erf32 : erf64
    case .round: type == .f32 ? round32 : round64
    case .exp, .expm1, .log, .log1p, .log2, .log10, .cbrt, .sin, .cos, .tan, .asin, .acos, .atan,
      .sinh, .cosh, .tanh, .asinh, .acosh, .atanh, .floor, .ceil:
      type == .f32 ? single(primitive) : nil
    }
  }

  static func normalTail(_ type: FloatType) -> Helper { type == .f32 ? tail32 : tail64 }

  private static let tail32 = tail(.f32, scale: 2, coefficients32)
  private static let tail64 = tail(.f64, scale: 3, coefficients64)

  /// g(t)/(a + 13/16) with t = (a − k)/(a + k), where g is nearly flat.
  private static func tail(_ type: FloatType, scale: Double, _ coefficients: [Double]) -> Helper {
    var code = Code(type)
    let a = code.emit(.x)
    let below = code.emit(.add(a, code.number(scale)))
    let share = code.emit(.divide(code.number(2 * scale), below))
    let t = code.emit(.subtract(code.number(1), share))
    let sum = code.polynomial(coefficients, t)
    let result = code.emit(.divide(sum, code.emit(.add(a, code.number(0.8125)))))
    return Helper(
      primitive: .normalTail,
      comment: [
        "The tail of the normal distribution without its fall: Φ(−a)·exp(a²/2) for a ≥ 0.",
        "Chebyshev series of (a + 13/16)·Φ(−a)·exp(a²/2) in t, computed with 40 digits;",
        type == .f32
          ? "cut off at 2^-28 of it, 2.3 ulp with roundings."
          : "cut off at 2^-57 of it, 2.5 ulp with roundings.",
      ], code: code, result: result)
  }

  private static let coefficients32: [Double] = [
    0x1.e4223ep-2, -0x1.1197e4p-5, -0x1.400d5ap-4, 0x1.19884ep-5, 0x1.5a7988p-7, -0x1.3ef792p-8,
    -0x1.bbed16p-9, -0x1.0cbc84p-15, 0x1.c822p-11, 0x1.aa5174p-12, -0x1.bb09b6p-14,
    -0x1.40e478p-13, -0x1.10f57ap-18, 0x1.7a2b46p-16,
  ]

  private static let coefficients64: [Double] = [
    0x1.da63f4d1792c3p-2, -0x1.d9b6795195152p-5, -0x1.43e2cd7692163p-5, 0x1.b8f769b6265e6p-5,
    -0x1.873e43f58f4b8p-6, 0x1.42ed1a41461d8p-11, 0x1.a2c81cdb69550p-9, -0x1.2ff9cf99127aap-12,
    -0x1.1d61ea5e9cd9fp-11, 0x1.32238b2a9df14p-18, 0x1.be23f6ce33143p-14, 0x1.54da297a09956p-16,
    -0x1.2d8d632b66f98p-16, -0x1.480180a5f197cp-17, 0x1.1360e0f8d2f95p-20, 0x1.717aa45d05717p-19,
    0x1.c0eb4fcf46505p-21, -0x1.800c44f311e28p-22, -0x1.acb063576927ap-22, -0x1.97ad013a9ac02p-24,
    0x1.5d7748c7612a8p-24, 0x1.2fc6241b10695p-24, 0x1.3f42a1478b869p-31, -0x1.5eee1404e4337p-26,
    -0x1.2992c68df778ap-28, 0x1.a6536e369d7dcp-29, 0x1.9baf5acf18741p-31, -0x1.94b0452c84130p-33,
  ]
}

extension Code {
  /// Σ cᵢ·tⁱ by Horner's rule.
  mutating func polynomial(_ coefficients: [Double], _ t: Int) -> Int {
    var sum = number(coefficients.last ?? 0)
    for c in coefficients.dropLast().reversed() {
      sum = emit(.add(emit(.multiply(sum, t)), number(c)))
    }
    return sum
  }
}
