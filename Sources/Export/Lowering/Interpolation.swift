import Activations

/// A short polynomial through values of a function at Chebyshev's places, held against others between them.
struct Interpolation {
  /// Of rising powers of t.
  let coefficients: [Double]

  /// - Parameters:
  ///   - shift: r, where the places stand evenly in 1/(z + r); nil where they do in z.
  ///   - t: What the polynomial is of, which runs with z.
  ///   - least: The size of which errors are counted, where the value is smaller.
  ///   - value: The function at z.
  init?(
    _ type: FloatType, from low: Double, to high: Double, shift: Double? = nil,
    _ t: (Double) -> Pair, _ least: Double, _ value: (Double) -> Pair
  ) {
    let bound = Double(sign: .plus, exponent: -type.precision - 2, significand: 1)
    for count in type == .f32 ? [6, 9, 12] : [12, 16, 20, 24] {
      let zs = Self.places(count, low, high, shift)
      let values = zs.map(value)
      guard values.allSatisfy(\.high.isFinite) else { return nil }
      let powers = Self.polynomial(zs.map(t), values)
      let isGood = Self.places(2 * count + 1, low, high, shift).allSatisfy { z in
        let (found, right) = (Self.value(powers, t(z)), value(z))
        return abs((found - right).high) <= bound * max(abs(right.high), least)
      }
      if isGood {
        coefficients = powers.map(\.high)
        return
      }
    }
    return nil
  }

  /// Chebyshev's places between two numbers.
  private static func places(_ count: Int, _ low: Double, _ high: Double, _ shift: Double?)
    -> [Double]
  {
    (0..<count).map { place in
      let share = 0.5 - 0.5 * Libm.cos((Double(place) + 0.5) * .pi / Double(count))
      guard let shift else { return low + (high - low) * share }
      let (s, e) = (1 / (low + shift), 1 / (high + shift))
      return max(low, 1 / (s + (e - s) * share) - shift)
    }
  }

  /// The polynomial through points by Newton's differences, in powers of t.
  private static func polynomial(_ ts: [Pair], _ values: [Pair]) -> [Pair] {
    // From both ends in turn, so that no difference grows.
    let order = ts.indices.map { $0 % 2 == 0 ? $0 / 2 : ts.count - 1 - $0 / 2 }
    let nodes = order.map { ts[$0] }
    var differences = order.map { values[$0] }
    for step in 1..<nodes.count {
      for place in (step..<nodes.count).reversed() {
        differences[place] =
          (differences[place] - differences[place - 1]) / (nodes[place] - nodes[place - step])
      }
    }
    var powers: [Pair] = []
    for place in nodes.indices.reversed() {
      // powers·(t − node) + difference.
      var next = [differences[place]] + powers
      for index in powers.indices { next[index] = next[index] - powers[index] * nodes[place] }
      powers = next
    }
    return powers
  }

  private static func value(_ powers: [Pair], _ t: Pair) -> Pair {
    var sum: Pair = 0
    for power in powers.reversed() { sum = sum * t + power }
    return sum
  }
}
