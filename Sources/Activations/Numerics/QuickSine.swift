/// sin and cos of an angle, each as its leading 27 bits and the rest.
struct SineNode: Sendable {
  let (sine, sineRest, cosine, cosineRest): (Double, Double, Double, Double)

  @inline(__always)
  init(_ sine: Double, _ sineRest: Double, _ cosine: Double, _ cosineRest: Double) {
    (self.sine, self.sineRest, self.cosine, self.cosineRest) = (sine, sineRest, cosine, cosineRest)
  }
}

extension Pair {
  /// The sine and cosine of x for |x| < 2²⁰, but for the sign of a sine that is 0; 2⁻⁶² of them.
  ///
  /// x less a whole number of quarter turns is a + r, a = i/32 and |r| ≤ 1/64: a table and short series. The leading product
  /// has no error, as its factors have 27 and 26 bits.
  @inline(__always)
  static func quickSineAndCosine(_ x: Double) -> (sine: Pair, cosine: Pair) {
    // Adding 1.5·2⁵² rounds to a whole number, which is then the last of the bits.
    let shifted = x * 0x1.45f3_06dc_9c88_3p-1 + 0x1.8p52
    let count = shifted - 0x1.8p52
    // π/2 in three parts; the products with the first two have no error, and neither has the first difference.
    let rest = Pair.sum(x - count * 0x1.921f_b544p+0, -count * 0x1.0b46_11a6p-34)
    let low = rest.low - count * 0x1.3198_a2e0_3707_3p-69
    let angle = abs(rest.high)
    let place = angle * 32 + 0x1p52
    let node = sineNodes[Int(place.bitPattern & 31)]
    let (sine, cosine) = sineAndCosine(node, angle - (place - 0x1p52) * 0x1p-5)
    let sign = rest.high < 0 ? -1.0 : 1
    let turned = Pair(sign * sine.high, sign * sine.low + low * cosine.high)
    let other = Pair(cosine.high, cosine.low - low * (sign * sine.high))
    let isOdd = shifted.bitPattern & 1 == 1
    let side = shifted.bitPattern & 2 == 2 ? -1.0 : 1
    return ((isOdd ? other : turned).scaled(by: side), (isOdd ? -turned : other).scaled(by: side))
  }

  /// sin(a + r) and cos(a + r) for |r| ≤ 1/64.
  @inline(__always)
  private static func sineAndCosine(_ a: SineNode, _ r: Double) -> (Pair, Pair) {
    let upper = (r + 0x1.8p20) - 0x1.8p20
    let lower = r - upper
    let square = r * r
    // cos r − 1 and sin r − r.
    let fall = square * (-0.5 + square * (1 / 24.0 - square * (1 / 720.0)))
    let bend = r * square * (-1 / 6.0 + square * (1 / 120.0 - square * (1 / 5040.0)))
    let (wholeSine, wholeCosine) = (a.sine + a.sineRest, a.cosine + a.cosineRest)
    let sine = quickSum(a.sine, a.cosine * upper)
    let cosine = quickSum(a.cosine, -a.sine * upper)
    let sineRest =
      a.sineRest + (a.cosineRest * upper + wholeCosine * lower)
      + (wholeSine * fall + wholeCosine * bend)
    let cosineRest =
      a.cosineRest - (a.sineRest * upper + wholeSine * lower)
      + (wholeCosine * fall - wholeSine * bend)
    return (
      quickSum(sine.high, sine.low + sineRest), quickSum(cosine.high, cosine.low + cosineRest)
    )
  }

