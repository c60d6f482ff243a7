import Activations

// Functions that some languages have and others lack.

extension Helper {
  static let erf32 = errorFunction(.f32, erfCoefficients32)
  static let erf64 = errorFunction(.f64, erfCoefficients64)
  static let round32 = rounding(.f32)
  static let round64 = rounding(.f64)

  /// erf a: a·P(a²) within ±1, else what the tail leaves of 1.
  private static func errorFunction(_ type: FloatType, _ coefficients: [Double]) -> Helper {
    var code = Code(type)
    let a = code.emit(.x)
    let size = code.emit(.magnitude(a))
    let series = code.polynomial(coefficients, code.emit(.multiply(size, size)))
    let near = code.emit(.multiply(size, series))
    // Beyond 8 nothing is left of the tail.
    let end = code.number(8)
    let held = code.emit(.select(.greater, size, end, end, otherwise: size))
    let argument = code.emit(.multiply(held, code.number(0x1.6a09e667f3bcdp+0)))
    let power = code.emit(
      .call(.exp, code.emit(.negate(code.emit(.multiply(held, held))))))
    let tail = code.emit(
      .multiply(
        code.number(2), code.emit(.multiply(code.emit(.call(.normalTail, argument)), power)))
    )
    let far = code.emit(.subtract(code.number(1), tail))
    let value = code.emit(.select(.less, size, code.number(1), near, otherwise: far))
    let opposite = code.emit(.negate(value))
    let result = code.emit(.select(.less, a, code.number(0), opposite, otherwise: value))
    return Helper(
      primitive: .erf,
      comment: [
        "The error function: within ±1 a·P(a²), a Chebyshev series of erf(a)/a computed with 40 digits and",
        type == .f32
          ? "cut off at 2^-35; else what the normal distribution's tail leaves of 1. 2.2 ulp with roundings."
          : "cut off at 2^-62; else what the normal distribution's tail leaves of 1. 1.5 ulp with roundings.",
      ], code: code, result: result)
  }

  private static func rounding(_ type: FloatType) -> Helper {
    var code = Code(type)
    let a = code.emit(.x)
    let size = code.emit(.magnitude(a))
    let below = code.emit(.call(.floor, size))
    let rest = code.emit(.subtract(size, below))
    let above = code.emit(.add(below, code.number(1)))
    let value = code.emit(
      .select(.greaterOrEqual, rest, code.number(0.5), above, otherwise: below))
    let opposite = code.emit(.negate(value))
    let result = code.emit(.select(.less, a, code.number(0), opposite, otherwise: value))
    return Helper(
      primitive: .round,
      comment: ["The nearest whole number; halves are rounded away from 0."], code: code,
      result: result)
  }

  private static let erfCoefficients32: [Double] = [
    0x1.20dd76p+0, -0x1.812746p-2, 0x1.ce2f0ap-4, -0x1.b829dp-6, 0x1.562abep-8, -0x1.bcd3a4p-11,
    0x1.d89ff4p-14, -0x1.449784p-17,
  ]

  private static let erfCoefficients64: [Double] = [
    0x1.20dd750429b6dp+0, -0x1.812746b0379e6p-2, 0x1.ce2f21a042b32p-4, -0x1.b82ce31284e9cp-6,
    0x1.565bcd0dbc1adp-8, -0x1.c02db3db06d60p-11, 0x1.f9a321dd3898cp-14, -0x1.f4d1e3a67dc3ep-17,
    0x1.b9df2954a9147p-20, -0x1.5f1f0634fb062p-23, 0x1.f7b72e5bcd4ffp-27, -0x1.38a4b8db8a7c5p-30,
    0x1.0613987edce0dp-34,
  ]
}
