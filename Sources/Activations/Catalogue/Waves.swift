/// sin(ωx), with ωx carried as a pair; where ωx overflows, its mean 0.
///
/// It has no limit at ±∞: NaN. Source: arXiv 2006.09661, where ω is 30 in the first layer.
/// Errors: f 1 ulp, f′ and f″ 2 in the reference tables.
struct Sine: Activation {
  let omega: Double

  @inline(__always)
  func jet(at x: Double) -> Jet {
    let phase = Pair.product(omega, x)
    guard x.isFinite else { return Jet(.nan, .nan, .nan) }
    guard phase.high.isFinite else { return Jet(0, 0, 0) }
    let (sine, cosine) = sineAndCosine(phase)
    return Jet(sine, omega * cosine, -omega * (omega * sine))
  }
}

/// The sine and cosine of a pair, to first order in its low part; 1 ulp.
@inline(__always)
private func sineAndCosine(_ u: Pair) -> (Double, Double) {
  let (sine, cosine) = (Libm.sin(u.high), Libm.cos(u.high))
  return (sine + u.low * cosine, cosine - u.low * sine)
}

/// The sine for |u| ≤ 3 by its series; 2⁻⁶⁵ of 1.
private func sineSeries(_ u: Pair) -> Pair {
  let square = u.squared
  var sum: Pair = 1
  for k in stride(from: 17.0, through: 1, by: -1) {
    sum = 1 - square * sum / Pair(2 * k * (2 * k + 1))
  }
  return u * sum
}

/// sin(x)/x, 1 at 0.
///
/// With c = cos x its slope is (c − f)/x and its curvature −f − 2f′/x, below |x| = 1.5 as series.
/// Limits: 0 at both ends. Errors in the reference table: f and f′ 1 ulp, f″ 2, from |x| = 1.5 on
/// in units of the larger summand.
struct Sinc: Activation {
  @inline(__always)
  func jet(at x: Double) -> Jet {
    if x.isInfinite { return Jet(0, 0, 0) }
    let value = x == 0 ? 1 : Libm.sin(x) / x
    if abs(x) < 1.5 { return Jet(value, Self.slope(x), Self.curvature(x)) }
    let slope = (Libm.cos(x) - value) / x
    return Jet(value, slope, -value - 2 * slope / x)
  }

  /// −x/3·(1 − x²/(2·5)·(1 − x²/(4·7)·(1 − …))).
  private static func slope(_ x: Double) -> Double {
    var sum = 1.0
    for k in stride(from: 11.0, through: 1, by: -1) {
      sum = 1 - x * x * sum / (2 * k * (2 * k + 3))
    }
    return -x * sum / 3
  }

  /// −⅓·(1 − 3x²/(1·2·5)·(1 − 5x²/(3·4·7)·(1 − …))).
  private static func curvature(_ x: Double) -> Double {
    var sum = 1.0
    for k in stride(from: 11.0, through: 1, by: -1) {
      sum = 1 - x * x * sum * (2 * k + 1) / (2 * k * (2 * k - 1) * (2 * k + 3))
    }
    return -sum / 3
  }
}

/// x + sin²(ax)/a, with slope 1 + sin(2ax) and curvature 2a·cos(2ax).
///
/// Where 2ax overflows the wave counts as its mean. At ±∞ f tends to ±∞, its derivatives to nothing:
/// NaN. Source: arXiv 2006.08195. Errors in the reference tables: f 2 ulp, f′ 4 in units of
/// its summand 1, f″ 2.
struct Snake: Activation {
  let a: Double

  @inline(__always)
  func jet(at x: Double) -> Jet {
    let phase = Pair.product(a, x)
    guard x.isFinite else { return Jet(x, .nan, .nan) }
    guard (2 * phase.high).isFinite else { return Jet(x, 1, 0) }
    let (sine, cosine) = sineAndCosine(phase)
    // On the left x cancels up to three quarters of the wave: a pair. And 1 + sin 2u is a square.
    let precise = x < 0 && phase.high > -3 ? sineSeries(phase) : Pair(sine)
    let wave = precise / Pair(a) * precise
    let root = sine + cosine
    return Jet(
      (Pair(x) + wave).rounded, root * root, 2 * a * sineAndCosine(phase.scaled(by: 2)).1)
  }
}

/// x·cos x, with slope cos x − x·sin x and curvature −2·sin x − x·cos x.
///
/// It has no limit at ±∞: NaN. Source: arXiv 2108.12943. Errors in the reference table: f 1 ulp,
/// f′ and f″ 2 in units of the larger summand.
struct GrowingCosine: Activation {
  @inline(__always)
  func jet(at x: Double) -> Jet {
    guard x.isFinite else { return Jet(.nan, .nan, .nan) }
    let (sine, cosine) = (Libm.sin(x), Libm.cos(x))
    return Jet(x * cosine, cosine - x * sine, -2 * sine - x * cosine)
  }
}

extension FunctionFamily {
  static let sine = FunctionFamily(
    "sine", aliases: ["siren"], definition: "sin(omega*x)",
    parameters: [Parameter("omega", "ω", default: 1)], source: "arXiv 2006.09661",
    kernel: { Sine(omega: $0[0]) })

  static let sinc = FunctionFamily(
    "sinc", definition: "sin(x)/x", kernel: { _ in Sinc() })

  static let snake = FunctionFamily(
    "snake", definition: "x + sin(a*x)^2/a", parameters: [Parameter("a", "a", default: 1)],
    source: "arXiv 2006.08195", kernel: { Snake(a: $0[0]) })

  static let gcu = FunctionFamily(
    "gcu", definition: "x*cos(x)", source: "arXiv 2108.12943", kernel: { _ in GrowingCosine() })
}