  /// The sine and cosine of i/32 up to π/4, computed with 90 digits.
  private static let sineNodes: [SineNode] = [
    SineNode(
      0x0.0p+0, 0x0.0p+0,
      0x1.0p+0, 0x0.0p+0),
    SineNode(
      0x1.ffea_abp-6, -0x1.1117_9173_501b_fp-34,
      0x1.ffc0_014p-1, 0x1.5527_d2b1_2aed_bp-29),
    SineNode(
      0x1.ffaa_afp-5, -0x1.12b1_254b_45b4_dp-33,
      0x1.ff00_154p-1, 0x1.49f4_d34c_a0e1_fp-29),
    SineNode(
      0x1.7f70_104p-4, -0x1.b55e_37ca_07a5_dp-33,
      0x1.fdc0_6cp-1, -0x1.0328_c967_37ea_5p-30),
    SineNode(
      0x1.feaa_efp-4, -0x1.7911_ca35_f965_8p-32,
      0x1.fc01_554p-1, -0x1.82a4_2c92_5c32_cp-29),
    SineNode(
      0x1.3eb3_12cp-3, 0x1.759b_2d47_d666_bp-33,
      0x1.f9c3_40cp-1, -0x1.833b_d78e_9253_ep-29),
    SineNode(
      0x1.7dc1_03p-3, -0x1.1435_2ba9_52bc_7p-33,
      0x1.f706_bep-1, -0x1.84c7_9169_8c80_cp-31),
    SineNode(
      0x1.bc6f_85p-3, -0x1.239e_6698_f96a_5p-31,
      0x1.f3cc_7c4p-1, -0x1.30ba_4848_68eb_5p-31),
    SineNode(
      0x1.faae_ed4p-3, 0x1.e62a_ed75_13bd_8p-32,
      0x1.f015_4ap-1, -0x1.0422_bd16_1f0b_3p-30),
    SineNode(
      0x1.1c37_d64p-2, 0x1.8d70_eca3_03b7_fp-31,
      0x1.ebe2_15p-1, -0x1.1220_b081_7cf8_9p-30),
    SineNode(
      0x1.3ad1_298p-2, -0x1.2c58_4ffe_fc2a_bp-31,
      0x1.e733_eap-1, 0x1.93d3_fa6f_5d32_bp-33),
    SineNode(
      0x1.591b_cap-2, -0x1.7429_a341_c5a2_ap-32,
      0x1.e20b_f48p-1, 0x1.acd6_c0f4_cfa8_ap-29),
    SineNode(
      0x1.7710_254p-2, 0x1.7642_13d2_2a51_ap-30,
      0x1.dc6b_7ecp-1, -0x1.9a9b_b7d6_9937_1p-31),
    SineNode(
      0x1.94a6_be8p-2, 0x1.f546_c4a5_8c7bp-30,
      0x1.d653_f08p-1, -0x1.837f_80bb_11b2_2p-30),
    SineNode(
      0x1.b1d8_304p-2, 0x1.3216_1694_76f4_dp-30,
      0x1.cfc6_cfcp-1, -0x1.ad52_609d_292a_cp-29),
    SineNode(
      0x1.ce9d_2e4p-2, -0x1.5ad7_092f_c8a1_3p-33,
      0x1.c8c5_bf8p-1, 0x1.9c35_086a_cf46_8p-30),
    SineNode(
      0x1.eaee_874p-2, 0x1.2c17_bfa1_d92f_1p-32,
      0x1.c152_808p-1, -0x1.a482_b062_4844_5p-29),
    SineNode(
      0x1.0362_938p-1, 0x1.c699_54b4_9cca_2p-29,
      0x1.b96e_efp-1, -0x1.4ef7_e3eb_a5c3_4p-30),
    SineNode(
      0x1.110d_0c4p-1, 0x1.6d38_76ec_8c4c_cp-30,
      0x1.b11d_04p-1, 0x1.62a4_c623_baac_4p-29),
    SineNode(
      0x1.1e73_434p-1, -0x1.c9a8_b3db_ab80_bp-29,
      0x1.a85e_d44p-1, -0x1.183f_a5cc_83f3_9p-30),
    SineNode(
      0x1.2b91_decp-1, -0x1.77bd_e27e_8dc7_7p-29,
      0x1.9f36_8ecp-1, 0x1.912f_84b8_b7fc_fp-29),
    SineNode(
      0x1.3865_974p-1, 0x1.58a0_ab77_8292_bp-31,
      0x1.95a6_7ep-1, 0x1.963f_97a0_812e_fp-34),
    SineNode(
      0x1.44eb_38p-1, 0x1.cf38_6ab0_4a4f_8p-29,
      0x1.8bb1_05cp-1, -0x1.a236_ff9e_707fp-29),
    SineNode(
      0x1.511f_9fcp-1, 0x1.7b35_1ba8_fc5e_8p-29,
      0x1.8158_a3p-1, 0x1.916d_5ce2_1746_fp-29),
    SineNode(
      0x1.5cff_c18p-1, -0x1.4070_f29a_4d32_4p-29,
      0x1.769f_ec8p-1, -0x1.aade_e118_27d5_dp-29),
    SineNode(
      0x1.6888_a5p-1, -0x1.ecb4_d15a_df4d_ep-29,
      0x1.6b89_8fcp-1, -0x1.6104_a2dd_4a70_fp-29),
  ]
}
