import Formulas

// The functions of the language of a series.

extension Calculus {
  /// A function of the language.
  func apply(_ function: Intrinsic, _ argument: Series) throws(Obstacle) -> Series {
    if let settling = try settling(function, argument) { return settling }
    if let vanishing = try vanishing(function, argument) { return vanishing }
    if function == .log1p, argument.growth.first?.sign == 1 {
      return try log(add(Series(.one), argument))
    }
    let u = settled(argument)
    switch function {
    // These know what a factor e^E does.
    case .abs: return try sign(argument) < 0 ? negate(argument) : argument
    case .sign: return Series(Bounds(try sign(argument)))
    case .heaviside: return Series(arithmetic.divided(Bounds(try sign(argument) + 1), by: 2))
    case .log: return try log(argument)
    case .log2, .log10: return try logarithm(function, argument)
    case .floor: return try floor(u)
    case .ceil: return negate(try floor(negate(u)))
    case .round: return try round(u)
    case .sqrt: return try squareRoot(argument)
    case .cbrt:
      let third = arithmetic.divide(.one, Bounds(3))
      let size = try sign(argument) < 0 ? negate(argument) : argument
      let root = try power(size, third)
      return try sign(argument) < 0 ? negate(root) : root
    case .exp: return try exp(u)
    case .tan: return try divide(apply(.sin, u), apply(.cos, u))
    case .distribution: return try distribution(u)
    case .density: return try density(u)
    case .gamma, .lgamma: return try gamma(u, isLogarithm: function == .lgamma)
    case .erfc: return try complementaryError(u)
    case .erfcx: return try scaledComplementaryError(u)
    case .expm1, .log1p, .sigmoid, .softplus, .logcosh, .sin, .cos, .asin, .acos, .atan, .sinh,
      .cosh, .tanh, .asinh, .acosh, .atanh, .erf:
      switch try self.argument(u) {
      case .infinite(let sign): return try far(function, u, sign)
      case .finite(let u0, let h): return try near(function, u, u0, h)
      }
    }
  }

  /// Of an argument that goes to a number.
  private func near(_ function: Intrinsic, _ u: Series, _ u0: Bounds, _ h: Series) throws(Obstacle)
    -> Series
  {
    switch function {
    case .asin, .acos, .asinh, .acosh, .atan, .atanh, .erf:
      return try inverse(function, u, u0, h)
    case .log1p:
      let above = arithmetic.add(.one, u0)
      guard let sign = above.sign else { throw .precision }
      guard sign > 0 else { return try log(add(Series(.one), u)) }
      return try apply(u, u0, h) { logarithms(arithmetic.log1p(u0), above, $0) }
    case .sigmoid, .softplus:
      if u0.size > Self.largestExponent, u0.sign == -1, let huge = try slow(function, u) {
        return huge
      }
      return try apply(u, u0, h) { coefficients(function, u0, $0) }
    case .expm1, .logcosh, .sin, .cos, .sinh, .cosh, .tanh:
      return try apply(u, u0, h) { coefficients(function, u0, $0) }
    case .abs, .sign, .heaviside, .exp, .log, .log2, .log10, .sqrt, .cbrt, .tan, .erfc, .erfcx,
      .gamma, .lgamma, .distribution, .density, .floor, .ceil, .round:
      throw .undecided
    }
  }

  /// g⁽ᵏ⁾(u₀)/k! of functions that have a value everywhere.
  private func coefficients(_ function: Intrinsic, _ u0: Bounds, _ count: Int) -> [Bounds] {
    switch function {
    case .expm1:
      var result = exponentials(arithmetic.exp(u0), count)
      result[0] = arithmetic.expm1(u0)
      return result
    case .sin: return turning(arithmetic.sin(u0), count > 1 ? arithmetic.cos(u0) : .zero, -1, count)
    case .cos:
      return turning(arithmetic.cos(u0), count > 1 ? arithmetic.sin(u0).negated : .zero, -1, count)
    case .sinh:
      return turning(arithmetic.sinh(u0), count > 1 ? arithmetic.cosh(u0) : .zero, 1, count)
    case .cosh:
      return turning(arithmetic.cosh(u0), count > 1 ? arithmetic.sinh(u0) : .zero, 1, count)
    case .tanh: return tangents(u0, count)
    case .sigmoid: return sigmoids(u0, count)
    case .softplus: return raised(arithmetic.softplus(u0), sigmoids(u0, count - 1), count)
    case .logcosh: return raised(arithmetic.logcosh(u0), tangents(u0, count - 1), count)
    case .abs, .sign, .heaviside, .exp, .log, .log1p, .log2, .log10, .sqrt, .cbrt, .tan, .asin,
      .acos, .atan, .asinh, .acosh, .atanh, .erf, .erfc, .erfcx, .gamma, .lgamma, .distribution,
      .density, .floor, .ceil, .round:
      return []
    }
  }

