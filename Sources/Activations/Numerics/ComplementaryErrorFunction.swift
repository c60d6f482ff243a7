/// erfc(y) / `bell.scale` for y ≥ 0, given e^−y² as `bell`; 4 ulp.
///
/// Below ½ it is 1 − erf(y), where little cancels; beyond, e^−y² · erfcx(y), so that the square
/// carried as a pair keeps the digits of the tail and the tail does not underflow.
@inline(__always)
func complementaryErrorFunction(_ y: Double, bell: ScaledExponential) -> Double {
  y < 0.5 ? 1 - erf(y) : bell.value * scaledComplementaryErrorFunction(y)
}

/// erfcx(y) = e^y² · erfc(y) for y ≥ ½; 2 ulp.
///
/// (1 + 2y)·erfcx(y) lies between 1.12 and 1.29, and is a polynomial of degree 23 in
/// q = (y − 2)/(y + 2) to 6e-17: a Chebyshev fit on −0.6 ≤ q ≤ 1, computed with 60 digits.
@inline(__always)
func scaledComplementaryErrorFunction(_ y: Double) -> Double {
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
  even = even * z - 0x1.5407_bebf_3221_bp-3
  even = even * z + 0x1.46e8_0e22_7795_3p+0
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
  return (even + q * odd) / (1 + 2 * y)
}
