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
  /// Half of the length in x, or in ln |x|.
  private let half: Double

  init(low: Double, high: Double) {
    self.low = low
    self.high = high
    let ratio = low > 0 ? high / low : high < 0 ? low / high : 1
    isLogarithmic = ratio > 2
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
    return inside.map { min(max($0, low), high) } + [Self.beside(low, 1), Self.beside(high, -1)]
  }

  /// The two halves; nil where no double lies well between the ends.
  var halves: (IntegralCell, IntegralCell)? {
    let middle =
      isLogarithmic
      ? (low > 0 ? 1 : -1) * low.magnitude.squareRoot() * high.magnitude.squareRoot()
      : low / 2 + high / 2
    guard middle - low > 8 * max(low.ulp, middle.ulp), high - middle > 8 * max(middle.ulp, high.ulp)
    else { return nil }
    return (IntegralCell(low: low, high: middle), IntegralCell(low: middle, high: high))
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

/// A Chebyshev series Σ cₖTₖ(u) of `IntegralCell.count` terms.
struct ChebyshevSeries: Sendable {
  var coefficients: [Double]

  init(coefficients: [Double]) { self.coefficients = coefficients }

  /// The series through values at the nodes; exact for polynomials of degree 15.
  init(through values: ArraySlice<Double>) {
    let count = IntegralCell.count
    coefficients = Array(repeating: 0, count: count)
    // Plain loops: this is where the time goes.
    Self.cosines.withUnsafeBufferPointer { cosines in
      values.withUnsafeBufferPointer { values in
        var k = 0
        while k < count {
          var (sum, j) = (0.0, 0)
          while j < count {
            sum += cosines[k * count + j] * values[j]
            j += 1
          }
          coefficients[k] = sum * (k == 0 ? 1 : 2) / Double(count)
          k += 1
        }
      }
    }
  }

  /// The integral from −1 divided by 1 + u (`end` −1), or that up to 1 divided by 1 − u (`end` 1).
  ///
  /// In this form neither loses digits near its end. With I = Σ aₖTₖ the quotient bₖ solves
  /// aₖ = bₖ ± (bₖ₋₁ + bₖ₊₁)/2, from the highest term down.
  func integralOverDistance(from end: Double) -> [Double] {
    let c = coefficients + [0, 0]
    let count = coefficients.count
    var b = Array(repeating: 0.0, count: count + 2)
    for k in stride(from: count, through: 1, by: -1) {
      let before = k == 1 ? 2 * c[0] : c[k - 1]
      let integral: Double = -end * (before - c[k + 1]) / Double(2 * k)
      let value: Double = -end * 2 * (integral - b[k]) - b[k + 1]
      b[k - 1] = k == 1 ? value / 2 : value
    }
    return Array(b.prefix(count))
  }

  /// cos(kπ(j + ½)/16), row by row.
  private static let cosines: [Double] = (0..<IntegralCell.count).flatMap { k in
    (0..<IntegralCell.count).map { j in
      Libm.cos(Double.pi * Double(k) * (Double(j) + 0.5) / Double(IntegralCell.count))
    }
  }

  /// Σ cₖTₖ(u) by Clenshaw's recurrence.
  @inline(__always)
  static func value(_ c: UnsafePointer<Double>, at u: Double) -> Double {
    var (next, afterNext) = (0.0, 0.0)
    for k in stride(from: IntegralCell.count - 1, through: 1, by: -1) {
      (next, afterNext) = (2 * u * next - afterNext + c[k], next)
    }
    return c[0] + u * next - afterNext
  }
}
