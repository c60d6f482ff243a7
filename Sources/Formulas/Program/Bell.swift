import Activations

/// The logistic sigmoid and its slope, without overflow.
enum Bell {
  /// 1/(1 + e^−u).
  @Sendable static func sigmoid(_ u: Double) -> Double {
    let e = Libm.exp(-u.magnitude)
    return (u < 0 ? e : 1) / (1 + e)
  }

  /// e^−|u|/(1 + e^−|u|)².
  static func slope(_ u: Double) -> Double {
    let e = Libm.exp(-u.magnitude)
    return e / (1 + e) / (1 + e)
  }

  /// σ with its derivatives, from one exponential; σ″ = −σ′·tanh(u/2), which cancels near 0 in e^−|u|.
  @Sendable static func sigmoidJet(_ u: Double) -> Jet {
    let e = Libm.exp(-u.magnitude)
    let share = 1 / (1 + e)
    let bell = e / (1 + e) / (1 + e)
    let size = u.magnitude < 1 ? Libm.tanh(u.magnitude / 2) : (1 - e) * share
    return Jet((u < 0 ? e : 1) / (1 + e), bell, u < 0 ? bell * size : -bell * size)
  }

  /// ln(1 + e^u) with σ and σ′, from one exponential.
  @Sendable static func softplusJet(_ u: Double) -> Jet {
    let e = Libm.exp(-u.magnitude)
    return Jet(
      max(u, 0) + Libm.log1p(e), (u < 0 ? e : 1) / (1 + e), e / (1 + e) / (1 + e))
  }

  /// tanh with its derivatives; 1 − tanh² cancels only far out.
  @Sendable static func tanhJet(_ u: Double) -> Jet {
    let t = Libm.tanh(u)
    let slope = t.magnitude < 0.5 ? (1 - t) * (1 + t) : Tanh.slope(at: u)
    return Jet(t, slope, -2 * t * slope)
  }
}
