import Activations

// The derivatives of the language's own functions, in words of the language, without what cancels or overflows.

extension ProgramBuilder {
  /// g′(u), given the registers of u and g(u); nil where it is 0.
  mutating func derivative(of function: Intrinsic, _ u: Int, _ g: Int) throws(Underivable) -> Int? {
    if isTextbook, let slope = textbookDerivative(of: function, u, g) { return slope }
    switch function {
    case .abs: return emit(.sign(u))
    case .sign, .heaviside, .floor, .ceil, .round: return nil
    case .exp: return g
    case .expm1: return apply(.exp, u)
    case .log: return reciprocal(u, above: u)
    case .log1p:
      let above = emit(.offset(u, by: 1))
      return reciprocal(above, above: above)
    case .log2, .log10:
      let base = apply(.log, constant(function == .log2 ? 2.0 : 10.0))
      return reciprocal(emit(.multiply(u, base)), above: u)
    case .sqrt: return emit(.divide(constant(0.5), g))
    case .cbrt: return emit(.divide(constant(1.0), emit(.scale(emit(.multiply(g, g)), by: 3))))
    case .sigmoid: return emit(.multiply(g, apply(.sigmoid, negated(u))))
    case .softplus: return apply(.sigmoid, u)
    case .logcosh: return apply(.tanh, u)
    case .tanh:
      let (right, left) = (emit(.scale(u, by: 2)), emit(.scale(u, by: -2)))
      return emit(.scale(emit(.multiply(apply(.sigmoid, right), apply(.sigmoid, left))), by: 4))
    case .sin: return apply(.cos, u)
    case .cos: return negated(apply(.sin, u))
    case .tan: return emit(.offset(emit(.multiply(g, g)), by: 1))
    case .sinh: return apply(.cosh, u)
    case .cosh: return apply(.sinh, u)
    case .asin, .acos, .atan, .asinh, .acosh, .atanh: return inverse(function, u)
    case .erf, .erfc, .erfcx, .distribution, .density: return normal(function, u, g)
    case .gamma, .lgamma: throw Underivable(function: function.rawValue)
    }
  }

  private mutating func inverse(_ function: Intrinsic, _ u: Int) -> Int {
    let (below, above) = (emit(.offset(negated(u), by: 1)), emit(.offset(u, by: 1)))
    let product = emit(.multiply(below, above))
    let one = constant(1.0)
    switch function {
    case .asin: return emit(.divide(one, apply(.sqrt, product)))
    case .acos: return emit(.divide(constant(-1.0), apply(.sqrt, product)))
    case .atanh: return reciprocal(product, above: product)
    case .acosh:
      let roots = emit(.multiply(apply(.sqrt, emit(.offset(u, by: -1))), apply(.sqrt, above)))
      return emit(.divide(one, roots))
    default:
      let square = emit(.offset(emit(.multiply(u, u)), by: 1))
      return emit(.divide(one, function == .asinh ? apply(.sqrt, square) : square))
    }
  }

  private mutating func normal(_ function: Intrinsic, _ u: Int, _ g: Int) -> Int {
    switch function {
    case .distribution: return apply(.density, u)
    case .density: return negated(emit(.multiply(u, g)))
    default:
      let root = apply(.sqrt, exact(.pi))
      let factor = emit(.divide(constant(function == .erf ? 2.0 : -2.0), root))
      if function == .erfcx {
        return emit(.add(emit(.scale(emit(.multiply(u, g)), by: 2)), factor))
      }
      return emit(.multiply(factor, apply(.exp, negated(emit(.multiply(u, u))))))
    }
  }

  /// 1/a where another register is positive; NaN elsewhere, where the function has no value.
  private mutating func reciprocal(_ a: Int, above b: Int) -> Int {
    let quotient = emit(.divide(constant(1.0), a))
    return emit(
      .select(.greater, b, constant(0.0), quotient, otherwise: constant(Double.nan)))
  }
}
