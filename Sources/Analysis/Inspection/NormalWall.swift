import Activations

/// A place at which f or f′ has no bound, and what an integral over it becomes there.
///
/// Towards it the magnitude grows as |x − x₀|⁻ᵖ, or as a logarithm, p = 0.
struct NormalWall: Sendable {
  /// Where it is, the last double on the left, and the first on the right.
  let x: Double
  /// The distance within which the power law stands for the function.
  let radius: Double
  /// The powers on the left and on the right; nil where it grows as no power does.
  let powers: (left: Double?, right: Double?)
  /// The signs of the values on both sides.
  let signs: (left: Int, right: Int)
  /// The magnitudes at the radius.
  let sizes: (left: Double, right: Double)

  /// A wall of a function of x at a place.
  init(at x: Double, of values: ([Double]) -> [Double]) {
    self.x = x
    let radius = x == 0 ? 0x1p-300 : x.magnitude * 0x1p-40
    self.radius = radius
    let sides = [-1.0, 1].map { side -> (power: Double?, value: Double) in
      let ys = values([1, 0x1p8, 0x1p16].map { x + side * radius * $0 })
      let slopes = zip(ys, ys.dropFirst()).map { Libm.log(abs($0 / $1)) / (8 * 0.6931471805599453) }
      guard ys.allSatisfy(\.isFinite), ys[0] != 0 else { return (nil, ys[0]) }
      // A value that goes on is no wall on this side.
      let isPower = abs(slopes[0] - slopes[1]) < 0.05
      return (isPower ? max(0, slopes[0]) : nil, ys[0])
    }
    powers = (sides[0].power, sides[1].power)
    sizes = (abs(sides[0].value), abs(sides[1].value))
    signs = (sides[0].value < 0 ? -1 : 1, sides[1].value < 0 ? -1 : 1)
  }

  /// What an integral of a power of the function, 1 or 2, becomes on one side; nil where it has a bound.
  func fate(power: Int, side: Int) -> NormalTail.Fate? {
    let (order, sign, size) =
      side < 0
      ? (powers.left, signs.left, sizes.left) : (powers.right, signs.right, sizes.right)
    guard let order else {
      // e^(1/x) grows beyond all powers on one side, and vanishes on the other.
      if size == .infinity { return .unbounded(sign: power == 2 ? 1 : sign) }
      return size == 0 ? nil : .undecided
    }
    return order * Double(power) < 0.998 ? nil : .unbounded(sign: power == 2 ? 1 : sign)
  }

  /// The integral over the radius on both sides of what grows there as a power of the function.
  func rest(power: Int, of integrand: ([Double]) -> [Double]) -> Double {
    let values = integrand([x - radius, x + radius])
    return zip(values, [powers.left, powers.right]).reduce(0) { sum, side in
      sum + side.0 * radius / (1 - (side.1 ?? 0) * Double(power))
    }
  }
}
