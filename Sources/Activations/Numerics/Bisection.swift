/// The one root finder: halves an interval until nothing is left between its ends.
package enum Bisection {
  /// Where a sign changes between two doubles: a zero that was met exactly, or the two neighbouring doubles
  /// between which it changes.
  ///
  /// The middles are those of the numbers at first, and later those of the doubles as they follow one another:
  /// a zero next to 0 takes no longer than another, 128 steps at most.
  ///
  /// - Parameters:
  ///   - low: The lower end; what has the sign it has there lies to the left of the change.
  ///   - high: The upper end.
  ///   - sign: −1, 0 or 1 at x; 0 ends the search.
  package static func signChange(
    between low: Double, and high: Double, sign: (Double) -> Int
  ) -> ClosedRange<Double> {
    var (low, high) = (low, high)
    let start = sign(low)
    for step in 0... {
      let middle = step < 64 ? low / 2 + high / 2 : midst(low, high)
      guard middle > low, middle < high else { break }
      let here = sign(middle)
      if here == 0 { return middle...middle }
      if here == start { low = middle } else { high = middle }
    }
    return low...high
  }

  /// The double that as many doubles separate from one end as from the other.
  private static func midst(_ low: Double, _ high: Double) -> Double {
    let (a, b) = (order(low), order(high))
    // The mean without overflow.
    let middle = (a & b) + ((a ^ b) >> 1)
    let size = Double(bitPattern: UInt64(middle.magnitude))
    return middle < 0 ? -size : size
  }

  /// The doubles as consecutive integers.
  private static func order(_ x: Double) -> Int64 {
    let bits = Int64(bitPattern: x.magnitude.bitPattern)
    return x < 0 ? -bits : bits
  }
}

extension Double {
  /// −1, 0 or 1; −1 for NaN, which is not above 0 and no zero that ends a search.
  package var signum: Int { self > 0 ? 1 : self == 0 ? 0 : -1 }
}
