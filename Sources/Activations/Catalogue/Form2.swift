/// x·½[1 + αx / √(1 + α²x²)]: an algebraic gate, the quickest to evaluate.
///
/// With u = αx, r = √(1 + u²), a = 1/r and c = u/r, the left side of the gate is a / 2(r − u), and
/// f″ = αa³(a² − c²/2). The tails fall off as powers: f ≈ −1/(4α²|x|) on the left.
/// Limits: 0 at −∞, x at +∞.
///
/// Largest errors in ulp at 300,000 points, over all x and α from 0.01 to 100:
/// H and f 3 (six points of 100,000, else 2), f′ 5, f″ 9.
struct Form2: Gate {
  let alpha: Factor

  @inline(__always)
  func gate<S: Scalar>(at x: Double, as type: S.Type) -> GateJet<S> {
    let u = alpha.times(x)
    if abs(u.high) > Self.tail {
      let w = 1 / S(alpha.value) / S(x)
      let small = (w * w).scaled(by: 0.25)
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
    let square: S = squaredRadius(u)
    let r = S.sqrt(square)
    if abs(u.high) < 0.25 { return S(x) * (0.5 + (S(u) / r).scaled(by: 0.5)) }
    let small = S(0.5 * x) / (square + r * S(u.magnitude))
    return u.high < 0 ? small : S(x) - small
  }

  @inline(__always)
  func product<S: Scalar>(at x: Double, as type: S.Type) -> ProductJet<S> {
    let value = value(at: x, as: S.self)
    let u = alpha.times(x)
    if abs(u.high) > Self.tail {
      let w = 1 / S(alpha.value) / S(x)
      let small = -(w * w).scaled(by: 0.25)
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
    let square: S = squaredRadius(u)
    let r = S.sqrt(square)
    let a = 1 / r
    return (a, S(u) * a, 0.5 / (square + r * S(u.magnitude)))
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

extension FunctionFamily {
  static let form2 = FunctionFamily(
    "form2", definition: "gate: 1/2*(1 + alpha*x/sqrt(1 + alpha^2*x^2))",
    parameters: [.alpha],
    kernel: { Form2(alpha: Factor($0[0])) }
  )
}
