import Activations

/// How f or f′ grows far out on one side, held against the density of a standard normal input.
///
/// The largest magnitudes on rings around the origin tell, in logarithms: e^(x²/4) has a mean and no mean square.
struct NormalTail: Sendable {
  /// What becomes of an integral out there.
  enum Fate: Equatable {
    /// It ends within rounding at a distance.
    case ends(at: Double)
    /// It has no bound: 1 above, −1 below, 0 either way.
    case unbounded(sign: Int)
    /// It cannot be told.
    case undecided
  }

  /// A ring: its radius, the logarithm of the largest magnitude on it, and the sign of the large values, 0 where they differ.
  private struct Ring {
    let radius: Double
    let size: Double
    let sign: Int
  }

  /// Those without overflow, from inside out.
  private let rings: [Ring]

  /// The largest distance at which doubles still hold e^(−x²/4).
  static let farthest = 52.0
  private static let radii = [1, 1.5, 2, 3, 4, 6, 8, 12, 16, 24, 32, 40, farthest]
  /// e⁻⁴⁵ of an integrand is less than rounding leaves of it.
  private static let nothing = -45.0

  /// The tail of a function of x on one side, −1 for the left.
  init(side: Double, of values: ([Double]) -> [Double]) {
    var rings: [Ring] = []
    for radius in Self.radii {
      let xs = (0..<48).map { side * radius * (1 - 0.15 * Double($0) / 48) }
      let ys = values(xs)
      let largest = ys.map(abs).max() ?? 0
      guard ys.allSatisfy(\.isFinite) else { break }
      let large = ys.filter { abs($0) > largest / 8 }
      let sign = large.allSatisfy { $0 > 0 } ? 1 : large.allSatisfy { $0 < 0 } ? -1 : 0
      rings.append(Ring(radius: radius, size: Libm.log(largest), sign: sign))
    }
    self.rings = rings
  }

  /// How far an integral of a power goes that has a bound.
  func reach(power: Int) -> Double {
    if case .ends(let distance) = fate(power: power) { distance } else { Self.farthest }
  }

  /// What becomes of the integral of a power, 1 or 2.
  func fate(power: Int) -> Fate {
    let exponents = rings.map { Double(power) * $0.size - $0.radius * $0.radius / 2 }
    let largest = exponents.max() ?? -.infinity
    guard let last = rings.last, let end = exponents.last, last.radius >= 2 else {
      return .undecided
    }
    let rate = growth(power)
    if end < largest + Self.nothing, rate < 0.98 {
      let inside = exponents.lastIndex { $0 >= largest + Self.nothing } ?? 0
      return .ends(at: rings[min(inside + 1, rings.count - 1)].radius)
    }
    // All of it may be 0.
    if largest == -.infinity { return .ends(at: last.radius) }
    let sign = power == 2 ? 1 : last.sign
    if rate > 1.02 { return .unbounded(sign: sign) }
    guard rate > 0.98, rings.count > 1 else { return .undecided }
    // What is left beside e^(x²/2) is a power of x.
    let before = exponents.count - 2
    let order = (end - exponents[before]) / Libm.log(last.radius / rings[before].radius)
    return order > -0.9 ? .unbounded(sign: sign) : .undecided
  }

  /// The share of x²/2 with which the logarithm of the power grows on the last rings.
  private func growth(_ power: Int) -> Double {
    guard rings.count > 1, let last = rings.last, last.size > -.infinity else { return 0 }
    let before = rings[rings.count - 2]
    guard before.size > -.infinity else { return 0 }
    let area = (last.radius * last.radius - before.radius * before.radius) / 2
    return Double(power) * (last.size - before.size) / area
  }
}
