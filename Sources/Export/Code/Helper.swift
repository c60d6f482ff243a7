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
    case .normalLoss: normalLoss(type)
    case .erf: type == .f32 ? erf32 : erf64
    case .round: type == .f32 ? round32 : round64
    case .exp, .expm1, .log, .log1p, .log2, .log10, .cbrt, .sin, .cos, .tan, .asin, .acos, .atan,
      .sinh, .cosh, .tanh, .asinh, .acosh, .atanh, .floor, .ceil:
      type == .f32 ? single(primitive) : nil
    }
  }
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
