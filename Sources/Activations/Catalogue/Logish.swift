/// x·ln(1 + σ(x)), with s = σ(x), p = s(1 − s) and r = p/(1 + s): the weight's slope is r, and the
/// slope of that r(1 − 2s − r).
///
/// Limits: 0 at −∞, x·ln 2 at +∞. Errors: none in the reference table.
/// Source: Zhu et al., Neurocomputing 458 (2021).
struct Logish: PairActivation {
  func pairJet(at x: Double) -> ProductJet<Pair> {
    let s = Logistic<Pair>(Pair(x))
    let reciprocal = 1 / (1 + s.unscaled)
    // Far on the left ln(1 + s) is s.
    let value = s.valueHalf == 1 ? Pair.log1p(s.value) : s.value
    let slope = s.slope * reciprocal
    let ratio = slope.scaled(by: s.half).scaled(by: s.half)
    return GateJet(
      value, slope, slope * (s.tilt - ratio), half: s.half, valueHalf: s.valueHalf
    ).product(with: x)
  }

  func limit(at infinity: Double) -> Jet {
    infinity < 0 ? Jet(-0.0, 0, 0) : Jet(infinity, Pair.ln2.high, 0)
  }
}

/// x·tanh(ln(1 + σ(x))) = x·(r² − 1)/(r² + 1) with r = 1 + σ(x).
///
/// With D = r² + 1 and p = σ(1 − σ) the weight's slope is 4rp/D², and the slope of that
/// 4p/D²·[r(1 − 2σ) + p(1 − 4r²/D)]. Limits: 0 at −∞, 0.6x at +∞. Errors: none in the reference table.
/// Source: Wang et al., Electronics 11 (2022).
struct Smish: PairActivation {
  func pairJet(at x: Double) -> ProductJet<Pair> {
    let s = Logistic<Pair>(Pair(x))
    let r = 1 + s.unscaled
    let square = r * r
    let reciprocal = 1 / (square + 1)
    let slope = 4 * s.slope * reciprocal * reciprocal
    let p = s.slope.scaled(by: s.half).scaled(by: s.half)
    return GateJet(
      s.value * (r + 1) * reciprocal, slope * r,
      slope * (r * s.tilt + p * (1 - 4 * square * reciprocal)),
      half: s.half, valueHalf: s.valueHalf
    ).product(with: x)
  }

  func limit(at infinity: Double) -> Jet {
    infinity < 0 ? Jet(-0.0, 0, 0) : Jet(infinity, 0.6, 0)
  }
}

extension FunctionFamily {
  static let logish = FunctionFamily(
    "logish", definition: "x*log(1 + sigmoid(x))", note: "has the slope ln 2 at +∞",
    source: "Zhu et al. 2021", kernel: { _ in Logish() })

  static let smish = FunctionFamily(
    "smish", definition: "x*tanh(log(1 + sigmoid(x)))", note: "has the slope 0.6 at +∞",
    source: "Wang et al. 2022", kernel: { _ in Smish() })
}
