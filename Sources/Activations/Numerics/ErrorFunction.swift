extension Pair {
  /// √½.
  package static let rootOfHalf = Pair(0x1.6a09_e667_f3bc_dp-1, -0x1.bdd3_413b_2645_6p-55)

  /// 2/√π.
  package static let twoOverRootPi = Pair(0x1.20dd_7504_29b6_dp+0, 0x1.1ae3_a914_fed8_p-56)

  private static let halfSeries = LowerGammaSeries(0.5)

  /// erf(y) for 0 ≤ y < ½; 2⁻⁶⁵ of it.
  package static func smallErf(_ y: Pair) -> Pair {
    let square = y.squared
    return y * exp(-square) * twoOverRootPi * halfSeries.sum(square, inner: Double.self)
  }

  /// erfc(y) for y ≥ ½, divided by what e^−y² has been divided by; 2⁻⁵⁷ of it.
  package static func erfc(_ y: Pair, bell: Pair, rest: Pair = 0) -> Pair {
    let square = y.squared
    // erfc(y) is Γ(½, y²)/√π, and below 1.4 little enough of 1 − erf(y) cancels.
    if y.high > 1.4 {
      let divisor = IncompleteGamma.upperDivisor(0.5, square, steps: Double.self)
      return bell * y * twoOverRootPi.scaled(by: 0.5) / divisor
    }
    return 1 - bell * y * twoOverRootPi * halfSeries.sum(square, inner: Double.self)
  }
}

extension Double {
  /// erfc(y) for y ≥ ½, divided by what e^−y² and its rest have been divided by; 1 ulp.
  @inline(__always)
  package static func erfc(_ y: Pair, bell: Double, rest bellRest: Double) -> Double {
    let (value, rest) = scaledComplementaryErrorFunction(y.high)
    let moved = rest + (2 * y.high * value - Pair.twoOverRootPi.high) * y.low
    return (bell * moved + bellRest * value).addingProduct(bell, value)
  }
}

/// e^y²·erfc(y) for y ≥ ½ as a double and what its division left over; a third of an ulp.
///
/// (1 + 2y)·erfcx(y) lies between 1.12 and 1.29, and is a polynomial of degree 23 in
/// q = (y − 2)/(y + 2) to 6e-17: a Chebyshev fit on −0.6 ≤ q ≤ 1, computed with 60 digits.
@inline(__always)
private func scaledComplementaryErrorFunction(_ y: Double) -> (value: Double, rest: Double) {
  let q = (y - 2) / (y + 2)
  let z = q * q
  // Even and odd powers apart: two chains of half the length run side by side.
  var even = -0x1.f02f_10e0_bf1d_cp-25
  even = even * z - 0x1.8c4e_d6c5_5835_6p-24
  even = even * z - 0x1.4ec9_5365_ca77_9p-21
  even = even * z + 0x1.541e_943f_fde5_1p-18
  even = even * z - 0x1.c1b1_6c09_031f_6p-17
  even = even * z - 0x1.9ce7_2163_eb9a_fp-20
  even = even * z + 0x1.b0cb_5f50_561a_2p-13
  even = even * z - 0x1.7de5_2b17_230c_8p-10
  even = even * z + 0x1.1dd2_eca5_45df_2p-7
  even = even * z - 0x1.bc2b_9561_c37b_6p-5
  even = (even * z - 0x1.5407_bebf_3221_bp-3) * z
  var odd = -0x1.21f2_bd0a_2671_ap-25
  odd = odd * z + 0x1.1b0b_baf4_c8fd_6p-21
  odd = odd * z - 0x1.8271_58dd_5d9e_cp-20
  odd = odd * z + 0x1.0492_1eaa_10a6_4p-19
  odd = odd * z + 0x1.da17_c96a_8137_7p-19
  odd = odd * z - 0x1.312b_b4e2_d94d_dp-15
  odd = odd * z + 0x1.3cbc_e6a1_1ffe_dp-13
  odd = odd * z - 0x1.dc69_03ff_35c3_cp-12
  odd = odd * z + 0x1.4d46_1c7c_da3b_9p-10
  odd = odd * z - 0x1.0742_3403_ba4d_2p-7
  odd = odd * z + 0x1.4ffa_1e14_e23c_2p-3
  odd = odd * z - 0x1.7bf5_ec17_0062_3p-4
  let divisor = Pair.quickSum(2 * y, 1)
  let numerator = Pair.quickSum(0x1.46e8_0e22_7795_3p+0, even + q * odd)
  let value = numerator.high / divisor.high
  let rest = numerator.high.addingProduct(-value, divisor.high) + numerator.low
  return (value, (rest - value * divisor.low) / divisor.high)
}
