/// x·½[1 + αx / √(1 + α²x²)]: an algebraic gate, the quickest to evaluate.
///
/// With u = αx, r = √(1 + u²), a = 1/r and c = u/r, the left side of the gate is a / 2(r − u), and
/// f″ = αa³(a² − c²/2). The tails fall off as powers: f ≈ −1/(4α²|x|) on the left.
/// Limits: 0 at −∞, x at +∞.
///
/// In doubles the smaller side of the gate is a quotient whose divisor is rounded once. Largest errors in ulp, at 400,000 points each
/// for α = 0.3, 1 and 1.7: H and f 2; f′ 6 and f″ 9 at α = 0.3 (9 and 7 points), else 5 and 8.
struct Form2: Gate {
  let alpha: Factor

  @inline(__always)
  func gate<S: Scalar>(at x: Double, as type: S.Type) -> GateJet<S> {
    let u = alpha.times(x)
    if abs(u.high) > Self.tail {
      let small: S = farSide(x, u)
      let density = (small + small) * S(abs(1 / x))
      return GateJet(x < 0 ? small : 1 - small, density, -3 * density / S(x))
    }
    let (a, c, small) = terms(u, as: S.self)
    let value = abs(u.high) < 0.25 ? 0.5 + c.scaled(by: 0.5) : u.high < 0 ? small : 1 - small
    let steepness = S(alpha.value) * a
    return GateJet(
      value, (steepness * a * a).scaled(by: 0.5),
      -(steepness * steepness * c * a * a).scaled(by: 1.5))
  }

  @inline(__always)
  func value<S: Scalar>(at x: Double, as type: S.Type) -> S {
    let u = alpha.times(x)
    if abs(u.high) > Self.tail {
      return x < 0 ? S(0.25) / S(alpha.value) / S(x) / S(alpha.value) : S(x)
    }
    if abs(u.high) < 0.25 {
      return S(x) * (0.5 + (S(u) / S.sqrt(squaredRadius(u))).scaled(by: 0.5))
    }
    let small: S = half(of: x, u).quotient
    return u.high < 0 ? small : S(x) - small
  }

  @inline(__always)
  func product<S: Scalar>(at x: Double, as type: S.Type) -> ProductJet<S> {
    let value = value(at: x, as: S.self)
    let u = alpha.times(x)
    if abs(u.high) > Self.tail {
      let small: S = -farSide(x, u)
      return ProductJet(
        value, Sum(x < 0 ? small : 1 - small), Sum((small + small) * S(abs(1 / x))))
    }
    let (a, c, small) = terms(u, as: S.self)
    let square = a * a
    if abs(u.high) < 0.3 {
      // H + xH′ = ½ + ½c(1 + a²).
      return ProductJet(
        value, Sum(0.5 + (c + c * square).scaled(by: 0.5)), Sum(bendNearZero(u, as: S.self)))
    }
    let bend = S(alpha.value) * square * a
    let second = Sum(bend * (square - (c * c).scaled(by: 0.5)), magnitude: bend.rounded)
    // On the left H + xH′ = H (a² + c); the right side is its complement.
    let factor = square - (u.high < 0 ? -c : c)
    let slope = small * factor
    return ProductJet(
      value,
      u.high < 0
        ? Sum(slope, magnitude: small.rounded * max(1, abs(factor.rounded - 1))) : Sum(1 - slope),
      second)
  }

  /// f″ = α(1 − u²/2)/r⁵ where nothing cancels; what 1 + u² loses in doubles is put back in the numerator.
  @inline(__always)
  private func bendNearZero<S: Scalar>(_ u: Pair, as type: S.Type) -> S {
    let power = S(u) * S(u)
    let square = 1 + power
    let lost = S.self == Double.self ? power - (square - 1) : 0
    let numerator = 1 - (power + 5 * lost).scaled(by: 0.5)
    return S(alpha.value) * numerator / (square * square * S.sqrt(square))
  }

  /// 1/r, u/r and the smaller side of the gate.
  @inline(__always)
  private func terms<S: Scalar>(_ u: Pair, as type: S.Type) -> (a: S, c: S, small: S) {
    if abs(u.high) < 0.25 {
      let a = 1 / S.sqrt(squaredRadius(u))
      return (a, S(u) * a, 0.5)
    }
    let (small, r): (S, S) = half(of: 1, u)
    let a = 1 / r
    return (a, S(u) * a, small)
  }

  /// x/2(r² + r|u|), and r.
  @inline(__always)
  private func half<S: Scalar>(of x: Double, _ u: Pair) -> (quotient: S, r: S) {
    if S.self == Double.self {
      let (quotient, r) = Self.half(of: x, abs(u.high), lack: 2 * u.high * u.low)
      return (S(quotient), S(r))
    }
    let square = S(u.squared + 1)
    let r = S.sqrt(square)
    return (S(0.5 * x) / (square + r * S(u.magnitude)), r)
  }

  /// The same in doubles, given |u| and what u² lacks, with one root and one division: 2 ulp.
  ///
  /// The division loses half an ulp, so that its divisor may lose 2⁻⁵² of itself. Its rounding takes half of that; r·u is at most half
  /// of the sum, so that its rounding and that of the root take at most a quarter each. 1 + u² is a pair: the square of 26 bits
  /// is exact.
  @inline(__always)
  private static func half(
    of x: Double, _ size: Double, lack: Double
  ) -> (quotient: Double, r: Double) {
    let a = Pair.leadingHalf(size)
    let sum = Pair.sum(1, a * a)
    let square = Pair.quickSum(sum.high, sum.low + ((a + size) * (size - a) + lack))
    let r = square.high.squareRoot()
    let whole = Pair.quickSum(square.high, r * size)
    // What the square lacks, low, makes r·u lack low·u/2r, where u/2r is near ⅜.
    let divisor = whole.high + (whole.low + 1.375 * square.low)
    return (0.5 * x / divisor, r)
  }

  /// 1/4u², far out; u may overflow.
  @inline(__always)
  private func farSide<S: Scalar>(_ x: Double, _ u: Pair) -> S {
    guard S.self == Double.self, abs(u.high) < 0x1p500 else {
      let w = 1 / S(alpha.value) / S(x)
      return (w * w).scaled(by: 0.25)
    }
    let square = u.squared
    let quotient = 0.25 / square.high
    return S(quotient - quotient * (square.low / square.high))
  }

  /// 1 + u²; in double the low part of u counts once, to first order.
  @inline(__always)
  private func squaredRadius<S: Scalar>(_ u: Pair) -> S {
    S.self == Double.self
      ? 1 + S(u.high * (u.high + 2 * u.low)) : S(u.squared + 1)
  }

  /// From here on √(1 + u²) is |u| to the last digit: 1/2u² is below half an ulp.
  private static let tail = 0x1p27
}

extension Form2: Vectorized {
  package var vectorKernel: VectorKernel? { VectorKernel(.algebraic(rate: Pair(alpha.value))) }
}

extension FunctionFamily {
  static let form2 = FunctionFamily(
    "form2", definition: "gate: 1/2*(1 + alpha*x/sqrt(1 + alpha^2*x^2))",
    parameters: [.alpha],
    kernel: { Form2(alpha: Factor($0[0])) }
  )
}
