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

/// a − x·b of pairs; where half of it cancels the product with its error, where nearly all of it what is precise.
@inline(__always)
private func difference(_ a: Pair, _ x: Double, _ b: Pair, else precise: () -> Pair) -> Double {
  let low = a.low - x * b.low
  let value = (a.high - x * b.high) + low
  guard abs(value) < 0.5 * abs(a.high) else { return value }
  let product = Pair.product(x, b.high)
  let leading = Pair.sum(a.high, -product.high)
  let careful = leading.high + (leading.low + (low - product.low))
  return abs(careful) < 0x1p-9 * abs(a.high) ? precise().rounded : careful
}

/// sin(x)/x, 1 at 0.
///
/// With c = cos x its slope is (c − f)/x and its curvature −f − 2f′/x, below |x| = ½ as series.
/// Limits: 0 at both ends. Errors in the reference table: f and f′ 1 ulp, f″ 2.
struct Sinc: Activation {
  @inline(__always)
  func value(at x: Double) -> Double {
    guard abs(x) < ReducedAngle.bound else { return x.isInfinite ? 0 : Libm.sin(x) / x }
    return abs(x) < 0x1p-30 ? 1 : ratio(Pair.quickSineAndCosine(x).sine, x, 1 / x).rounded
  }

  @inline(__always)
  func jet(at x: Double) -> Jet {
    guard abs(x) < ReducedAngle.bound else { return farJet(at: x) }
    if abs(x) < 0x1p-30 { return Jet(1, -x / 3, -1 / 3) }
    let (sine, cosine) = Pair.quickSineAndCosine(x)
    let inverse = 1 / x
    let value = ratio(sine, x, inverse)
    if abs(x) < 0.5 { return Jet(value.rounded, Self.slope(x), Self.curvature(x)) }
    // Pairs are added without care for the last of their bits.
    let leading = Pair.sum(cosine.high, -value.high)
    let fall = Pair.quickSum(leading.high, leading.low + (cosine.low - value.low))
    let slope = ratio(fall, x, inverse)
    let sum = Pair.sum(sine.high, 2 * slope.high)
    let bend = sum.high + (sum.low + (sine.low + 2 * slope.low))
    let isPrecise = (
      abs(fall.high) > 0x1p-9 * abs(value.high), abs(bend) > 0x1p-9 * abs(sine.high)
    )
    return Jet(
      value.rounded, isPrecise.0 ? slope.rounded : Self.preciseSlope(x).rounded,
      isPrecise.1 ? -bend * inverse : Self.preciseCurvature(x).rounded)
  }

  /// a/x to 2⁻⁶², given 1/x.
  @inline(__always)
  private func ratio(_ a: Pair, _ x: Double, _ inverse: Double) -> Pair {
    let quotient = a.high * inverse
    let product = Pair.product(quotient, x)
    return Pair.quickSum(quotient, ((a.high - product.high) - product.low + a.low) * inverse)
  }

  /// The jet where x is large, infinite or no number.
  @inline(never)
  private func farJet(at x: Double) -> Jet {
    guard x.isFinite else { return x.isNaN ? Jet(x, x, x) : Jet(0, 0, 0) }
    return Jet(
      value(at: x), Self.preciseSlope(x).rounded, Self.preciseCurvature(x).rounded)
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
  @inline(__always)
  private static func slope(_ x: Double) -> Double {
    let square = x * x
    var sum = 1 - square * (1 / 180.0) * (1 - square * (1 / 238.0))
    sum = 1 - square * (1 / 88.0) * (1 - square * (1 / 130.0) * sum)
    sum = 1 - square * (1 / 28.0) * (1 - square * (1 / 54.0) * sum)
    return -x * (1 - square * (1 / 10.0) * sum) / 3
  }

  /// −⅓·(1 − 3x²/(1·2·5)·(1 − 5x²/(3·4·7)·(1 − …))).
  @inline(__always)
  private static func curvature(_ x: Double) -> Double {
    let square = x * x
    var sum = 1 - square * (15 / 3094.0) * (1 - square * (17 / 4560.0))
    sum = 1 - square * (11 / 1170.0) * (1 - square * (13 / 1980.0) * sum)
    sum = 1 - square * (7 / 270.0) * (1 - square * (9 / 616.0) * sum)
    return -(1 - square * (3 / 10.0) * (1 - square * (5 / 84.0) * sum)) / 3
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
  func value(at x: Double) -> Double {
    guard abs(x) < ReducedAngle.bound else { return x.isFinite ? x * Libm.cos(x) : .nan }
    let cosine = Pair.quickSineAndCosine(x).cosine
    return x * cosine.high + x * cosine.low
  }

  @inline(__always)
  func jet(at x: Double) -> Jet {
    guard abs(x) < ReducedAngle.bound else { return farJet(at: x) }
    let (sine, cosine) = Pair.quickSineAndCosine(x)
    return Jet(
      x * cosine.high + x * cosine.low,
      difference(cosine, x, sine) { Self.preciseSlope(x) },
      difference(sine.scaled(by: -2), x, cosine) { Self.preciseCurvature(x) })
  }

  /// The jet where x is large, infinite or no number.
  @inline(never)
  private func farJet(at x: Double) -> Jet {
    guard x.isFinite else { return Jet(.nan, .nan, .nan) }
    return Jet(value(at: x), Self.preciseSlope(x).rounded, Self.preciseCurvature(x).rounded)
  }

  private static func preciseSlope(_ x: Double) -> Pair {
    let (sine, cosine) = Pair.sineAndCosine(ofProduct: 1, x)
    return cosine - Pair(x) * sine
  }

  private static func preciseCurvature(_ x: Double) -> Pair {
    let (sine, cosine) = Pair.sineAndCosine(ofProduct: 1, x)
    return -2 * sine - Pair(x) * cosine
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
