import CMPFR

// How a function goes through points.

extension ExactFunction {
  /// How f goes through a finite x; nil where that cannot be told.
  ///
  /// - Parameter depth: Up to which derivative both sides are compared at least.
  package mutating func passage(at x: Double, upTo depth: Int = 9) -> Passage? {
    guard !stated.isEndless else { return nil }
    // Mostly the first few powers tell.
    let depths = depth > 2 && !isCostly ? [2, depth] : [min(depth, 2)]
    for (index, depth) in depths.enumerated() {
      guard let passage = passage(at: x, Double(depth)) else { return nil }
      if index == depths.count - 1 || passage.breaks != nil || passage.depth == nil {
        return passage
      }
    }
    return nil
  }

  private mutating func passage(at x: Double, _ depth: Double) -> Passage? {
    actviz_mpfr_widest_range()
    for bits in [80, 160, 320, 640] where bits <= max(limit, 80) {
      let passages = Passages(
        arithmetic: Arithmetic(bits: bits), depth: depth, isLast: bits >= min(limit, 640))
      do throws(Obstacle) {
        return try passages.passage(of: &stated, at: x)
      } catch {
        guard error == .precision else { return nil }
      }
    }
    return nil
  }
}
