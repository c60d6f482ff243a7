/// x·(½ + arctan(x/γ)/π): the gate is the Cauchy distribution's.
///
/// With v = x/γ and w = 1/|v|, the left side of the gate is arctan(w)/π, and f″ = 2H′/(1 + v²).
/// Limits: −γ/π at −∞, the offset that the slow tail of this gate leaves; x at +∞ (f − x → −γ/π).
///
/// Largest errors in ulp at 300,000 points, over all x and γ from 0.01 to 100:
/// H 2, f 2, f′ 2, f″ 6.
struct Form5: Gate {
  let gamma: Double

  var limitAtMinusInfinity: Double { -gamma * Self.reciprocalOfPi.high }

  @inline(__always)
  func gate<S: Scalar>(at x: Double, as type: S.Type) -> GateJet<S> {
    let (density, decay) = densityAndDecay(at: x, as: S.self)
    let isInside = abs(x) < gamma
    let bend =
      isInside ? S(x) / S(gamma) / S(gamma) * density * decay : density / S(x) * (1 - decay)
    return GateJet(sides(at: x).value, density, -(bend + bend))
  }

  /// H: near 0 as ½ plus an odd function, farther out by the side that does not cancel.
  @inline(__always)
  private func sides<S: Scalar>(at x: Double) -> (value: S, rest: Double) {
    let isInside = abs(x) < 0.5 * gamma
    let (share, rest): (S, Double) =
      isInside ? Self.share(abs(x), gamma) : Self.share(gamma, abs(x))
    if x < 0, !isInside { return (share, rest) }
    let sign = x < 0 || !isInside ? -1.0 : 1
    let start = isInside ? 0.5 : 1
    let value = S(start) + S(sign) * share
    guard S.self == Double.self else { return (value, 0) }
    return (value, (start - value.rounded) + sign * share.rounded + sign * rest)
  }

  /// arctan(a/b)/π, and what that lacks in doubles.
  @inline(__always)
  private static func share<S: Scalar>(_ a: Double, _ b: Double) -> (value: S, rest: Double) {
    let w = S(a) / S(b)
    let angle = S.atan(w)
    let share = angle * S(reciprocalOfPi)
    guard S.self == Double.self else { return (share, 0) }
    let lost = a.addingProduct(-w.rounded, b) / b / (1 + w.rounded * w.rounded)
    let rest = (-share.rounded).addingProduct(angle.rounded, reciprocalOfPi.high)
    return (share, rest + angle.rounded * reciprocalOfPi.low + lost * reciprocalOfPi.high)
  }

  @inline(__always)
  func value<S: Scalar>(at x: Double, as type: S.Type) -> S {
    let w = gamma / abs(x)
    let limit = -(S(gamma) * S(Self.reciprocalOfPi))
    if w < 0x1p-27 { return x < 0 ? limit : S(x) + limit }
    if x < 0 || x < gamma {
      let (value, rest): (S, Double) = sides(at: x)
      return S.self == Double.self ? S(x) * value + S(x * rest) : S(x) * value
    }
    return S(x) - S(x) * (S.atan(S(gamma) / S(x)) * S(Self.reciprocalOfPi))
  }

  @inline(__always)
  func product<S: Scalar>(at x: Double, as type: S.Type) -> ProductJet<S> {
    let value = value(at: x, as: S.self)
    let (density, decay) = densityAndDecay(at: x, as: S.self)
    let bend = density * decay
    let slope =
      abs(x) < gamma
      ? Sum(sides(at: x).value, x == 0 ? 0 : S(x) * density) : slopeInTail(at: x)
    return ProductJet(value, slope, Sum(bend + bend))
  }

  /// H′ and 1/(1 + v²), through v or w, whichever is below 1.
  @inline(__always)
  private func densityAndDecay<S: Scalar>(at x: Double, as type: S.Type) -> (S, S) {
    if abs(x) < gamma {
      let v = S(x) / S(gamma)
      let decay = 1 / (1 + v * v)
      return (S(Self.reciprocalOfPi) / S(gamma) * decay, decay)
    }
    let w = S(gamma) / S(abs(x))
    let decay = w / (1 + w * w)
    return (S(Self.reciprocalOfPi) / S(abs(x)) * decay, w * decay)
  }

  /// f′ for |x| ≥ γ: on the left (arctan w − w/(1 + w²))/π, on the right its complement.
  @inline(__always)
  private func slopeInTail<S: Scalar>(at x: Double) -> Sum<S> {
    let w = S(gamma) / S(abs(x))
    let scale = S(Self.reciprocalOfPi)
    guard w.rounded >= 0.5 else {
      // Powers and the outer steps in pairs: three times the rounding of w would show.
      let pair = Pair.quotient(gamma, abs(x))
      let square = pair.squared
      let inner = 4 / 5 - S(square) * Self.series(S(square))
      let series = Pair(2) / 3 - square * inner.pair
      let small = S(square * pair * Self.reciprocalOfPi * series)
      return x < 0 ? Sum(small) : Sum(1 - small)
    }
    let (a, b) = (scale * S.atan(w), scale * w / (1 + w * w))
    return x < 0 ? Sum(a, -b) : Sum(1 - a + b)
  }

  /// The part from w⁴ on of (arctan w − w/(1 + w²))/w³ = Σ (−1)^(k+1) 2k/(2k + 1) w^2(k−1) for w < ½, without its w⁴.
  @inline(__always)
  private static func series<S: Scalar>(_ square: S) -> S {
    guard S.self == Double.self else {
      return stride(from: 45.0, through: 3, by: -1).reduce(0) { sum, k in
        S(2 * k) / S(2 * k + 1) - square * sum
      }
    }
    // Every other term apart, so that a processor adds them side by side.
    let z = square.rounded
    let fourth = z * z
    var (sum, rest) = (0.0, 0.0)
    for index in stride(from: z < 0.0625 ? 12 : 26, through: 0, by: -2) {
      sum = shares[index] + fourth * sum
      rest = shares[index + 1] + fourth * rest
    }
    return S(sum - z * rest)
  }

  /// 2k/(2k + 1) from k = 3 on.
  private static let shares: [Double] = [
    0.8571428571428571, 0.8888888888888888, 0.9090909090909091, 0.9230769230769231,
    0.9333333333333333, 0.9411764705882353, 0.9473684210526315, 0.9523809523809523,
    0.9565217391304348, 0.96, 0.9629629629629629, 0.9655172413793104, 0.967741935483871,
    0.9696969696969697, 0.9714285714285714, 0.972972972972973, 0.9743589743589743,
    0.975609756097561, 0.9767441860465116, 0.9777777777777777, 0.9787234042553191,
    0.9795918367346939, 0.9803921568627451, 0.9811320754716981, 0.9818181818181818,
    0.9824561403508771, 0.9830508474576272, 0.9836065573770492,
  ]

  /// 1/π.
  private static let reciprocalOfPi = Pair(
    0x1.45f3_06dc_9c88_3p-2, -0x1.6b01_ec54_1705_6p-56)
}

extension Form5: Vectorized {
  package var vectorKernel: VectorKernel? { VectorKernel(.cauchy(scale: Pair(gamma))) }
}

extension FunctionFamily {
  static let form5 = FunctionFamily(
    "form5", definition: "gate: 1/2 + atan(x/gamma)/pi",
    parameters: [.gamma],
    note: "tends to −γ/π at −∞",
    kernel: { Form5(gamma: $0[0]) }
  )
}
