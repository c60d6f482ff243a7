import Activations

/// How a function begins where it is 0 before: like a power of the distance.
enum EdgePower {
  /// The power m with which a function rises from its edge at the lower end of a cell, a multiple of ¼; 0 where there is no edge,
  /// or another kind of it.
  static func of(
    _ values: ([Double]) -> [Double], from low: Double, to high: Double
  ) -> Double {
    let width = min(high - low, 1)
    let least = low == 0 ? 0x1p-60 : max(0x1p-30 * width, 0x1p-40 * low.magnitude)
    guard least < 0x1p-10 * width else { return 0 }
    let before = values([1, 0x1p-10, 0x1p-20].map { low - $0 * width } + [low - least])
    guard before.allSatisfy({ $0 == 0 }) else { return 0 }
    let steps = [1.0, 32, 1024].map { low + least * $0 }
    let after = values(steps)
    guard after.allSatisfy({ $0 != 0 && $0.isFinite && ($0 > 0) == (after[0] > 0) }) else {
      return 0
    }
    func power(_ a: Int, _ b: Int) -> Double {
      Libm.log(after[b] / after[a]) / Libm.log((steps[b] - low) / (steps[a] - low))
    }
    let (near, far) = (power(0, 1), power(1, 2))
    let simple = (4 * near).rounded() / 4
    return abs(near - simple) < 1e-3 && abs(far - simple) < 2e-2 && simple > -1 && simple <= 8
      ? simple : 0
  }
}
