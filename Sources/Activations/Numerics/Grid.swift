/// An even grid over a domain, both ends included.
public struct Grid: Sendable {
  /// The interval that the grid spans, in data units.
  public let domain: ClosedRange<Double>
  /// The number of points, at least 2.
  public let count: Int

  /// Divides a finite domain evenly by `count` ≥ 2 points.
  public init(_ domain: ClosedRange<Double>, count: Int) {
    self.domain = domain
    self.count = count
  }

  /// The points with indices in the range.
  public func points(_ indices: Range<Int>) -> [Double] {
    let low = domain.lowerBound
    let high = domain.upperBound
    let last = Double(count - 1)
    // Weighted by whole numbers the grid of -5…5 holds -4.99 itself and not its neighbour; far out,
    // where that would overflow, by fractions.
    let divisor = max(abs(low), abs(high)) < 0x1p900 ? last : 1
    let unit = divisor / last
    return indices.map { index in
      if index == 0 { return low }
      if index == count - 1 { return high }
      let weight = Double(index) * unit
      return (low * (divisor - weight) + high * weight) / divisor
    }
  }
}
