import Activations

// Derivatives as textbooks write them, for readers: where numbers are computed they would overflow or cancel.

extension ProgramBuilder {
  /// g′(u), given the registers of u and g(u), where readers expect another form than computations; else nil.
  mutating func textbookDerivative(of function: Intrinsic, _ u: Int, _ g: Int) -> Int? {
    switch function {
    case .log: return reciprocal(u)
    case .log1p: return reciprocal(emit(.offset(u, by: 1)))
    case .log2, .log10:
      let base = apply(.log, constant(function == .log2 ? 2.0 : 10.0))
      return reciprocal(emit(.multiply(u, base)))
    case .sigmoid: return emit(.multiply(g, rest(square: false, g)))
    case .tanh: return rest(square: true, g)
    case .asin: return reciprocal(apply(.sqrt, rest(square: true, u)))
    case .acos: return negated(reciprocal(apply(.sqrt, rest(square: true, u))))
    case .atanh: return reciprocal(rest(square: true, u))
    case .acosh: return reciprocal(apply(.sqrt, emit(.offset(emit(.raise(u, to: 2)), by: -1))))
    case .sqrt: return reciprocal(emit(.scale(g, by: 2)))
    case .abs, .sign, .heaviside, .exp, .expm1, .cbrt, .softplus, .logcosh, .sin, .cos, .tan, .atan,
      .sinh, .cosh, .asinh, .erf, .erfc, .gamma, .lgamma, .erfcx, .floor, .ceil, .round,
      .distribution, .density:
      return nil
    }
  }

  /// (a′·b − a·b′)/b²; a′/b where b is a number.
  mutating func textbookQuotient(_ a: Int, _ b: Int, _ slopes: [Int?]) -> Int? {
    guard let slope = slopes[b] else { return quotient(slopes[a], b) }
    return quotient(
      difference(product(slopes[a], b), product(a, slope)), emit(.raise(b, to: 2)))
  }

  private mutating func reciprocal(_ u: Int) -> Int { emit(.divide(constant(1.0), u)) }

  /// 1 − u or 1 − u².
  private mutating func rest(square: Bool, _ u: Int) -> Int {
    emit(.offset(negated(square ? emit(.raise(u, to: 2)) : u), by: 1))
  }
}
