import Formulas

// The functions of the language of an argument that goes to ±∞.

extension Calculus {
  func far(_ function: Intrinsic, _ u: Series, _ sign: Int) throws(Obstacle) -> Series {
    let size = sign < 0 ? negate(u) : u
    switch function {
    case .expm1: return try subtract(exp(u), Series(.one))
    case .log1p: return try log(add(Series(.one), u))
    case .sigmoid: return sign > 0 ? settled(.one) : try fading(exp(u))
    case .softplus: return sign > 0 ? flat(u) : try fading(exp(u))
    case .logcosh: return try subtract(flat(size), Series(arithmetic.log2))
    case .tanh, .erf: return settled(Bounds(sign))
    case .sinh, .cosh:
      let half = scale(try fading(exp(size)), Bounds(0.5))
      return sign < 0 && function == .sinh ? negate(half) : half
    case .atan:
      let right = arithmetic.divided(arithmetic.pi, by: 2)
      guard size.growth.isEmpty, size.logarithm == nil else {
        return settled(sign < 0 ? right.negated : right)
      }
      // ±π/2 − arctan 1/u.
      return try subtract(
        Series(sign < 0 ? right.negated : right), apply(.atan, divide(Series(.one), u)))
    case .asinh, .acosh:
      if sign < 0, function == .acosh { throw .undefined }
      // ln(u + √(u² ± 1)) of a large u.
      let root = try squareRoot(
        add(square(size), Series(Bounds(function == .asinh ? 1 : -1))))
      let result = try log(add(size, root))
      return sign < 0 ? negate(result) : result
    case .asin, .acos, .atanh: throw .undefined
    case .sin, .cos, .tan, .abs, .sign, .heaviside, .exp, .log, .sqrt, .cbrt, .erfc, .gamma,
      .lgamma, .distribution, .density:
      throw .undecided
    }
  }

  /// The same, but for what is smaller than any power of t beside it.
  func fading(_ u: Series) throws(Obstacle) -> Series { flat(u) }

  private func flat(_ u: Series) -> Series {
    var result = u
    result.order = min(result.order, .beyond)
    return result
  }
}
