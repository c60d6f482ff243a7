/// x/(1 + |x|), with w = 1/(1 + |x|): slope w², curvature −2·sign(x)·w³, which jumps at 0.
///
/// Limits: −1 at −∞, 1 at +∞.
struct Softsign: Activation {
  var kinks: [Kink] { [Kink(at: 0, order: 2)] }

  @inline(__always)
  func jet(at x: Double) -> Jet {
    if x.isInfinite { return Jet(x > 0 ? 1 : -1, 0, 0) }
    let w = 1 / (1 + abs(x))
    let curvature = 2 * w * w * w
    return Jet(x / (1 + abs(x)), w * w, x > 0 ? -curvature : x < 0 ? curvature : x)
  }
}

/// arctan x, with d = 1/(1 + x²): slope d, curvature −2xd².
///
/// Limits: −π/2 at −∞, π/2 at +∞.
struct Arctan: Activation {
  @inline(__always)
  func jet(at x: Double) -> Jet {
    // Far out the square overflows before its reciprocal is lost.
    let w = 1 / x
    let d = abs(x) < 0x1p500 ? 1 / (1 + x * x) : w * w
    return Jet(Libm.atan(x), d, x.isInfinite ? 0 : -2 * (x * d) * d)
  }
}

/// (x + √(x² + b))/2: a smooth relu without an exponential.
///
/// With r = √(x² + b), the left side is b / 2(r − x), the slope f/r there, the curvature b/2r³.
/// Limits: 0 at −∞, x at +∞. Source: arXiv 2112.11687. Errors: f 2 ulp.
struct Squareplus: Activation {
  let b: Double

  @inline(__always)
  func jet(at x: Double) -> Jet {
    if x.isInfinite { return x > 0 ? Jet(x, 1, 0) : Jet(0, 0, 0) }
    // Where no square over- or underflows, one root is nearer than two.
    let isPlain = abs(x) < 0x1p480 && b < 0x1p960 && b > 0x1p-900
    guard isPlain else { return far(x) }
    let (r, sum) = length(abs(x))
    let small = 0.5 * b / (sum.high + sum.low)
    return Jet(
      x < 0 ? small : 0.5 * (sum.high + sum.low),
      x < 0 ? small / r : 0.5 + 0.5 * x / r,
      0.5 * b / r / r / r
    )
  }

  /// r, and r + x for x ≥ 0: the squares of 26 bits are exact, and what r lacks is put back, so that the sum is rounded once, as a
  /// divisor by 2⁻⁵³ of itself.
  @inline(__always)
  private func length(_ x: Double) -> (r: Double, sum: Pair) {
    let a = Pair.leadingHalf(x)
    let sum = Pair.sum(b, a * a)
    let square = Pair.quickSum(sum.high, sum.low + (a + x) * (x - a))
    let r = square.high.squareRoot()
    let c = Pair.leadingHalf(r)
    let lost = ((square.high - c * c) - (c + r) * (r - c)) + square.low
    let line = Pair.quickSum(r, x)
    return (r, Pair(line.high, line.low + 0.5 * lost * Pair.roughReciprocal(r)))
  }

  @inline(never)
  private func far(_ x: Double) -> Jet {
    let r = Libm.hypot(x, b.squareRoot())
    let small = 0.25 * b / (0.5 * r + 0.5 * abs(x))
    return Jet(
      x < 0 ? small : 0.5 * x + 0.5 * r,
      x < 0 ? small / r : 0.5 + 0.5 * x / r,
      0.5 * b / r / r / r
    )
  }
}

extension FunctionFamily {
  static let softsign = FunctionFamily(
    "softsign", aliases: ["soft_sign"], definition: "x/(1 + abs(x))", kernel: { _ in Softsign() })
  static let arctan = FunctionFamily(
    "arctan", aliases: ["atan"], definition: "atan(x)", kernel: { _ in Arctan() })
  static let squareplus = FunctionFamily(
    "squareplus", definition: "(x + sqrt(x^2 + b))/2",
    parameters: [Parameter("b", "b", default: 4)],
    source: "arXiv 2112.11687", kernel: { Squareplus(b: $0[0]) })
}
