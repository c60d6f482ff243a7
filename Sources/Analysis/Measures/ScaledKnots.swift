import Activations

extension Trace {
  /// First points for a search over one piece of a domain that may be wide: `knots`, and in a wide one points at every scale
  /// around each landmark, whether the domain holds it or not.
  ///
  /// A function is what it is near its landmarks, however far the domain reaches.
  func scaledKnots(
    over piece: ClosedRange<Double>, of domain: ClosedRange<Double>, count: Int
  ) -> [Double] {
    let even = knots(over: piece, of: domain, count: count)
    let reach = max(domain.lowerBound.magnitude, domain.upperBound.magnitude)
    guard domain.upperBound / 2 - domain.lowerBound / 2 > Self.near else { return even }
    var points = even
    for center in Set([0] + landmarks + corners + jumps).sorted().prefix(Self.most) {
      points += Grid(-Self.near...Self.near, count: Self.steps).all.map { center + $0 }
      var step = 0x1p-40
      while step <= reach {
        points += [center - step, center + step]
        step *= Self.ratio
      }
    }
    points += ends(of: domain)
    return points.filter { piece.contains($0) }.sortedOnce()
  }

  /// Points at every scale beside the ends: the last turns of a wave that grows are the highest.
  private func ends(of domain: ClosedRange<Double>) -> [Double] {
    var (points, step) = ([Double](), 0x1p-10)
    while step < 0x1p10 {
      points += [domain.lowerBound + step, domain.upperBound - step]
      step *= Self.ratio
    }
    return points
  }

  /// How far from a landmark points are even, in data units, and how many there are.
  private static let (near, steps) = (40.0, 2561)
  /// Of the steps, eight an octave.
  private static let ratio = 1.0905077326652577
  /// Around how many landmarks is searched.
  private static let most = 64
}
