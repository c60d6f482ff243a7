extension Pair {
  /// π/2.
  private static let halfPi = Pair(0x1.921f_b544_42d1_8p+0, 0x1.1a62_6331_45c0_7p-54)

  /// arctan x for x ≥ 0; 2⁻⁶⁸ of it.
  ///
  /// With c the nearest i/64: arctan c + arctan t, t = (x − c)/(1 + cx) below 2⁻⁷. Above 1 through
  /// the reciprocal.
  package static func atan(_ x: Pair) -> Pair {
    guard x.high > 0 else { return x }
    guard x.high.isFinite else { return x.high.isNaN ? x : halfPi }
    guard x.high <= 1 else { return halfPi - atan(1 / x) }
    let index = Int((x.high * 64).rounded())
    let c = Pair(Double(index) / 64)
    return table[index] + small((x - c) / (1 + c * x))
  }

  /// arctan t for |t| ≤ 2⁻⁶ by its series, the first power as a pair.
  private static func small(_ t: Pair) -> Pair {
    let square = t.high * t.high
    let outer = 1 / 9 - square * (1 / 11 - square * (1 / 13 - square / 15))
    let sum = 1 / 3 - square * (1 / 5 - square * (1 / 7 - square * outer))
    let cube = t.squared * t
    return t - cube * Pair(sum, 0)
  }

  /// arctan(i/64) for i up to 64, each from the one before.
  private static let table: [Pair] = {
    var angle = Pair(0)
    return (0...64).map { i in
      defer { angle = angle + small(Pair(64) / Pair(Double(4096 + i * (i + 1)), 0)) }
      return angle
    }
  }()
}