  /// The coefficients of an integral.
  private func raised(_ start: Bounds, _ slope: [Bounds], _ count: Int) -> [Bounds] {
    [start] + slope.prefix(count - 1).enumerated().map { arithmetic.divided($1, by: $0 + 1) }
  }

  /// Where g″ = sign·g.
  private func turning(_ value: Bounds, _ slope: Bounds, _ sign: Int, _ count: Int) -> [Bounds] {
    var result = [value, slope]
    for k in 2..<Swift.max(count, 2) where k < count {
      result.append(arithmetic.divided(result[k - 2], by: sign * k * (k - 1)))
    }
    return Array(result.prefix(count))
  }

  /// tanh, by tanh′ = s and s′ = −2·s·tanh, s = 1/cosh²: nothing cancels far out.
  private func tangents(_ u0: Bounds, _ count: Int) -> [Bounds] {
    guard count > 0 else { return [] }
    var y = [arithmetic.tanh(u0)]
    guard count > 1 else { return y }
    var s = [arithmetic.reciprocal(arithmetic.square(arithmetic.cosh(u0)))]
    for k in 1..<count {
      y.append(arithmetic.divided(s[k - 1], by: k))
      s.append(arithmetic.divided(convolution(s, y, k - 1).negated, by: k).doubled(arithmetic))
    }
    return y
  }

  /// σ, by σ′ = σ·(1 − σ), where 1 − σ(u) = σ(−u).
  private func sigmoids(_ u0: Bounds, _ count: Int) -> [Bounds] {
    guard count > 0 else { return [] }
    var s = [arithmetic.sigmoid(u0)]
    guard count > 1 else { return s }
    var rest = [arithmetic.sigmoid(u0.negated)]
    for k in 1..<count {
      s.append(arithmetic.divided(convolution(s, rest, k - 1), by: k))
      rest.append(s[k].negated)
    }
    return s
  }

  /// Σ aᵢ·bₖ₋ᵢ.
  private func convolution(_ a: [Bounds], _ b: [Bounds], _ k: Int) -> Bounds {
    (0...k).reduce(Bounds.zero) {
      arithmetic.add($0, arithmetic.multiply(a[$1], b[k - $1]))
    }
  }

  /// Functions whose slopes are algebraic or exponential, integrated.
  private func inverse(_ function: Intrinsic, _ u: Series, _ u0: Bounds, _ h: Series)
    throws(Obstacle) -> Series
  {
    let one = Series(.one)
    let (below, above) = (try subtract(one, u), try add(one, u))
    switch function {
    case .atan:
      return try integrate(u, arithmetic.atan(u0)) { () throws(Obstacle) in
        try divide(one, add(one, square(u)))
      }
    case .asinh:
      return try integrate(u, arithmetic.asinh(u0)) { () throws(Obstacle) in
        try power(add(one, square(u)), Bounds(-0.5))
      }
    case .erf:
      let factor = arithmetic.divide(Bounds(2), arithmetic.squareRootOfPi)
      return try integrate(u, arithmetic.errorFunction(u0)) { () throws(Obstacle) in
        scale(try exp(negate(square(u))), factor)
      }
    case .atanh:
      let (left, right) = (try distance(above), try distance(below))
      if left <= 0 || right <= 0 {
        return scale(try subtract(log(above), log(below)), Bounds(0.5))
      }
      return try integrate(u, arithmetic.atanh(u0)) { () throws(Obstacle) in
        try divide(one, multiply(below, above))
      }
    case .acosh:
      guard try distance(below) <= 0 else { throw .undefined }
      return try integrate(u, arithmetic.acosh(u0)) { () throws(Obstacle) in
        try power(multiply(negate(below), above), Bounds(-0.5))
      }
    case .asin, .acos:
      let (left, right) = (try distance(above), try distance(below))
      guard left >= 0, right >= 0 else { throw .undefined }
      let isRising = function == .asin
      return try integrate(u, isRising ? arithmetic.asin(u0) : arithmetic.acos(u0)) {
        () throws(Obstacle) in
        let slope = try power(multiply(below, above), Bounds(-0.5))
        return isRising ? slope : negate(slope)
      }
    case .abs, .sign, .heaviside, .exp, .expm1, .log, .log1p, .log2, .log10, .sqrt, .cbrt,
      .sigmoid, .softplus, .logcosh, .sin, .cos, .tan, .sinh, .cosh, .tanh, .erfc, .erfcx, .gamma,
      .lgamma, .distribution, .density, .floor, .ceil, .round:
      throw .undecided
    }
  }

  /// The sign of the limit; of what is undefined beyond 0, it may be 0 exactly.
  private func distance(_ a: Series) throws(Obstacle) -> Int {
    guard let sign = a.middle.sign else { throw .precision }
    return sign
  }
}

extension Bounds {
  fileprivate func doubled(_ arithmetic: Arithmetic) -> Bounds { arithmetic.times(self, 2) }
}
