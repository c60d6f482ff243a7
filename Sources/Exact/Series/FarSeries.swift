import Formulas

// The functions of the language of an argument that goes to ±∞.

extension Calculus {
  func far(_ function: Intrinsic, _ u: Series, _ sign: Int) throws(Obstacle) -> Series {
    let size = sign < 0 ? negate(u) : u
    if u.growth.isEmpty, u.valuation.base == .zero, let slow = try slow(function, u) { return slow }
    switch function {
    case .expm1: return try subtract(exp(u), Series(.one))
    case .log1p: return try log(add(Series(.one), u))
    case .sigmoid: return sign > 0 ? settled(.one) : flat(try exp(u))
    case .softplus: return sign > 0 ? flat(u) : flat(try exp(u))
    case .logcosh: return try subtract(flat(size), Series(arithmetic.log2))
    case .tanh, .erf: return settled(Bounds(sign))
    case .sinh, .cosh:
      let half = scale(flat(try exp(size)), Bounds(0.5))
      return sign < 0 && function == .sinh ? negate(half) : half
    case .atan:
      let right = arithmetic.divided(arithmetic.pi, by: 2)
      guard size.growth.isEmpty else {
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
    case .sin, .cos:
      // O(1), of which no derivative can be had.
      guard isValueOnly else { throw .undecided }
      if let phase { return Series(try phase.wave(function, u, arithmetic)) }
      return Series([], order: .order)
    case .tan, .abs, .sign, .heaviside, .exp, .log, .log2, .log10, .sqrt, .cbrt, .erfc, .erfcx,
      .gamma, .lgamma, .distribution, .density, .floor, .ceil, .round:
      throw .undecided
    }
  }

  /// By exponentials: of an argument that grows like ln t they are powers, of a huge number they are kept by their logarithms.
  func slow(_ function: Intrinsic, _ u: Series) throws(Obstacle) -> Series? {
    let one = Series(.one)
    switch function {
    case .tanh:
      let square = try exp(scale(u, Bounds(2)))
      return try divide(subtract(square, one), add(square, one))
    case .sigmoid: return try divide(one, add(one, exp(negate(u))))
    case .softplus: return try apply(.log1p, exp(u))
    case .sinh: return scale(try subtract(exp(u), exp(negate(u))), Bounds(0.5))
    case .cosh: return scale(try add(exp(u), exp(negate(u))), Bounds(0.5))
    case .logcosh: return try log(scale(add(exp(u), exp(negate(u))), Bounds(0.5)))
    case .atan: throw .undecided
    case .abs, .sign, .heaviside, .exp, .expm1, .log, .log1p, .log2, .log10, .sqrt, .cbrt, .sin,
      .cos, .tan, .asin, .acos, .asinh, .acosh, .atanh, .erf, .erfc, .erfcx, .gamma, .lgamma,
      .distribution, .density, .floor, .ceil, .round:
      return nil
    }
  }

  /// The same, but for what is smaller than any power of t beside it.
  private func flat(_ u: Series) -> Series {
    var result = u
    result.order = min(result.order, .beyond)
    return result
  }
}
