/// Where e^−|u| is lost in any product with a double: the farthest one that counts is
/// 10³⁰⁸ · e^−1455, a subnormal number.
let saturation = 1500.0

/// e^u for a pair u ≤ 709, to 1 ulp: e^high · (1 + low).
@inline(__always)
func exponential(_ u: Pair) -> Double {
  let value = exp(u.high)
  return value + value * u.low
}

/// e^u as `value` · `scale`, so that a product with it keeps its digits where e^u underflows.
///
/// `scale` is 1, and 2⁻¹⁰²² where u < −708: there e^u leaves the normal numbers, though x·e^u may
/// well be one. Multiply by `value` first and by `scale` last.
struct ScaledExponential {
  var value: Double
  var scale: Double

  /// An exponential that is known, and far from underflow.
  @inline(__always)
  init(value: Double) {
    self.value = value
    scale = 1
  }

  /// Splits e^u for a pair u ≤ 709; 1 ulp.
  @inline(__always)
  init(_ u: Pair) {
    if u.high < -2 * saturation {
      value = 0
      scale = 1
    } else if u.high < -708 {
      // e^u = e^(u + 1022 ln 2) · 2⁻¹⁰²²; the constant is 1022 ln 2 to 106 bits.
      let shifted = Pair.sum(u.high, 0x1.6232_bdd7_abcd_2p+9)
      value = exponential(Pair(shifted.high, shifted.low + (u.low + 0x1.eef3_fec1_be37_fp-46)))
      scale = 0x1p-1022
    } else {
      value = exponential(u)
      scale = 1
    }
  }

  /// e^u as one double, which underflows to 0.
  @inline(__always)
  var unscaled: Double { value * scale }
}

/// The logistic sigmoid s = 1 / (1 + e^−u) with its complement t = 1 − s = σ(−u).
///
/// All keep their digits in both tails. The slope of σ is p = st, the slope of that p(t − s).
struct Logistic {
  /// s / `valueScale`.
  var value: Double
  /// t.
  var complement: Double
  /// st / `scale`.
  var slope: Double
  /// The factor of the slope: 1, or 2⁻¹⁰²² far in either tail.
  var scale: Double
  /// The factor of the value: `scale` on the left, 1 on the right.
  var valueScale: Double

  /// Evaluates at a pair u; 2 ulp.
  @inline(__always)
  init(_ u: Pair) {
    let isLeft = u.high < 0
    let e = ScaledExponential(isLeft ? u : -u)
    let denominator = 1 + e.unscaled
    let near = 1 / denominator
    let far = e.value / denominator
    value = isLeft ? far : near
    complement = isLeft ? near : far * e.scale
    slope = far * near
    scale = e.scale
    valueScale = isLeft ? e.scale : 1
  }

  /// s as one double, which underflows to 0.
  @inline(__always)
  var unscaled: Double { value * valueScale }
}
