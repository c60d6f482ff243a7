import Activations

/// The standard normal distribution: its distribution function Φ and its density φ.
enum NormalDistribution {
  /// Φ(u) = ½·erfc(−u/√2), whose tails keep their digits as u/√2 is carried as a pair; 0 and 1 at ±∞.
  ///
  /// Largest error in ulp, at 12,000 points from −37.4 to 9: 3.1; of φ 2.4.
  @Sendable static func value(_ u: Double) -> Double {
    guard u.magnitude < 40 else { return u < 0 ? 0 : u > 0 ? 1 : u }
    let y = Pair(u.magnitude) * .rootOfHalf
    if y.rounded < 0.5 {
      let half = Double.smallErf(y) / 2
      return u < 0 ? 0.5 - half : 0.5 + half
    }
    let small = Double.erfc(y, bell: .exp(-(y * y)), rest: 0) / 2
    return u < 0 ? small : 1 - small
  }

  /// φ(u) = e^(−u²/2)/√(2π).
  @Sendable static func density(_ u: Double) -> Double {
    guard u.magnitude < 40 else { return u.isNaN ? u : 0 }
    return peak * Double.exp(-(Pair(u) * Pair(u)).scaled(by: 0.5))
  }

  /// 1/√(2π).
  private static let peak = 0x1.9884_533d_4365_1p-2
}
