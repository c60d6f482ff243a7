extension Pair {
  /// 1/Γ(1 + s) − 1 for 0 ≤ s ≤ 1/8 by its Taylor series; 2⁻⁹⁵ of it.
  ///
  /// Source of the coefficients: DLMF 5.7.1, computed with 120 digits.
  static func reciprocalGammaLessOne(_ s: Pair) -> Pair {
    s * reciprocalGammaSeries.reversed().reduce(Pair(0)) { $0 * s + $1 }
  }

  private static let reciprocalGammaSeries = [
    Pair(0x1.2788_cfc6_fb61_9p-1, -0x1.6cb9_0701_fbfa_bp-58),
    Pair(-0x1.4fcf_4026_afa2_ep-1, 0x1.8a3d_b7a9_0c42_ap-56),
    Pair(-0x1.5815_e8fa_2704_8p-5, 0x1.b85e_a59b_c363_8p-60),
    Pair(0x1.5512_320b_43fb_ep-3, 0x1.77e9_bfd8_4d0f_8p-57),
    Pair(-0x1.59af_103c_3409_2p-5, -0x1.ef8d_a024_1c46_5p-59),
    Pair(-0x1.3b4a_f284_83e2_1p-7, -0x1.38db_cf40_c139_bp-61),
    Pair(0x1.d919_c527_f60b_2p-8, -0x1.a917_14b1_1611_fp-62),
    Pair(-0x1.3171_12ce_3a2a_8p-10, 0x1.0b48_922b_e53b_9p-64),
    Pair(-0x1.c364_fe6f_1563_dp-13, 0x1.6707_f71f_86f2_ep-69),
    Pair(0x1.0c8a_78cd_9f9d_2p-13, -0x1.6193_e5e6_8299_2p-67),
    Pair(-0x1.51ce_8af4_7eab_ep-16, 0x1.26de_8c50_1cb4_8p-75),
    Pair(-0x1.4fad_41fc_34fb_bp-20, -0x1.0177_6ab1_60dc_8p-75),
    Pair(0x1.3025_09db_c0de_3p-20, -0x1.bf09_0034_81b1_ap-75),
    Pair(-0x1.b998_6666_c225_dp-23, -0x1.d12e_45de_59d0_1p-79),
    Pair(0x1.a44b_7ba2_2d62_9p-28, -0x1.4d6f_19c8_1365_fp-82),
    Pair(0x1.57bc_3fc3_8433_4p-28, -0x1.30a8_2205_f48c_5p-86),
    Pair(-0x1.44b4_cedc_a388_fp-30, -0x1.f1c4_c0ce_1c9c_5p-84),
    Pair(0x1.cae7_675c_1860_7p-34, -0x1.d040_82c7_c66a_ap-89),
    Pair(0x1.11d0_65bf_af06_7p-37, 0x1.16b5_8cf8_5bbf_4p-91),
    Pair(-0x1.0423_bac8_ca3f_bp-38, 0x1.56e6_61d0_c83b_0p-92),
    Pair(0x1.1f20_1513_23cd_0p-41, 0x1.c8f6_862a_8bdd_cp-96),
    Pair(-0x1.72cb_88ea_5ae6_ep-46, -0x1.de95_486d_20bf_dp-100),
  ]
}
