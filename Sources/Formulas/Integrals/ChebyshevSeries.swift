import Activations

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

  /// A series through values at points that lie a little beside the nodes: what is left of the values is fitted in turn.
  init(through values: ArraySlice<Double>, at us: [Double]) {
    self.init(through: values)
    for _ in 0..<4 {
      let rest = coefficients.withUnsafeBufferPointer { c in
        zip(values, us).map { value, u in c.baseAddress.map { value - Self.value($0, at: u) } ?? 0 }
      }
      let change = ChebyshevSeries(through: rest[...])
      coefficients = zip(coefficients, change.coefficients).map { $0 + $1 }
    }
  }

  /// The integral of tᵐ times the series from −1, t = 1 + u, divided by tᵐ⁺¹: it keeps its digits towards that end.
  ///
  /// It solves (m + 1)·q + (1 + u)·q′ = h, from the highest term down.
  func integralOverPower(_ m: Double) -> [Double] {
    let count = coefficients.count
    var b = Array(repeating: 0.0, count: count)
    var slope = Array(repeating: 0.0, count: count + 2)
    for k in stride(from: count - 1, through: 1, by: -1) {
      b[k] = (coefficients[k] - slope[k] - slope[k + 1]) / (m + 1 + Double(k))
      slope[k - 1] = slope[k + 1] + 2 * Double(k) * b[k]
    }
    slope[0] /= 2
    b[0] = (coefficients[0] - slope[0] - slope[1] / 2) / (m + 1)
    return b
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
