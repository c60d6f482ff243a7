/// x·½[1 + αx / √(1 + α²x²)]: an algebraic gate, the quickest to evaluate.
///
/// With u = αx, r = √(1 + u²), a = 1/r and c = u/r, the left side of the gate is a / 2(r − u), and
/// f″ = αa³(a² − c²/2). The tails fall off as powers: f ≈ −1/(4α²|x|) on the left.
/// Limits: 0 at −∞, x at +∞. Source: FORMULAS, form 2.
struct Form2: GatedActivation {
  let alpha: Double

  @inline(__always)
  func gateJet(at x: Double) -> GateJet {
    let u = alpha * x
    if abs(u) > Self.tail {
      let w = 1 / alpha / x
      let density = 0.5 * abs(w) * w / x
      let small = 0.25 * w * w
      return GateJet(x < 0 ? small : 1 - small, density, -3 * density / x)
    }
    let r = hypot(1, u)
    let a = 1 / r
    let c = u * a
    let small = 0.5 * a / (r + abs(u))
    return GateJet(
      u < 0 ? small : 1 - small,
      0.5 * (alpha * a) * a * a,
      -1.5 * (alpha * a) * (alpha * a) * c * a * a
    )
  }

  @inline(__always)
  func value(at x: Double) -> Double {
    guard x.isFinite else { return x > 0 ? x : x < 0 ? limitAtMinusInfinity : x }
    let u = alpha * x
    if abs(u) > Self.tail { return x < 0 ? 0.25 / alpha / x / alpha : x }
    let r = hypot(1, u)
    let small = 0.5 * (x / r) / (r + abs(u))
    return u < 0 ? small : x - small
  }

  @inline(__always)
  func jet(at x: Double) -> Jet {
    let value = value(at: x)
    guard x.isFinite else { return x.isNaN ? Jet(x, x, x) : jetAtInfinity(x) }
    let u = alpha * x
    if abs(u) > Self.tail {
      let w = 1 / alpha / x
      let small = -0.25 * w * w
      return Jet(value, x < 0 ? small : 1 - small, -0.5 * w * w / abs(x))
    }
    let r = hypot(1, u)
    let a = 1 / r
    let c = u * a
    // On the left H + xH′ = (a² + c) a / 2(r − u); the right side is its complement.
    let small = 0.5 * (a * a - abs(c)) * a / (r + abs(u))
    return Jet(
      value, u < 0 ? small : 1 - small, (alpha * a) * a * a * (a * a - 0.5 * c * c))
  }

  /// From here on √(1 + u²) is |u| to the last digit: 1/2u² is below half an ulp.
  private static let tail = 0x1p27
}

extension CatalogueEntry {
  static let form2 = CatalogueEntry(
    "form2",
    formula: "x·½[1 + αx / √(1 + α²x²)]",
    parameters: [.alpha],
    make: { Form2(alpha: $0[0]) }
  )
}
