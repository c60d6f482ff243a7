/// x·½[1 + αx / ln(e^αx + e^−αx)]: the gate is u over a smooth |u|.
///
/// With u = αx, q = e^−2|u|, l = ln(1 + q) and L = |u| + l, nothing cancels and nothing overflows:
/// the smaller side of the gate is l / 2L, and its slope α(l + 2|u|q/(1 + q)) / 2L².
/// Limits: 0 at −∞, x at +∞.
///
/// Largest errors in ulp at 300,000 points, over all x and α from 0.01 to 100:
/// H and f 3 (two points of 100,000, else 2), f′ 6, f″ 9.
struct Form1: Gate {
  let alpha: Factor

  @inline(__always)
  func gate<S: Scalar>(at x: Double, as type: S.Type) -> GateJet<S> {
    let u = alpha.times(x)
    if abs(u.high) > saturation { return .step(x) }
    let isLeft = u.high < 0
    let size = S(u.magnitude)
    let q = SplitExponential<S>(u.magnitude.scaled(by: -2))
    let small = q.unscaled
    let reciprocal = 1 / (1 + small)
    let l = q.half == 1 ? S.log1p(q.value) : q.value
    let whole = l.scaled(by: q.half).scaled(by: q.half)
    let length = size + whole
    // In doubles, what the logarithm and the sum lost as a share of the logarithm.
    let rest = q.rest * reciprocal
    let lost = S.self == Double.self ? Self.lost(u.magnitude, whole.rounded, length.rounded) : 0
    let numerator = l + (size + size) * q.value * reciprocal
    let square = length * length
    let density = numerator / (square + square)
    let slope = (1 - small) * reciprocal
    let bend = (q.value + q.value) * reciprocal * reciprocal
    let second = size * bend / square + (density + density) * slope / length
    return GateJet(
      value(
        u, size: size, l: S.self == Double.self ? l + (rest - l * (S(lost) + rest) / length) : l,
        length: length, half: q.half),
      S(alpha.value) * density, S(alpha.value) * (S(isLeft ? alpha.value : -alpha.value) * second),
      half: q.half, valueHalf: isLeft ? q.half : 1)
  }

  /// What |u| + l lacks as a double.
  @inline(__always)
  private static func lost(_ size: Pair, _ l: Double, _ sum: Double) -> Double {
    let part = sum - size.high
    return (size.high - (sum - part)) + (l - part) + size.low
  }

  /// The gate, near 0 as ½ plus an odd function, which keeps the digits of both.
  @inline(__always)
  private func value<S: Scalar>(_ u: Pair, size: S, l: S, length: S, half: Double) -> S {
    if abs(u.high) < 0.25 { return 0.5 + S(u) / (length + length) }
    let small = l / (length + length)
    return u.high < 0 ? small : 1 - small.scaled(by: half).scaled(by: half)
  }
}

extension FunctionFamily {
  static let form1 = FunctionFamily(
    "form1", definition: "gate: 1/2*(1 + alpha*x/log(exp(alpha*x) + exp(-alpha*x)))",
    parameters: [.alpha],
    kernel: { Form1(alpha: Factor(min($0[0], 1e307))) }
  )
}
