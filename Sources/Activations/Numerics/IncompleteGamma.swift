/// The part of the incomplete gamma function that remains when z^s·e^−z is taken out of it.
///
/// The generalized normal distribution needs them at s = 1/β and z = v^β, where z^s is simply v.
enum IncompleteGamma {
  /// γ(s, z)·s / (z^s·e^−z) = Σ zⁿ / (s + 1)…(s + n), for z ≤ s + 1; 3 ulp.
  ///
  /// Source: DLMF 8.7.1.
  @inline(__always)
  static func lowerSeries(_ s: Double, _ z: Double) -> Double {
    var term = 1.0
    var sum = 1.0
    var divisor = s
    repeat {
      divisor += 1
      term *= z / divisor
      sum += term
    } while term > sum * 0x1p-54
    return sum
  }

  /// Γ(s, z) / (z^s·e^−z) for z > s + 1, as a continued fraction; 4 ulp.
  ///
  /// Evaluated forwards by the modified method of Lentz; the number of steps falls with z.
  /// Source: DLMF 8.9.2.
  @inline(__always)
  static func upperFraction(_ s: Double, _ z: Double) -> Double {
    var b = z + 1 - s
    var c = Double.greatestFiniteMagnitude
    var d = 1 / b
    var fraction = d
    for n in 1...500 {
      let k = Double(n)
      let a = k * (s - k)
      b += 2
      d = 1 / (a * d + b)
      c = b + a / c
      let change = c * d
      fraction *= change
      if abs(change - 1) < 0x1p-53 { break }
    }
    return fraction
  }
}
