/// sin(ωx), with ωx carried as a pair, or as its 106 bits where it is large.
///
/// It has no limit at ±∞: NaN. Source: arXiv 2006.09661, where ω is 30 in the first layer.
/// Errors: f 1 ulp, f′ and f″ 2 in the reference tables.
struct Sine: Activation {
  let omega: Double

  @inline(__always)
  func jet(at x: Double) -> Jet {
    guard x.isFinite else { return Jet(.nan, .nan, .nan) }
    let (sine, cosine) = sineAndCosine(omega, x)
    if abs(sine) < 0x1p-900 { return tiny(x) }
    return Jet(sine, omega * cosine, -omega * (omega * sine))
  }

  /// The jet where sin(ωx) is ωx, and may be subnormal though the curvature is not.
  @inline(never)
  private func tiny(_ x: Double) -> Jet {
    let angle = omega * (x * 0x1p100)
    return Jet(omega * x, omega, -omega * (omega * angle) * 0x1p-100)
  }
}

/// The sine and cosine of a·x, to first order in the low part of the product, and in pairs beside their zeros; 1 ulp.
@inline(__always)
private func sineAndCosine(_ a: Double, _ x: Double) -> (Double, Double) {
  let phase = Pair.product(a, x)
  let (sine, cosine) = (Libm.sin(phase.high), Libm.cos(phase.high))
  // Beside a zero the low part is a large share.
  let isBesideZero = min(abs(sine), abs(cosine)) < 4 * abs(phase.low)
  guard abs(phase.high) < ReducedAngle.bound, !isBesideZero else {
    let both = Pair.sineAndCosine(ofProduct: a, x)
    return (both.sine.rounded, both.cosine.rounded)
  }
  return (sine + phase.low * cosine, cosine - phase.low * sine)
}

/// A sum in doubles, or the one in pairs where of these less than a share is left.
@inline(__always)
private func sum(
  _ a: Double, _ b: Double, share: Double = 0.75, else precise: () -> Pair
) -> Double {
  let sum = a + b
  return abs(sum) < share * max(abs(a), abs(b)) ? precise().rounded : sum
}

/// sin(x)/x, 1 at 0.
///
/// With c = cos x its slope is (c − f)/x and its curvature −f − 2f′/x, below |x| = 1.5 as series.
/// Limits: 0 at both ends. Errors in the reference table: f and f′ 1 ulp, f″ 2.
struct Sinc: Activation {
  @inline(__always)
  func value(at x: Double) -> Double {
    x.isInfinite ? 0 : x == 0 ? 1 : Libm.sin(x) / x
  }

  @inline(__always)
  func jet(at x: Double) -> Jet {
    if x.isInfinite { return Jet(0, 0, 0) }
    let value = value(at: x)
    if abs(x) < 1.5 { return Jet(value, Self.slope(x), Self.curvature(x)) }
    let slope = sum(Libm.cos(x), -value, share: 0.4) { Self.preciseSlope(x) * Pair(x) } / x
    return Jet(value, slope, sum(-value, -2 * slope / x, share: 0.4) { Self.preciseCurvature(x) })
  }

  private static func preciseSlope(_ x: Double) -> Pair {
    let (sine, cosine) = Pair.sineAndCosine(ofProduct: 1, x)
    return (cosine - sine / Pair(x)) / Pair(x)
  }

  private static func preciseCurvature(_ x: Double) -> Pair {
    let (sine, cosine) = Pair.sineAndCosine(ofProduct: 1, x)
    let value = sine / Pair(x)
    return -value - 2 * ((cosine - value) / Pair(x) / Pair(x))
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
/// At ±∞ f tends to ±∞, its derivatives to nothing: NaN. Source: arXiv 2006.08195.
/// Errors in the reference tables: f 2 ulp, f′ 4, f″ 2.
struct Snake: Activation {
  let a: Double

  @inline(__always)
  func jet(at x: Double) -> Jet {
    guard x.isFinite else { return Jet(x, .nan, .nan) }
    let (sine, cosine) = sineAndCosine(a, x)
    // On the left x cancels up to three quarters of the wave: a pair. And 1 + sin 2u is a square.
    let isPrecise = x < 0 && a * x > -3
    let precise = isPrecise ? Pair.sineAndCosine(ofProduct: a, x).sine : Pair(sine)
    let wave = precise / Pair(a) * precise
    let root = sum(sine, cosine) {
      Pair.smallSineSum(ofProduct: a, x, isDifference: false)
    }
    // cos 2u = (cos u + sin u)(cos u − sin u).
    let other = sum(cosine, -sine) { Pair.smallSineSum(ofProduct: a, x, isDifference: true) }
    return Jet((Pair(x) + wave).rounded, root * root, 2 * a * (root * other))
  }
}

/// x·cos x, with slope cos x − x·sin x and curvature −2·sin x − x·cos x.
///
/// It has no limit at ±∞: NaN. Source: arXiv 2108.12943. Errors in the reference table: f 1 ulp,
/// f′ and f″ 2.
struct GrowingCosine: Activation {
  @inline(__always)
  func value(at x: Double) -> Double { x.isFinite ? x * Libm.cos(x) : .nan }

  @inline(__always)
  func jet(at x: Double) -> Jet {
    guard x.isFinite else { return Jet(.nan, .nan, .nan) }
    let (sine, cosine) = (Libm.sin(x), Libm.cos(x))
    let slope = sum(cosine, -x * sine, share: 0.4) {
      let both = Pair.sineAndCosine(ofProduct: 1, x)
      return both.cosine - Pair(x) * both.sine
    }
    let curvature = sum(-2 * sine, -x * cosine, share: 0.3) {
      let both = Pair.sineAndCosine(ofProduct: 1, x)
      return -2 * both.sine - Pair(x) * both.cosine
    }
    return Jet(x * cosine, slope, curvature)
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
