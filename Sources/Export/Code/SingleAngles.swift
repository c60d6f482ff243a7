import Activations

// Angles in single precision, for languages that have sin and cos alone.

extension Helper {
  private static let size = Draft.a.magnitude

  /// What the single nearest to π/2 leaves of it.
  private static let quarterRest = Draft { $0.number(-0x1.777a5cp-25) }

  static let tan = Helper(.tan, .f32, ["sin(a)/cos(a). 1.7 ulp."], Draft.a(.sin) / Draft.a(.cos))

  /// Below tan(π/8) P's; else by what is left of π/4 or π/2.
  static let atan: Helper = {
    func near(_ u: Draft) -> Draft { u + u * (u * u * .polynomial(atanCoefficients, u * u)) }
    return Helper(
      .atan, .f32,
      ["To tan(π/8) a + a³·P(a²), P cut off at 2^-25; beyond what is left of π/4 or π/2. 2.4 ulp."],
      .odd(
        size.below(
          0.414213568, near(size),
          otherwise: size.below(
            2.41421366, 0x1.921fb6p-1 + near((size - 1) / (size + 1)),
            otherwise: 0x1.921fb6p+0 - (near(1 / size) - quarterRest)))))
  }()

  private static let atanCoefficients: [Double] = [
    -0x1.555554p-2, 0x1.999708p-3, -0x1.241ce2p-3, 0x1.b7db4ap-4, -0x1.07b696p-4,
  ]

  /// a + a³·P(a²) for |a| ≤ ½.
  private static func nearAsin(_ u: Draft) -> Draft {
    u + u * (u * u * .polynomial(asinCoefficients, u * u))
  }

  private static let asinCoefficients: [Double] = [
    0x1.555554p-3, 0x1.3334c8p-4, 0x1.6d401ep-5, 0x1.ff9866p-6, 0x1.10906ep-6, 0x1.1a43e2p-5,
  ]

  /// √((1 − |a|)/2), of which beyond ½ half the angle to ±1 is made.
  private static let half = ((1 - size) * 0.5).root

  static let asin = Helper(
    .asin, .f32,
    ["Within ±½ a + a³·P(a²), P cut off at 2^-26; beyond π/2 − 2·asin √((1 − |a|)/2). 2.2 ulp."],
    size.below(
      0.5, nearAsin(.a), otherwise: .odd(0x1.921fb6p+0 - (2 * nearAsin(half) - quarterRest))))

  static let acos = Helper(
    .acos, .f32,
    ["Within ±½ π/2 − asin a; beyond 2·asin √((1 − |a|)/2), or what it leaves of π. 1.5 ulp."],
    size.below(
      0.5, 0x1.921fb6p+0 - (nearAsin(.a) - quarterRest),
      otherwise: Draft.a.below(
        0, 0x1.921fb6p+1 - 2 * nearAsin(half), otherwise: 2 * nearAsin(half))))
}
