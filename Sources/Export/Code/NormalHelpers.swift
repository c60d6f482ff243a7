import Activations

// The normal distribution's tail and its integral, each without its fall e^(−a²/2), so that what stands beside it in an exponent can be
// put together with that: no language has them.

extension Helper {
  static func normalTail(_ type: FloatType) -> Helper { type == .f32 ? tail32 : tail64 }
  static func normalLoss(_ type: FloatType) -> Helper { type == .f32 ? loss32 : loss64 }

  private static let tail32 = tail(.f32, scale: 2, tailCoefficients32)
  private static let tail64 = tail(.f64, scale: 3, tailCoefficients64)
  private static let loss32 = loss(.f32, scale: 3, lossCoefficients32)
  private static let loss64 = loss(.f64, scale: 4, lossCoefficients64)

  /// g(t)/(a + 13/16) with t = (a − k)/(a + k), where g is nearly flat.
  private static func tail(_ type: FloatType, scale: Double, _ coefficients: [Double]) -> Helper {
    let below = Draft.a + 0.8125
    return Helper(
      .normalTail, type,
      [
        "The tail of the normal distribution without its fall: Φ(−a)·exp(a²/2) for a ≥ 0.",
        "Chebyshev series of (a + 13/16)·Φ(−a)·exp(a²/2) in t, computed with 40 digits;",
        type == .f32
          ? "cut off at 2^-28 of it, 2.3 ulp with roundings."
          : "cut off at 2^-57 of it, 2.5 ulp with roundings.",
      ], series(scale, coefficients) / below)
  }

  /// g(t)/(a + 3/2)², likewise: g does not change with a at 0, where t loses most of it.
  private static func loss(_ type: FloatType, scale: Double, _ coefficients: [Double]) -> Helper {
    let below = Draft.a + 1.5
    return Helper(
      .normalLoss, type,
      [
        "The integral of that tail without its fall: (φ(a) − a·Φ(−a))·exp(a²/2) for a ≥ 0.",
        "Chebyshev series of (a + 3/2)² times that in t, computed with 60 digits;",
        type == .f32
          ? "cut off at 2^-28 of it, 3.6 ulp with roundings."
          : "cut off at 2^-57 of it, 3.4 ulp with roundings.",
      ], series(scale, coefficients) / (below * below))
  }

  /// A series in t = (a − k)/(a + k).
  private static func series(_ k: Double, _ coefficients: [Double]) -> Draft {
    let share = Draft { $0.number(2 * k) } / (Draft.a + Draft { $0.number(k) })
    return .polynomial(coefficients, 1 - share)
  }

  private static let tailCoefficients32: [Double] = [
    0x1.e4223ep-2, -0x1.1197e4p-5, -0x1.400d5ap-4, 0x1.19884ep-5, 0x1.5a7988p-7, -0x1.3ef792p-8,
    -0x1.bbed16p-9, -0x1.0cbc84p-15, 0x1.c822p-11, 0x1.aa5174p-12, -0x1.bb09b6p-14,
    -0x1.40e478p-13, -0x1.10f57ap-18, 0x1.7a2b46p-16,
  ]

  private static let tailCoefficients64: [Double] = [
    0x1.da63f4d1792c3p-2, -0x1.d9b6795195152p-5, -0x1.43e2cd7692163p-5, 0x1.b8f769b6265e6p-5,
    -0x1.873e43f58f4b8p-6, 0x1.42ed1a41461d8p-11, 0x1.a2c81cdb69550p-9, -0x1.2ff9cf99127aap-12,
    -0x1.1d61ea5e9cd9fp-11, 0x1.32238b2a9df14p-18, 0x1.be23f6ce33143p-14, 0x1.54da297a09956p-16,
    -0x1.2d8d632b66f98p-16, -0x1.480180a5f197cp-17, 0x1.1360e0f8d2f95p-20, 0x1.717aa45d05717p-19,
    0x1.c0eb4fcf46505p-21, -0x1.800c44f311e28p-22, -0x1.acb063576927ap-22, -0x1.97ad013a9ac02p-24,
    0x1.5d7748c7612a8p-24, 0x1.2fc6241b10695p-24, 0x1.3f42a1478b869p-31, -0x1.5eee1404e4337p-26,
    -0x1.2992c68df778ap-28, 0x1.a6536e369d7dcp-29, 0x1.9baf5acf18741p-31, -0x1.94b0452c84130p-33,
  ]

  private static let lossCoefficients32: [Double] = [
    0x1.64a9eap-1, -0x1.782de2p-2, -0x1.2d775ep-7, 0x1.180148p-3, -0x1.ac03ap-5, -0x1.658318p-6,
    0x1.07b4b2p-6, 0x1.0c06aap-8, -0x1.d21b4cp-9, -0x1.4f424ep-10, 0x1.58d2d2p-11, 0x1.84bfdp-12,
    -0x1.4da04ap-14, -0x1.e9b1bap-15, 0x1.800524p-19,
  ]

  private static let lossCoefficients64: [Double] = [
    0x1.49e3d6504fcbap-1, -0x1.6b6499e93c7cap-2, 0x1.7690dbc062ad0p-4, 0x1.40c1deec32266p-4,
    -0x1.88496a9706bacp-4, 0x1.3736f0247570ap-5, 0x1.7bcaeb6aeff74p-8, -0x1.8c1c462962de2p-7,
    0x1.a3fff5fcfa7d0p-9, 0x1.882a4bd088c59p-10, -0x1.c16164b571353p-11, -0x1.ab24c23c5cb27p-13,
    0x1.7656542c0ac52p-13, 0x1.63cf603de980dp-15, -0x1.2685f86484195p-15, -0x1.9a29e4104feaap-17,
    0x1.9df39286caf1dp-18, 0x1.f56115e005af2p-19, -0x1.7ed92f4bb8901p-21, -0x1.17f26e1b7d785p-20,
    -0x1.4cd753bfc1c1bp-24, 0x1.05d87ea7e566cp-22, 0x1.616452a4ff91cp-24, -0x1.747d860a9e386p-25,
    -0x1.eed8a78f5b7cep-26, 0x1.5769acc634fefp-28, 0x1.91c23819bf1d0p-28, -0x1.1dd07768e75e1p-32,
    -0x1.35dd0d4f1c86dp-31,
  ]
}
