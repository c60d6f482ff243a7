/// The multiples of π, or of a round fraction of it, that lie in a domain.
enum PiTicks {
  /// The steps that are tried, finest first: π/16, π/8, π/4, π/2, then 1, 2 and 5 times a power of ten.
  private static let steps: [(numerator: Int, denominator: Int)] =
    [(1, 16), (1, 8), (1, 4), (1, 2)]
    + [1, 10, 100, 1000, 10_000, 100_000].flatMap { power in [1, 2, 5].map { ($0 * power, 1) } }

  /// At most about `count` ticks; nil where no step has two of them there, or a label would lie.
  static func values(_ domain: ClosedRange<Double>, count: Double) -> [TickChoice.Value]? {
    let span = domain.upperBound - domain.lowerBound
    // Beyond that far from 0 a multiple of a double's π is off by more than eyes forgive.
    guard max(abs(domain.lowerBound), abs(domain.upperBound)) < 1e7 else { return nil }
    for step in steps {
      let size = Double(step.numerator) * .pi / Double(step.denominator)
      guard span / size <= count + 0.5 else { continue }
      let first = Int((domain.lowerBound / size).rounded(.up))
      let last = Int((domain.upperBound / size).rounded(.down))
      guard last > first else { return nil }
      return (first...last).map { index in
        let numerator = index * step.numerator
        let shared = greatestDivisor(abs(numerator), step.denominator)
        return TickChoice.Value(
          pi: Double(numerator / shared), over: step.denominator / shared)
      }
    }
    return nil
  }

  private static func greatestDivisor(_ a: Int, _ b: Int) -> Int {
    b == 0 ? max(1, a) : greatestDivisor(b, a % b)
  }
}
