import Activations

/// A stretch of the line on which a function is a Chebyshev series, integrated exactly.
///
/// The series runs in u from −1 at the lower end to 1 at the upper. A stretch whose ends differ by
/// a factor of more than 2 is mapped through the logarithm, so that power laws stay short series.
struct IntegralCell: Sendable {
  /// The number of nodes, and of coefficients.
  static let count = 16

  let low: Double
  let high: Double
  /// Whether u runs with ln |x| and not with x.
  let isLogarithmic: Bool
  /// The power m of an edge at the lower end: the function is tᵐ times a series in u, t the distance from the end; 0 for none.
  let power: Double
  /// Half of the length in x, or in ln |x|.
  private let half: Double

  init(low: Double, high: Double, power: Double = 0) {
    self.low = low
    self.high = high
    self.power = power
    let ratio = low > 0 ? high / low : high < 0 ? low / high : 1
    isLogarithmic = power == 0 && ratio > 2
    half = isLogarithmic ? 0.5 * Libm.log(ratio) : high / 2 - low / 2
  }

  /// Where to evaluate: the nodes from the upper end to the lower, then just inside both ends.
  var points: [Double] {
    let inside: [Double]
    if isLogarithmic {
      let sign = low > 0 ? 1.0 : -1
      let middle = low.magnitude.squareRoot() * high.magnitude.squareRoot()
      inside = Self.nodes.map { sign * middle * Libm.exp(sign * half * $0) }
    } else {
      let middle = low / 2 + high / 2
      inside = Self.nodes.map { middle + half * $0 }
    }
    // At an edge itself nothing is left to be divided by the power.
    let first = power == 0 ? Self.beside(low, 1) : max(low.nextUp, low + 0x1p-20 * half)
    return inside.map { min(max($0, low), high) } + [first, Self.beside(high, -1)]
  }

  /// The two halves; nil where no double lies well between the ends.
  var halves: (IntegralCell, IntegralCell)? {
    let middle =
      isLogarithmic
      ? (low > 0 ? 1 : -1) * low.magnitude.squareRoot() * high.magnitude.squareRoot()
      : low / 2 + high / 2
    guard middle - low > 8 * max(low.ulp, middle.ulp), high - middle > 8 * max(middle.ulp, high.ulp)
    else { return nil }
    return (
      IntegralCell(low: low, high: middle, power: power), IntegralCell(low: middle, high: high)
    )
  }

  /// tᵐ at a point, t being its distance from the lower end in u.
  func edge(at x: Double) -> Double {
    power == 0 ? 1 : Libm.pow(distanceFromLow(x), power)
  }

  /// dx/du at a point.
  func weight(at x: Double) -> Double { isLogarithmic ? x.magnitude * half : half }

  /// How far x is from the lower end, in u: 0 … 2.
  @inline(__always)
  func distanceFromLow(_ x: Double) -> Double {
    guard isLogarithmic else { return (x - low) / half }
    let step = Libm.log1p((x - low) / low)
    return (low > 0 ? step : -step) / half
  }

  /// How far x is from the upper end, in u: 0 … 2.
  @inline(__always)
  func distanceFromHigh(_ x: Double) -> Double {
    guard isLogarithmic else { return (high - x) / half }
    let step = Libm.log1p((x - high) / high)
    return (low > 0 ? -step : step) / half
  }

  /// How far the rounding of x can spoil coefficient k of a series, as a multiple of k times it.
  var rounding: Double {
    isLogarithmic ? 0x1p-52 / half : max(low.magnitude, high.magnitude).ulp / half
  }

  /// So near to an end that values there are one-sided limits.
  private static func beside(_ x: Double, _ side: Double) -> Double {
    x == 0 ? side * 0x1p-900 : side < 0 ? x.nextDown : x.nextUp
  }

  /// cos(π(j + ½)/16): Chebyshev's nodes, no end among them.
  static let nodes: [Double] = (0..<count).map {
    Libm.cos(Double.pi * (Double($0) + 0.5) / Double(count))
  }
}
