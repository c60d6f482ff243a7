/// x·(½ + arctan(x/γ)/π): the gate is the Cauchy distribution's.
///
/// With v = x/γ and w = 1/|v|, the left side of the gate is arctan(w)/π, and f″ = 2H′/(1 + v²).
/// Limits: −γ/π at −∞, the offset that the slow tail of this gate leaves; x at +∞ (f − x → −γ/π).
/// Source: FORMULAS, form 5.
struct Form5: GatedActivation {
  let gamma: Double

  var limitAtMinusInfinity: Double { -gamma * reciprocalOfPi }

  @inline(__always)
  func gateJet(at x: Double) -> GateJet {
    let small = atan(gamma / abs(x)) * reciprocalOfPi
    let (density, decay) = densityAndDecay(at: x)
    return GateJet(
      x < 0 ? small : x == 0 ? 0.5 : gateOnTheRight(at: x),
      density,
      x == 0
        ? 0
        : abs(x) < gamma
          ? -2 * (x / gamma / gamma) * density * decay : -2 * density / x * (1 - decay)
    )
  }

  @inline(__always)
  func value(at x: Double) -> Double {
    guard x.isFinite else { return x > 0 ? x : x < 0 ? limitAtMinusInfinity : x }
    let w = gamma / abs(x)
    if w < 0x1p-27 { return x < 0 ? limitAtMinusInfinity : x + limitAtMinusInfinity }
    if x > 0 && x < gamma { return x * gateOnTheRight(at: x) }
    if x == 0 { return x }
    let small = x * (atan(w) * reciprocalOfPi)
    return x < 0 ? small : x - small
  }

  @inline(__always)
  func jet(at x: Double) -> Jet {
    let value = value(at: x)
    guard x.isFinite else { return x.isNaN ? Jet(x, x, x) : jetAtInfinity(x) }
    let (density, decay) = densityAndDecay(at: x)
    let slope = abs(x) < gamma ? gateJet(at: x).value + x * density : slopeInTail(at: x)
    return Jet(value, slope, 2 * density * decay)
  }

  /// The gate for x > 0 by the side on which nothing cancels.
  @inline(__always)
  private func gateOnTheRight(at x: Double) -> Double {
    x < gamma
      ? 0.5 + atan(x / gamma) * reciprocalOfPi
      : 1 - atan(gamma / x) * reciprocalOfPi
  }

  /// H′ and 1/(1 + v²), through v or w, whichever is below 1.
  @inline(__always)
  private func densityAndDecay(at x: Double) -> (density: Double, decay: Double) {
    if abs(x) < gamma {
      let v = x / gamma
      let decay = 1 / (1 + v * v)
      return (reciprocalOfPi / gamma * decay, decay)
    }
    let w = gamma / abs(x)
    let decay = w / (1 + w * w)
    return (reciprocalOfPi / abs(x) * decay, w * decay)
  }

  /// f′ for |x| ≥ γ: on the left (arctan w − w/(1 + w²))/π, on the right its complement.
  @inline(__always)
  private func slopeInTail(at x: Double) -> Double {
    let w = gamma / abs(x)
    let small = reciprocalOfPi * (w < 0.25 ? Self.series(w) : atan(w) - w / (1 + w * w))
    return x < 0 ? small : 1 - small
  }

  /// arctan w − w/(1 + w²) = Σ (−1)^(k+1) 2k/(2k + 1) w^(2k+1), to 1 ulp for w < ¼.
  private static func series(_ w: Double) -> Double {
    let square = w * w
    var sum = 0.0
    for k in stride(from: 14.0, through: 2, by: -1) {
      sum = square * (2 * k / (2 * k + 1) - sum)
    }
    return w * square * (2.0 / 3 - sum)
  }
}

/// 1/π.
private let reciprocalOfPi = 0x1.45f3_06dc_9c88_3p-2

extension CatalogueEntry {
  static let form5 = CatalogueEntry(
    "form5",
    formula: "x·[½ + arctan(x/γ)/π]",
    parameters: [.gamma],
    note: "tends to −γ/π at −∞",
    make: { Form5(gamma: $0[0]) }
  )
}
