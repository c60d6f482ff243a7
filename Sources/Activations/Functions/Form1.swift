/// x·½[1 + αx / ln(e^αx + e^−αx)]: the gate is u over a smooth |u|.
///
/// With u = αx, q = e^−2|u|, l = ln(1 + q) and L = |u| + l, nothing cancels and nothing overflows:
/// the smaller side of the gate is l / 2L, and its slope α(l + 2|u|q/(1 + q)) / 2L².
/// Limits: 0 at −∞, x at +∞. Source: FORMULAS, form 1.
struct Form1: GatedActivation {
  let alpha: Double

  @inline(__always)
  func gateJet(at x: Double) -> GateJet {
    let u = Pair.product(alpha, x)
    let size = abs(u.high)
    if size > saturation { return .step(x) }
    let isLeft = u.high < 0
    let q = ScaledExponential((isLeft ? u : -u).scaled(by: 2))
    let unscaled = q.unscaled
    let l = q.scale == 1 ? log1p(q.value) : q.value
    let length = size + l * q.scale
    let slope = (1 - unscaled) / (1 + unscaled)
    let bend = 4 * q.value / ((1 + unscaled) * (1 + unscaled))
    let numerator = l + 2 * size * q.value / (1 + unscaled)
    let square = length * length
    let small = 0.5 * l / length
    let second = -0.5 * (size * bend * length + 2 * numerator * slope) / (square * length)
    return GateJet(
      isLeft ? small : 1 - small * q.scale,
      alpha * (0.5 * numerator / square),
      alpha * (alpha * (isLeft ? -second : second)),
      scale: q.scale,
      valueScale: isLeft ? q.scale : 1
    )
  }
}

extension CatalogueEntry {
  static let form1 = CatalogueEntry(
    "form1",
    formula: "x·½[1 + αx / ln(e^(αx) + e^(−αx))]",
    parameters: [.alpha],
    make: { Form1(alpha: $0[0]) }
  )
}
